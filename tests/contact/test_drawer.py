"""A draft waits a day, is read again, and leaves by the gate, one at a time."""

from dataclasses import replace

import pytest

from amends.contact import (
    AlreadySent,
    AnotherIsOut,
    AskAgain,
    Closed,
    Contact,
    Draft,
    DrawerStatistics,
    EmptyDraft,
    NoLongerWanted,
    NotInDrawer,
    NotReread,
    NotTakenOut,
    State,
    StillWaiting,
    Terms,
    UrgeOffScale,
    begin,
    change,
    copyable,
    drawer_statistics,
    mark_sent,
    put_away,
    put_back,
    rate_urge,
    reread,
    take_out,
)
from tests.contact.scenes import DAY, HOUR, NOW, SAID, WORDS, agreed, asked, letter, slept_on, space

OPEN = asked(agreed(State.OPEN))
PRACTICAL = agreed(State.LOGISTICS_ONLY, topics=("school",))


def out() -> Draft:
    return take_out(slept_on(), OPEN, NOW, [])


@pytest.mark.parametrize("kind", ["apology", "message", "reply", "conflict", "goodbye"])
def test_after_a_day_and_a_second_reading_it_may_leave(kind: str) -> None:
    draft = replace(slept_on(), kind=kind)

    assert draft.may_leave(OPEN, NOW)
    assert take_out(draft, OPEN, NOW, []) == replace(draft, taken_out=NOW)


@pytest.mark.parametrize("state", [s for s in State if s not in {State.OPEN, State.TOGETHER}])
@pytest.mark.parametrize("kind", ["apology", "goodbye"])
def test_behind_a_closed_gate_it_stays(state: State, kind: str) -> None:
    closed = asked(agreed(state))
    draft = replace(slept_on(), kind=kind)

    with pytest.raises(Closed) as refused:
        take_out(draft, closed, NOW, [])
    assert refused.value.verdict is closed
    assert not draft.may_leave(closed, NOW)
    assert not copyable(replace(draft, taken_out=NOW), closed)


def test_a_refusal_does_not_say_what_they_said() -> None:
    error = Closed(asked(agreed(State.SAID_NO)))

    assert WORDS not in f"{error} {error!r} {error.args}"


def test_before_its_day_is_over_it_waits() -> None:
    draft = reread(put_away(letter(), 8, NOW - 23 * HOUR), True, NOW)

    with pytest.raises(StillWaiting) as refused:
        take_out(draft, OPEN, NOW, [])
    assert refused.value.opens == draft.opens(OPEN) == NOW + HOUR


def test_a_reading_before_the_day_is_over_is_no_second_reading() -> None:
    draft = reread(put_away(letter(), 8, NOW - DAY), True, NOW - HOUR)

    with pytest.raises(NotReread):
        take_out(draft, OPEN, NOW, [])
    assert reread(draft, True, NOW).may_leave(OPEN, NOW)


def test_what_is_no_longer_wanted_stays() -> None:
    with pytest.raises(NoLongerWanted):
        take_out(reread(slept_on(), False, NOW), OPEN, NOW, [])


def test_what_never_waited_stays() -> None:
    with pytest.raises(NotInDrawer):
        take_out(letter(), OPEN, NOW, [])


def test_a_verdict_of_another_time_opens_nothing() -> None:
    with pytest.raises(AskAgain):
        take_out(slept_on(), OPEN, NOW + HOUR, [])


def test_a_verdict_about_another_topic_opens_nothing() -> None:
    about_school = asked(PRACTICAL, topic="school")

    with pytest.raises(AskAgain):
        take_out(slept_on("us"), about_school, NOW, [])
    assert take_out(slept_on("school"), about_school, NOW, []).is_out


def test_practical_matters_leave_as_soon_as_they_were_read_again() -> None:
    draft = reread(put_away(letter("school"), 2, NOW), True, NOW)

    assert draft.may_leave(asked(PRACTICAL, topic="school"), NOW)


def test_only_one_is_out_at_a_time() -> None:
    with pytest.raises(AnotherIsOut):
        take_out(slept_on(), OPEN, NOW, [letter(), out()])

    assert take_out(slept_on(), OPEN, NOW, [replace(out(), sent=NOW), put_back(out(), NOW)])


def test_it_can_be_copied_for_a_day_while_the_gate_is_open() -> None:
    late = asked(agreed(State.OPEN), days=1)

    assert copyable(out(), OPEN)
    assert not copyable(slept_on(), OPEN)
    assert not copyable(out(), late)
    assert copyable(take_out(out(), late, NOW + DAY, [out()]), late)


