"""A week of dates: something exciting, something familiar, within what was wished for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from amends.together.dates import DateIdea, DateNote, Wishes
from amends.together.lots import lot

REST = timedelta(weeks=8)
"""How long an idea rests after it was done, unless it was liked; our choice."""
LIKED_REST = timedelta(weeks=4)
"""How long an idea rests that was liked; our choice."""
LEEWAY = 1 / 3
"""Of the minutes wished for, upwards and downwards: 60 to 120 around 90; our choice."""
MOST_EXCITING = 3
"""More dates than that in one week are a timetable; our choice."""
LONG_EVERY = 4
"""In one week of so many an outing may be longer than the week's minutes; our choice."""
_SHARED = 0.35
"""How much a shared interest counts against the lot, which is 0 to 1: preferred, not only."""
_LATELY = timedelta(weeks=3)
_WORN = 0.25
"""How much an interest counts for less that was had within the last three weeks."""
_MONDAY = date(1970, 1, 5)


@dataclass(frozen=True)
class Planned:
    """One idea in the plan of a week.

    `on` is its day when one was chosen; `is_return` is true for one that was liked before; `shared`
    are the interests of both that it serves.
    """

    idea: DateIdea
    on: date | None = None
    is_return: bool = False
    shared: tuple[str, ...] = ()

    @property
    def is_familiar(self) -> bool:
        """Say whether the two know it: by its kind, or because they liked it before."""
        return self.is_return or self.idea.pull == "familiar"


@dataclass(frozen=True)
class Setting:
    """What a plan is made in: which day, which seed, what both like, what hurts.

    `allowed` is false while the two are apart: then the plan is empty. `overlaps` are interests of
    both, by id. `hurt` are ids of ideas or interests, or words, that neither wants to meet.
    """

    today: date
    allowed: bool
    seed: str = ""
    overlaps: frozenset[str] = frozenset()
    hurt: frozenset[str] = field(default=frozenset(), repr=False)


def plan(
    ideas: Sequence[DateIdea], wishes: Wishes, notes: Sequence[DateNote], setting: Setting
) -> tuple[Planned, ...]:
    """Return the plan of this week, Monday to Sunday, the same for the same notes and seed.

    What has a day in this week comes first and counts. Then something exciting until its minutes
    are near those wished for, new before known, and one familiar idea. Where wishes are narrow
    there may be less; never something that was noted as `again=False`.
    """
    if not setting.allowed:
        return ()
    chosen = [*_with_a_day(ideas, notes, setting)]
    known = {note.idea for note in notes}
    offered = [one for one in _offered(ideas, wishes, notes, setting) if one not in chosen]
    worn = _worn(ideas, notes, week_of(setting.today)[0])
    order = sorted(offered, key=lambda one: _rank(one, worn, setting))
    fresh = [one for one in order if one.idea.exciting and one.idea.id not in known]
    old = [one for one in order if one.idea.exciting and one.idea.id in known]
    chosen = _exciting(chosen, [*fresh, *old], wishes, setting)
    return (*chosen, *_familiar(chosen, order, wishes))


def exciting_minutes(planned: Iterable[Planned]) -> int:
    """Return how many minutes of something exciting a plan holds."""
    return sum(one.idea.minutes for one in planned if one.idea.exciting)


