"""Weeks of the body beside weeks of urges: what went together, and never what caused what."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import mean, median

SHORT_SLEEP = 6
"""Hours a night; a line of ours. Doctors advise grown people to sleep seven or more."""
FEWEST_DAYS = 3
"""Days of a week on which something has to be written down before the week counts; our choice."""
FEWEST_WEEKS = 3
"""Weeks that each side of a comparison needs: two can be chance; our choice."""
OFTEN = 3
"""Days of a week from which on something was there often; our choice."""
LOW_MOOD = 3
"""Of 10: at this or below it, a mood is low. Our own slider, and no test."""
LOW_DAYS = 14
"""Two weeks of low mood are what doctors ask about."""
LOW_ENTRIES = 6
"""Moods within those two weeks, fewer of which say nothing; our choice."""


@dataclass(frozen=True)
class BodyDay:
    """What was written down for one day; None is what was left out.

    `sleep` is in hours. `went_hungry`, `moved` and `took_some` say whether there was next to
    nothing to eat, some movement, and alcohol or the like.
    """

    day: date
    sleep: int | None = None
    went_hungry: bool | None = None
    moved: bool | None = None
    took_some: bool | None = None


@dataclass(frozen=True)
class Side:
    """Some weeks of one kind: how many, and what was written down in one on average."""

    weeks: int
    urges: float
    slips: float


@dataclass(frozen=True)
class Compared:
    """Weeks in which something was so, beside those in which it was not; `what` names it."""

    what: str
    so: Side
    otherwise: Side


@dataclass(frozen=True)
class Week:
    """One week from Monday on: its days, urges, and how often an old way was followed."""

    monday: date
    days: tuple[BodyDay, ...]
    urges: int
    slips: int

    @property
    def sleep(self) -> float | None:
        """Return the hours of sleep in a night on average, or None when too few are known."""
        hours = [one.sleep for one in self.days if one.sleep is not None]
        return round(mean(hours), 1) if len(hours) >= FEWEST_DAYS else None


def weeks_of(
    days: Iterable[BodyDay], urges: Sequence[date], slips: Iterable[date], today: date
) -> list[Week]:
    """Return the whole weeks in which both were written down, the oldest first.

    They begin with the first week of urges: before it nobody counted them.
    """
    if not urges:
        return []
    by_week: dict[date, dict[date, BodyDay]] = {}
    for one in days:
        week = by_week.setdefault(_monday(one.day), {})
        week[one.day] = _later(week.get(one.day), one)
    urged, slipped = (Counter(map(_monday, some)) for some in (urges, slips))
    begin, this_week = _monday(min(urges)), _monday(today)
    return [
        Week(monday, tuple(found.values()), urged[monday], slipped[monday])
        for monday, found in sorted(by_week.items())
        if begin <= monday < this_week and len(found) >= FEWEST_DAYS
    ]


def compared(weeks: Sequence[Week]) -> list[Compared]:
    """Return what can be compared: on either side of it there are weeks enough."""
    found = []
    for what, is_so in SIGNS.items():
        sides: dict[bool | None, list[Week]] = {}
        for week in weeks:
            sides.setdefault(is_so(week), []).append(week)
        so, otherwise = sides.get(True, []), sides.get(False, [])
        if min(len(so), len(otherwise)) >= FEWEST_WEEKS:
            found.append(Compared(what, _side(so), _side(otherwise)))
    return found


def is_low(moods: Iterable[tuple[date, int]], today: date) -> bool:
    """Say whether the mood was low for two weeks: half of six moods or more at 3 or below.

    >>> is_low([(date(2026, 3, day), 3) for day in range(1, 7)], date(2026, 3, 10))
    True
    """
    since = today - timedelta(days=LOW_DAYS)
    recent = [mood for day, mood in moods if since < day <= today]
    return len(recent) >= LOW_ENTRIES and median(recent) <= LOW_MOOD


def _later(before: BodyDay | None, one: BodyDay) -> BodyDay:
    """Return a day with what was written down later; what that left out stays."""
    if before is None:
        return one
    return replace(before, **{name: told for name, told in vars(one).items() if told is not None})


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _side(weeks: Sequence[Week]) -> Side:
    urges, slips = (mean(getattr(one, name) for one in weeks) for name in ("urges", "slips"))
    return Side(len(weeks), round(urges, 1), round(slips, 1))


def _slept_little(week: Week) -> bool | None:
    return None if week.sleep is None else week.sleep < SHORT_SLEEP


def _often(name: str, *, so: bool) -> Callable[[Week], bool | None]:
    """Return a question to a week: was something so on three days or more?"""

    def ask(week: Week) -> bool | None:
        told = [getattr(one, name) for one in week.days if getattr(one, name) is not None]
        return told.count(so) >= OFTEN if len(told) >= FEWEST_DAYS else None

    return ask


SIGNS: Mapping[str, Callable[[Week], bool | None]] = {
    "sleep": _slept_little,
    "food": _often("went_hungry", so=True),
    "still": _often("moved", so=False),
    "alcohol": _often("took_some", so=True),
}
"""What a week is asked; None when too little of it was written down."""
