"""A habit: the harm that it answers, its if-then plans, why one does it, and its days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from amends.practice.strength import Mark, Pause, strength, strengths

MOST_HABITS = 5
"""Habits at a time; with more, each gets less (a rule of counsellors, grade D)."""


class Motive(StrEnum):
    """For whom a habit is, as its owner says."""

    ME = "me"
    THEM = "them"
    SEEN = "seen"


class Ending(StrEnum):
    """How a habit ended; it is kept either way."""

    CARRIES = "carries"
    PUT_DOWN = "put-down"


@dataclass(frozen=True)
class IfThen:
    """If the cue comes, then this act; in force since a day."""

    cue: str = field(repr=False)
    act: str = field(repr=False)
    since: date


@dataclass(frozen=True)
class Habit:
    """What someone practises in place of a harm; `plans` are all versions, the newest last.

    `seen` is what someone else could see. Its days are a record of their own: marks are set every
    day, and these words are not to count as written anew each time.
    """

    KIND: ClassVar[str] = "habit"

    name: str = field(repr=False)
    harm: str = field(repr=False)
    plans: tuple[IfThen, ...]
    since: date
    seen: str = field(default="", repr=False)
    motive: Motive | None = None
    is_worth_it: bool = False
    ended: date | None = None
    ending: Ending | None = None

    @property
    def plan(self) -> IfThen:
        """Return the plan in force."""
        return self.plans[-1]

    @property
    def earlier(self) -> tuple[IfThen, ...]:
        """Return the plans before it, the newest first."""
        return self.plans[-2::-1]

    @property
    def said(self) -> str:
        """Return the words as they stand now."""
        return f"{self.name}\n{self.harm}\n{self.plan.cue}\n{self.plan.act}\n{self.seen}"

    def with_plan(self, cue: str, act: str, on: date) -> "Habit":
        """Return the habit with one more version of its plan, or as it is when nothing changed."""
        if (cue, act) == (self.plan.cue, self.plan.act):
            return self
        return replace(self, plans=(*self.plans, IfThen(cue, act, on)))


@dataclass(frozen=True)
class HabitDays:
    """The days of one habit, by their dates such as 2026-03-14.

    `habit` is the id of its record as hex. `debriefs` leads from a lapse to the record of its
    debrief, as hex.
    """

    KIND: ClassVar[str] = "habit-days"

    habit: str
    marks: Mapping[str, Mark] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    debriefs: Mapping[str, str] = field(default_factory=dict)

    def on(self, day: date) -> Mark | None:
        """Return what a day was; one in a pause is excused unless it was marked."""
        is_free = any(pause.holds(day) for pause in self.pauses)
        return self.marks.get(day.isoformat()) or (Mark.EXCUSED if is_free else None)

    def with_mark(self, day: date, mark: Mark | None) -> "HabitDays":
        """Return the days with one marked anew, or left blank again."""
        rest = {key: kept for key, kept in self.marks.items() if key != day.isoformat()}
        return replace(self, marks=rest | ({day.isoformat(): mark} if mark else {}))

    def with_debrief(self, day: date, debrief: str) -> "HabitDays":
        """Return the days with a lapse that was looked at; `debrief` is the id of its record."""
        return replace(self, debriefs={**self.debriefs, day.isoformat(): debrief})

    def with_pause(self, first: date, last: date) -> "HabitDays":
        """Return the days with a stretch excused; raises PauseEndsBeforeItBegins."""
        if last < first:
            raise PauseEndsBeforeItBegins
        return replace(self, pauses=tuple(sorted({*self.pauses, Pause(first, last)}, key=_first)))

    def without_pause(self, first: date, last: date) -> "HabitDays":
        """Return the days without that excused stretch."""
        gone = Pause(first, last)
        return replace(self, pauses=tuple(one for one in self.pauses if one != gone))

    def strength(self, since: date, today: date) -> float:
        """Return how firm the habit is, from 0 to 1."""
        return strength(self.marks, since, today, self.pauses, self.debriefs)

    def strengths(self, since: date, today: date) -> list[tuple[date, float]]:
        """Return how firm it was at the end of each day."""
        return list(strengths(self.marks, since, today, self.pauses, self.debriefs))


def end_habit(habit: Habit, ending: Ending, today: date) -> Habit:
    """Return the habit as it ended; nothing of it is lost."""
    return replace(habit, ended=today, ending=ending)


def take_up_habit(habit: Habit, days: HabitDays, today: date) -> tuple[Habit, HabitDays]:
    """Return a habit taken up again, and its days: those in between are excused."""
    gap = (habit.ended or today) + timedelta(days=1)
    if gap < today:
        days = days.with_pause(gap, today - timedelta(days=1))
    return replace(habit, ended=None, ending=None), days


def are_all_to_be_seen(habits: Iterable[Habit]) -> bool:
    """Say whether there are habits, and each of those that go on is there to be seen."""
    motives = {habit.motive for habit in habits if not habit.ended}
    return motives == {Motive.SEEN}


def _first(pause: Pause) -> tuple[date, date]:
    return pause.first, pause.last


class PauseEndsBeforeItBegins(ValueError):
    """A stretch whose last day lies before its first."""

    def __init__(self) -> None:
        """Say what was wrong."""
        super().__init__("a stretch ends on its first day or later")
