"""While a danger stands, nothing leaves: in every state, and in every world that can be reached."""

from dataclasses import replace
from itertools import chain, combinations

import pytest

from amends.contact import (
    Closed,
    Contact,
    Reason,
    State,
    Terms,
    begin,
    copyable,
    mark_sent,
    stays_inside,
    take_out,
    verdict,
)
from amends.safety import NO_DANGER, Danger
from tests.contact.every_path import DRAFTS, LOGS, Search
from tests.contact.scenes import DAY, HOUR, NOW, WORDS, agreed, mine, slept_on, theirs
from tests.contact.worlds import TERMS

SETS = [
    frozenset(some)
    for some in chain.from_iterable(combinations(Danger, size) for size in range(1, 5))
]
ALONE = [frozenset({danger}) for danger in Danger]
LOGS_SEEN: list[list[Contact]] = [[], [mine(1)], [mine(40), mine(20)], [theirs(1)], [mine(30)]]


def _named(dangers: frozenset[Danger]) -> str:
    return "+".join(sorted(dangers))


@pytest.mark.parametrize("terms", TERMS, ids=lambda one: f"{one.state}-{one.until}")
@pytest.mark.parametrize("dangers", SETS, ids=_named)
def test_any_danger_closes_every_state(terms: Terms, dangers: frozenset[Danger]) -> None:
    agreement = begin(replace(terms, words=WORDS), NOW - 60 * DAY)
    for log in LOGS_SEEN:
        for personal in (False, True):
            calm = verdict(agreement, log, NOW, "school", personal, dangers=NO_DANGER, heated=None)
            answer = verdict(agreement, log, NOW, "school", personal, dangers=dangers, heated=None)

            assert not answer.allowed
            assert not copyable(replace(slept_on("school"), taken_out=NOW - HOUR), answer)
            assert (answer.quote, answer.opens) == ("", None)
            assert (answer.state, answer.hold) == (calm.state, calm.hold)


@pytest.mark.parametrize("dangers", [*ALONE, frozenset(Danger)], ids=_named)
def test_no_world_that_was_walked_lets_anything_out(
    walked: Search, dangers: frozenset[Danger]
) -> None:
    """The drafts of a world are walked with it; what a danger refuses depends on no draft."""
    pairs = {world // DRAFTS for world in walked.seen}
    given = (walked.tables.in_danger(pair, dangers) for pair in pairs)
    answers = {(one.state, one.allowed, one.reason, one.hold): one for one in given}.values()
    drafts = walked.tables.drafts.values

    assert len(walked.seen) > 500_000
    assert not any(answer.allowed for answer in answers)
    assert not any(copyable(draft, answer) for draft in drafts for answer in answers)
    assert all(stays_inside(draft, answer) for draft in drafts for answer in answers)


def test_without_a_danger_some_of_those_worlds_are_open(walked: Search) -> None:
    """The walk must not be right only because nothing ever opens."""
    pairs = {world // DRAFTS for world in walked.seen}

    answers = [walked.tables.in_danger(pair, NO_DANGER) for pair in pairs]

    assert any(answer.allowed for answer in answers)
    assert max(walked.seen) // DRAFTS // LOGS < len(walked.tables.standings.values)


@pytest.mark.parametrize("dangers", SETS, ids=_named)
def test_the_most_urgent_is_the_reason(dangers: frozenset[Danger]) -> None:
    answer = verdict(agreed(State.OPEN), [], NOW, dangers=dangers, heated=None)

    first = next(one for one in Danger if one in dangers)
    assert answer.reason == Reason(first.replace("_", "-"))


def test_a_letter_that_was_out_goes_back_behind_the_gate() -> None:
    agreement = agreed(State.TOGETHER)
    calm = verdict(agreement, [], NOW, dangers=NO_DANGER, heated=None)
    out = take_out(slept_on(), calm, NOW, [])

    worse = verdict(agreement, [], NOW + HOUR, dangers=frozenset({Danger.OWN_HARM}), heated=None)

    assert copyable(out, calm)
    assert not copyable(out, worse)
    with pytest.raises(Closed):
        take_out(out, worse, NOW + HOUR, [])


def test_what_was_sent_can_still_be_written_down() -> None:
    agreement = agreed(State.OPEN)
    out = replace(slept_on(), taken_out=NOW - HOUR)

    worse = verdict(agreement, [], NOW, dangers=frozenset(Danger), heated=None)

    assert mark_sent(out, worse, NOW, "letter")[0].sent == NOW
