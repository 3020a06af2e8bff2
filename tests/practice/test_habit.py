"""Habits: their plans, their days, how they end, and what follows a lapse."""

from datetime import UTC, date, datetime, timedelta

import pytest

from amends.practice import (
    Debrief,
    Ending,
    Habit,
    HabitDays,
    IfThen,
    Mark,
    Motive,
    Pause,
    PauseEndsBeforeItBegins,
    Ridden,
    Urge,
    are_all_to_be_seen,
    days_to_return,
    end_habit,
    ridden,
    take_up_habit,
)

FIRST = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 22, tzinfo=UTC)
LISTENING = Habit(
    name="Letting them finish",
    harm="I cut them off",
    plans=(IfThen("my answer is ready", "I count two breaths", FIRST),),
    since=FIRST,
    seen="longer silences",
)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def spelled(letters: str) -> HabitDays:
    """Return days as letters: done, lapsed, excused, and a dot for a blank one."""
    states = {"d": Mark.DONE, "l": Mark.LAPSED, "e": Mark.EXCUSED}
    marks = {day(at).isoformat(): states[one] for at, one in enumerate(letters) if one != "."}
    return HabitDays("h1", marks)


def test_a_new_plan_leaves_the_old_one_with_its_day() -> None:
    found = LISTENING.with_plan("my answer is ready", "I put my cup down", day(9))

    assert found.plan == IfThen("my answer is ready", "I put my cup down", day(9))
    assert found.earlier == LISTENING.plans


def test_a_plan_that_stays_the_same_is_no_new_version() -> None:
    found = LISTENING.with_plan("my answer is ready", "I count two breaths", day(9))

    assert found == LISTENING


def test_what_was_said_is_all_that_stands_now() -> None:
    found = LISTENING.with_plan("a new cue", "a new act", day(1)).said

    assert found.splitlines() == [
        "Letting them finish",
        "I cut them off",
        "a new cue",
        "a new act",
        "longer silences",
    ]


def test_nothing_written_shows_in_a_repr() -> None:
    debrief = Debrief("h1", "2026-03-02", NOW, "at nine", "hot", "wine", "they began", "walk")

    shown = repr(LISTENING) + repr(debrief)

    words = [*LISTENING.said.splitlines(), *debrief.said.splitlines()]
    assert [word for word in words if word in shown] == []


def test_a_day_can_be_marked_marked_anew_and_left_blank_again() -> None:
    done = HabitDays("h1").with_mark(FIRST, Mark.DONE)

    assert done.on(FIRST) is Mark.DONE
    assert done.with_mark(FIRST, Mark.LAPSED).on(FIRST) is Mark.LAPSED
    assert done.with_mark(FIRST, None) == HabitDays("h1")


def test_a_day_in_an_excused_stretch_is_excused_unless_it_was_marked() -> None:
    days = HabitDays("h1").with_pause(day(1), day(3)).with_mark(day(2), Mark.DONE)

    found = [days.on(day(number)) for number in range(5)]

    assert found == [None, Mark.EXCUSED, Mark.DONE, Mark.EXCUSED, None]


def test_an_excused_stretch_can_be_taken_out_again() -> None:
    days = HabitDays("h1").with_pause(day(1), day(3))

    assert days.without_pause(day(1), day(3)) == HabitDays("h1")


def test_a_stretch_cannot_end_before_it_begins() -> None:
    with pytest.raises(PauseEndsBeforeItBegins):
        HabitDays("h1").with_pause(day(3), day(1))


def test_an_ended_habit_keeps_everything() -> None:
    found = end_habit(LISTENING, Ending.CARRIES, day(90))

    assert (found.ended, found.ending) == (day(90), Ending.CARRIES)
    assert found.plans == LISTENING.plans


def test_a_habit_taken_up_again_is_excused_for_the_days_between() -> None:
    ended = end_habit(LISTENING, Ending.PUT_DOWN, day(10))

    habit, days = take_up_habit(ended, HabitDays("h1"), day(20))

    assert habit == LISTENING
    assert days.pauses == (Pause(day(11), day(19)),)


def test_a_habit_taken_up_on_the_same_day_has_no_days_between() -> None:
    _, days = take_up_habit(
        end_habit(LISTENING, Ending.PUT_DOWN, day(10)), HabitDays("h1"), day(10)
    )

    assert days.pauses == ()


def of(motive: Motive | None, ended: date | None = None) -> Habit:
    return Habit("a", "b", LISTENING.plans, FIRST, motive=motive, ended=ended)


@pytest.mark.parametrize(
    ("habits", "expected"),
    [
        ([], False),
        ([of(Motive.SEEN)], True),
        ([of(Motive.SEEN), of(Motive.SEEN)], True),
        ([of(Motive.SEEN), of(Motive.ME)], False),
        ([of(Motive.SEEN), of(None)], False),
        ([of(Motive.SEEN), of(Motive.ME, ended=FIRST)], True),
        ([of(Motive.SEEN, ended=FIRST)], False),
    ],
)
def test_it_says_when_every_habit_is_there_to_be_seen(habits: list[Habit], expected: bool) -> None:
    assert are_all_to_be_seen(habits) is expected


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("", None),
        ("ddd", None),
        ("ddl", None),
        ("dld", 1),
        ("l.d", 2),
        ("lld", 2),
        ("leeed", 1),
        ("ldd.dl..d", 2),
        ("ld......ll", 1),
    ],
)
def test_days_to_return_is_the_way_from_a_lapse_to_a_done_day(
    letters: str, expected: float | None
) -> None:
    assert days_to_return(spelled(letters), FIRST, day(len(letters))) == expected


def test_urges_are_counted_for_their_habit_once_their_end_is_known() -> None:
    urges = [
        Urge(NOW, ridden=True, habit="h1"),
        Urge(NOW, ridden=False, habit="h1"),
        Urge(NOW, habit="h1"),
        Urge(NOW, ridden=True, habit="h2"),
    ]

    assert ridden(urges, "h1") == Ridden(had=2, ridden=1)
