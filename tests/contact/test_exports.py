from dataclasses import replace
from datetime import UTC, datetime

import pytest

from amends.contact import Draft, DraftVersion, State, Terms, Verdict, begin, stays_inside, verdict

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HELD = Draft("apology", (DraftVersion(NOW, "I read your letters."),), put_away=NOW)
OUT = replace(HELD, taken_out=NOW)
SENT = replace(OUT, sent=NOW)


def gate(state: State) -> Verdict:
    return verdict(begin(Terms(state, words="Not now."), NOW), [], NOW)


@pytest.mark.parametrize("draft", [HELD, OUT, SENT])
@pytest.mark.parametrize("state", [State.UNKNOWN, State.SPACE, State.SAID_NO, State.LEGAL_ORDER])
def test_while_the_gate_is_closed_no_draft_is_exported(state: State, draft: Draft) -> None:
    assert stays_inside(draft, gate(state))


def test_an_open_gate_lets_out_what_has_left_the_drawer() -> None:
    answer = gate(State.TOGETHER)

    assert answer.allowed
    assert [stays_inside(draft, answer) for draft in (HELD, OUT, SENT)] == [True, False, False]
