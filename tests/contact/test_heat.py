"""For a day after a strong wish to hurt nothing leaves: in every state, and in every world."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from amends.contact import (
    Agreement,
    Closed,
    Contact,
    Draft,
    Reason,
    State,
    Terms,
    Verdict,
    begin,
    cool,
    cools_at,
    copyable,
    reread,
    rulings,
    stays_inside,
    take_out,
    verdict,
    write,
)
from amends.safety import NO_DANGER, Danger
from tests.contact.every_path import DRAFTS, Search
from tests.contact.scenes import (
    DAY,
    HOUR,
    NOW,
    WORDS,
    agreed,
    letter,
    mine,
    slept_on,
    space,
    theirs,
)
from tests.contact.test_dangers import LOGS_SEEN, SETS
from tests.contact.worlds import MOVES, TERMS, draft_after

MINUTE = timedelta(minutes=1)


def hot(
    agreement: Agreement,
    *log: Contact,
    ago: timedelta = HOUR,
    topic: str = "",
    personal: bool = False,
) -> Verdict:
    """Return what the gate says some time after a strong wish to hurt."""
    return verdict(
        agreement,
        log,
        NOW,
        topic,
        personal,
        dangers=NO_DANGER,
        heated=NOW - ago,
    )


def test_no_caller_can_leave_it_out() -> None:
    asked = inspect.signature(verdict).parameters["heated"]

    assert asked.kind is inspect.Parameter.KEYWORD_ONLY
    assert asked.default is inspect.Parameter.empty


@pytest.mark.parametrize("terms", TERMS, ids=lambda one: f"{one.state}-{one.until}")
@pytest.mark.parametrize("ago", [timedelta(0), HOUR, DAY - MINUTE, -HOUR])
def test_it_closes_every_state_for_a_day(terms: Terms, ago: timedelta) -> None:
    agreement = begin(replace(terms, words=WORDS), NOW - 60 * DAY)
    out = replace(slept_on("school"), taken_out=NOW - HOUR)
    for log in LOGS_SEEN:
        for personal in (False, True):
            answer = hot(agreement, *log, ago=ago, topic="school", personal=personal)

            assert not answer.allowed
            assert not copyable(out, answer)
            assert stays_inside(out, answer)


@pytest.mark.parametrize("terms", TERMS, ids=lambda one: f"{one.state}-{one.until}")
def test_after_a_day_it_is_as_if_nothing_had_been(terms: Terms) -> None:
    agreement = begin(replace(terms, words=WORDS), NOW - 60 * DAY)
    for log in LOGS_SEEN:
        calm = verdict(agreement, log, NOW, "school", dangers=NO_DANGER, heated=None)

        assert hot(agreement, *log, ago=DAY, topic="school") == calm


@pytest.mark.parametrize("state", [State.OPEN, State.TOGETHER])
def test_it_says_when_the_gate_is_asked_again(state: State) -> None:
    answer = hot(agreed(state))

    assert (answer.reason, answer.opens) == (Reason.HEATED, cools_at(NOW - HOUR))
    assert answer.opens == NOW + 23 * HOUR


def test_their_words_stand_above_no_reason_that_is_mine() -> None:
    assert hot(agreed(State.OPEN)).quote == ""
    assert hot(agreed(State.SAID_NO)).quote == WORDS


@pytest.mark.parametrize("state", [State.SAID_NO, State.BLOCKED, State.LEGAL_ORDER, State.UNKNOWN])
def test_what_holds_longer_keeps_its_own_reason(state: State) -> None:
    agreement = agreed(state)
    calm = verdict(agreement, [], NOW, dangers=NO_DANGER, heated=None)

    assert hot(agreement) == calm


@pytest.mark.parametrize("topic", ["school", "", "the garden"])
@pytest.mark.parametrize("personal", [False, True])
def test_practical_messages_wait_too_and_another_way_is_named(topic: str, personal: bool) -> None:
    agreement = agreed(State.LOGISTICS_ONLY, topics=("school",))

    answer = hot(agreement, topic=topic, personal=personal)

    assert answer.reason == Reason.HEATED_PRACTICAL
    assert answer.opens == NOW + 23 * HOUR


def test_the_later_of_two_moments_is_told() -> None:
    soon, late = mine(13.5), mine(1)

    assert hot(agreed(State.OPEN), soon).reason == Reason.HEATED
    assert hot(agreed(State.OPEN), late).reason == Reason.BUDGET


def test_a_time_of_space_that_ends_sooner_ends_no_heat() -> None:
    ends_tonight = replace(begin(space(0, "either"), NOW - 9 * DAY), since=NOW - 9 * DAY)
    ends_in_spring = begin(space(20, "either"), NOW - 9 * DAY)

    assert hot(ends_tonight).opens == NOW + 23 * HOUR
    assert hot(ends_in_spring).reason == Reason.SPACE_UNTIL


@pytest.mark.parametrize("dangers", SETS, ids=lambda some: "+".join(sorted(some)))
def test_a_danger_is_named_first(dangers: frozenset[Danger]) -> None:
    for heated in (None, NOW):
        answer = verdict(agreed(State.OPEN), [theirs(1)], NOW, dangers=dangers, heated=heated)

        assert answer.reason == Reason(next(d for d in Danger if d in dangers).replace("_", "-"))
        assert answer.opens is None


def test_a_letter_that_was_out_goes_back_behind_the_gate() -> None:
    agreement = agreed(State.TOGETHER)
    calm = verdict(agreement, [], NOW, dangers=NO_DANGER, heated=None)
    out = take_out(slept_on(), calm, NOW, [])

    worse = verdict(agreement, [], NOW + HOUR, dangers=NO_DANGER, heated=NOW + HOUR)

    assert copyable(out, calm)
    assert not copyable(out, worse)
    with pytest.raises(Closed):
        take_out(out, worse, NOW + HOUR, [])


def test_cooling_puts_what_is_written_and_what_is_out_into_the_drawer() -> None:
    calm = verdict(agreed(State.TOGETHER), [], NOW, dangers=NO_DANGER, heated=None)
    out = take_out(slept_on(), calm, NOW, [])

    for draft in (letter(), out):
        cooled = cool(draft, NOW)

        assert (cooled.put_away, cooled.urge, cooled.taken_out) == (NOW, None, None)
        assert cooled.still_wanted is None
        assert cooled.versions == draft.versions


def test_an_answer_given_in_the_heat_counts_for_nothing() -> None:
    lying = cool(slept_on(), NOW)
    hot_answer = reread(lying, still_wanted=True, now=NOW + HOUR)
    calm = verdict(agreed(State.OPEN), [], NOW + DAY, dangers=NO_DANGER, heated=NOW)

    assert calm.allowed
    assert lying.urge == 8
    assert not hot_answer.may_leave(calm, NOW + DAY)


def test_what_was_sent_or_is_empty_stays_as_it_is() -> None:
    sent = replace(slept_on(), sent=NOW - HOUR)

    assert cool(sent, NOW) == sent
    assert cool(Draft("apology"), NOW) == Draft("apology")
    assert cool(write(letter(), "  ", NOW), NOW).put_away is None


def test_no_world_that_was_walked_lets_anything_out_in_the_heat(walked: Search) -> None:
    """Heat changes no agreement and no log, so a world in the heat is one that was walked."""
    pairs = {world // DRAFTS for world in walked.seen}
    given = (walked.tables.in_danger(pair, NO_DANGER, heated=NOW - DAY + MINUTE) for pair in pairs)
    answers = {(one.state, one.allowed, one.reason, one.hold): one for one in given}.values()
    drafts = walked.tables.drafts.values

    assert len(walked.seen) > 500_000
    assert {one.reason for one in answers} & {Reason.HEATED, Reason.HEATED_PRACTICAL}
    assert not any(copyable(draft, answer) for draft in drafts for answer in answers)
    assert all(stays_inside(draft, answer) for draft in drafts for answer in answers)


def test_what_heat_makes_of_a_draft_was_walked_too(walked: Search) -> None:
    """It does what `put away` does: so the worlds after the heat are among those of the walk."""
    put = next(event for event in MOVES if event.name == "put away")
    answer = walked.tables.answers.values[0]
    for draft in list(walked.tables.drafts.values):
        cooled = walked.tables.draft(cool(draft, NOW))

        assert cooled == walked.tables.draft(draft_after(draft, put, answer))


def no_heat(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "_cooled", lambda ruling, *_: ruling)


def half_a_day(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "cools_at", lambda heated: heated + 12 * HOUR)


def practical_goes(patch: pytest.MonkeyPatch) -> None:
    cooled: Callable[..., rulings.Ruling] = rulings.__dict__["_cooled"]

    def leaky(ruling: rulings.Ruling, now: datetime, heated: datetime | None) -> rulings.Ruling:
        return ruling if ruling.state == State.LOGISTICS_ONLY else cooled(ruling, now, heated)

    patch.setattr(rulings, "_cooled", leaky)


@pytest.mark.parametrize("break_it", [no_heat, half_a_day, practical_goes])
def test_a_broken_rule_is_found(
    break_it: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests above must not be right only because nothing ever opens."""
    break_it(monkeypatch)
    agreements = [begin(replace(terms, words=WORDS), NOW - 60 * DAY) for terms in TERMS]

    answers = [hot(one, ago=23 * HOUR, topic="school") for one in agreements]

    assert any(answer.allowed for answer in answers)