def week_of(day: date) -> tuple[date, date]:
    """Return the Monday and the Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _with_a_day(
    ideas: Sequence[DateIdea], notes: Sequence[DateNote], setting: Setting
) -> Iterator[Planned]:
    """Yield what was chosen for a day of this week, unless it was said since that it hurts."""
    by_id = {one.id: one for one in ideas if not one.is_tied_to(setting.hurt)}
    first, last = week_of(setting.today)
    for note in sorted(notes, key=lambda one: (one.on, one.idea)):
        if first <= note.on <= last and note.idea in by_id:
            before = [one for one in notes if one.idea == note.idea and one.on < note.on]
            is_return = any(one.again for one in before)
            yield _planned(by_id[note.idea], setting, on=note.on, is_return=is_return)


def _offered(
    ideas: Iterable[DateIdea], wishes: Wishes, notes: Sequence[DateNote], setting: Setting
) -> Iterator[Planned]:
    """Yield what may be offered this week."""
    monday, sunday = week_of(setting.today)
    refused = {note.idea for note in notes if note.again is False}
    latest = {note.idea: note for note in sorted(notes, key=lambda one: one.on)}
    for idea in ideas:
        note = latest.get(idea.id)
        rest = LIKED_REST if note and note.again else REST
        is_rested = note is None or (note.on <= sunday and monday - note.on >= rest)
        if (
            is_rested
            and idea.id not in refused
            and idea.fits(wishes)
            and not idea.is_tied_to(setting.hurt)
        ):
            yield _planned(idea, setting, is_return=bool(note and note.again))


def _planned(
    idea: DateIdea, setting: Setting, *, on: date | None = None, is_return: bool = False
) -> Planned:
    shared = tuple(one for one in idea.interests if one in setting.overlaps)
    return Planned(idea, on, is_return, shared)


def _rank(one: Planned, worn: frozenset[str], setting: Setting) -> float:
    """Return where an idea stands this week, the first the lowest."""
    drawn = lot(setting.seed, "date", _week_number(setting.today), one.idea.id)
    is_worn = bool(worn.intersection(one.idea.interests))
    return drawn - (_SHARED if one.shared else 0.0) + (_WORN if is_worn else 0.0)


def _worn(ideas: Iterable[DateIdea], notes: Iterable[DateNote], monday: date) -> frozenset[str]:
    """Return the interests that were had in the weeks before a Monday."""
    lately = {note.idea for note in notes if timedelta() < monday - note.on <= _LATELY}
    return frozenset(one for idea in ideas if idea.id in lately for one in idea.interests)


def _exciting(
    chosen: list[Planned], order: Sequence[Planned], wishes: Wishes, setting: Setting
) -> list[Planned]:
    """Return what was chosen with exciting ideas added until their minutes are near the wish."""
    least, most = wishes.minutes * (1 - LEEWAY), wishes.minutes * (1 + LEEWAY)
    if _is_long(setting) and not chosen:
        long = [one for one in order if one.idea.minutes > most and wishes.minutes]
        if long:
            return long[:1]
    while exciting_minutes(chosen) < least and _count(chosen) < MOST_EXCITING:
        so_far = exciting_minutes(chosen)
        left = [one for one in order if one not in chosen and so_far + one.idea.minutes <= most]
        is_last = _count(chosen) == MOST_EXCITING - 1
        enough = [one for one in left if is_last and so_far + one.idea.minutes >= least]
        if not left:
            break
        chosen = [*chosen, (enough or left)[0]]
    return chosen


def _count(chosen: Iterable[Planned]) -> int:
    return sum(one.idea.exciting for one in chosen)


def _familiar(
    chosen: Sequence[Planned], order: Sequence[Planned], wishes: Wishes
) -> Iterator[Planned]:
    """Yield one familiar idea, unless the week has one: calm, or liked before if there is room."""
    if any(one.is_familiar and not one.idea.exciting for one in chosen):
        return
    room = wishes.minutes * (1 + LEEWAY) - exciting_minutes(chosen)
    fitting = (
        one
        for one in order
        if one not in chosen
        and one.is_familiar
        and (not one.idea.exciting or (one.is_return and one.idea.minutes <= room))
    )
    yield from [*fitting][:1]


def _is_long(setting: Setting) -> bool:
    """Say whether this week may hold a long outing; which one of four it is, the seed decides."""
    turn = int(lot(setting.seed, "long") * LONG_EVERY)
    return _week_number(setting.today) % LONG_EVERY == turn


def _week_number(day: date) -> int:
    return (day - _MONDAY).days // 7
