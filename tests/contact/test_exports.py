from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from amends.contact import (
    Draft,
    DraftVersion,
    State,
    Terms,
    Verdict,
    begin,
    copyable,
    put_away,
    reread,
    stays_inside,
    take_out,
    verdict,
)
from amends.safety import NO_DANGER

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def gate(state: State, now: datetime = NOW) -> Verdict:
    return verdict(
        begin(Terms(state, words="Not now."), NOW), [], now, dangers=NO_DANGER, heated=None
    )


BEGUN = Draft("apology", (DraftVersion(NOW - 2 * DAY, "I read your letters."),))
HELD = reread(put_away(BEGUN, 5, NOW - 2 * DAY), still_wanted=True, now=NOW)
OUT = take_out(HELD, gate(State.TOGETHER), NOW, [])
SENT = replace(OUT, sent=NOW)


@pytest.mark.parametrize("draft", [HELD, OUT, SENT])
@pytest.mark.parametrize("state", [State.UNKNOWN, State.SPACE, State.SAID_NO, State.LEGAL_ORDER])
def test_while_the_gate_is_closed_no_draft_is_exported(state: State, draft: Draft) -> None:
    assert stays_inside(draft, gate(state))


def test_an_open_gate_lets_out_what_was_taken_out_or_sent() -> None:
    answer = gate(State.TOGETHER)

    assert [stays_inside(draft, answer) for draft in (HELD, OUT, SENT)] == [True, False, False]


def test_what_can_no_longer_be_copied_is_not_exported_either() -> None:
    answer = gate(State.TOGETHER, NOW + 2 * DAY)

    assert answer.allowed
    assert not copyable(OUT, answer)
    assert stays_inside(OUT, answer)