def test_put_back_it_waits_anew() -> None:
    draft = put_back(out(), NOW)

    assert (draft.is_out, draft.put_away, draft.still_wanted) == (False, NOW, None)


def test_from_the_drawer_it_goes_back_to_the_desk() -> None:
    draft = put_back(slept_on(), NOW)

    assert (draft.is_put_away, draft.text) == (False, letter().text)


def test_what_was_sent_goes_into_the_log_and_spends_the_budget() -> None:
    draft, contact = mark_sent(replace(out(), topic="us"), OPEN, NOW, "letter")

    assert (draft.sent, draft.is_out) == (NOW, False)
    assert contact == Contact(NOW, "me", "letter")
    assert not asked(agreed(State.OPEN), contact).allowed


def test_what_was_sent_about_practical_matters_keeps_its_topic() -> None:
    answer = asked(PRACTICAL, topic="school")
    _, contact = mark_sent(take_out(slept_on("school"), answer, NOW, []), answer, NOW, "message")

    assert contact.topic == "school"


def test_what_was_sent_is_written_down_also_behind_a_closed_gate() -> None:
    draft, _ = mark_sent(out(), asked(agreed(State.SAID_NO)), NOW, "letter")

    assert draft.sent


def test_only_what_was_out_can_be_sent() -> None:
    with pytest.raises(NotTakenOut):
        mark_sent(slept_on(), OPEN, NOW, "letter")


def test_a_sent_draft_leaves_no_second_time() -> None:
    sent = replace(out(), sent=NOW)

    assert not sent.may_leave(OPEN, NOW)
    assert not copyable(sent, OPEN)
    for again in (
        lambda: take_out(sent, OPEN, NOW, []),
        lambda: put_away(sent, 5, NOW),
        lambda: reread(sent, True, NOW),
        lambda: rate_urge(sent, 5),
        lambda: put_back(sent, NOW),
        lambda: mark_sent(sent, OPEN, NOW, "letter"),
    ):
        with pytest.raises(AlreadySent):
            again()


@pytest.mark.parametrize("urge", [-1, 11])
def test_the_urge_goes_from_nought_to_ten(urge: int) -> None:
    with pytest.raises(UrgeOffScale):
        put_away(letter(), urge, NOW)

    assert [put_away(letter(), at, NOW).urge for at in (0, 10)] == [0, 10]


def test_a_letter_goes_in_without_a_number_and_is_given_one_later() -> None:
    inside = put_away(letter(), None, NOW)

    rated = rate_urge(inside, 8)

    assert (inside.is_put_away, inside.urge) == (True, None)
    assert rated == replace(inside, urge=8)


def test_only_what_lies_in_the_drawer_is_rated_and_only_on_the_scale() -> None:
    with pytest.raises(NotInDrawer):
        rate_urge(letter(), 8)
    with pytest.raises(UrgeOffScale):
        rate_urge(put_away(letter(), None, NOW), 11)


def test_nothing_to_read_cannot_be_put_away() -> None:
    with pytest.raises(EmptyDraft):
        put_away(Draft("message"), 5, NOW)


@pytest.mark.parametrize("move", [put_back, lambda draft, now: reread(draft, True, now)])
def test_what_is_on_the_desk_is_not_in_the_drawer(move: object) -> None:
    assert callable(move)

    with pytest.raises(NotInDrawer):
        move(letter(), NOW)


def test_a_space_that_comes_later_closes_what_is_out() -> None:
    space_now = asked(begin(space(30, "either"), NOW))

    assert not copyable(out(), space_now)


def test_the_statistics_count_what_was_held_and_still_wanted() -> None:
    waiting = put_away(letter(), 9, NOW)
    drafts = [letter(), waiting, slept_on(), reread(slept_on(), False, NOW), out()]
    drafts += [mark_sent(out(), OPEN, NOW, "letter")[0]]

    assert drawer_statistics(drafts) == DrawerStatistics(
        held=5, reread=4, still_wanted=3, no_longer_wanted=1, sent=1
    )
    assert drawer_statistics([]) == DrawerStatistics(0, 0, 0, 0, 0)


def test_a_letter_comes_out_of_the_drawer_after_their_words_and_thirty_days() -> None:
    agreement = change(agreed(State.SAID_NO), Terms(State.OPEN), NOW - 30 * DAY, SAID)

    assert copyable(take_out(slept_on(), asked(agreement), NOW, []), asked(agreement))
