"""What was kept about the body, as days and moods, beside urges and slips."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from django.utils import timezone

from amends.journey import Entry, Exercise
from amends.practice import BodyDay, HabitDays, Mark, Urge, Week, is_low, weeks_of
from amends.store import Kept, Vault
from amends.web.content import program

SHEET = "work/body"
LOOK_BACK = timedelta(days=366)
"""A year: older weeks say little about now, and years of entries need not be opened."""


def body_sheet() -> Exercise:
    """Return the sheet of ten seconds."""
    return next(one for one in program().exercises if one.id == SHEET)


def recent_entries(vault: Vault, now: datetime) -> list[Entry]:
    """Return the entries of that sheet within a year."""
    return entries_of(vault.recent(Entry, since=(now - LOOK_BACK).date()))


def weeks_kept(vault: Vault, entries: Sequence[Entry], now: datetime) -> list[Week]:
    """Return the weeks of what was kept within a year, the oldest first."""
    urges = [kept.record for kept in vault.recent(Urge, since=(now - LOOK_BACK).date())]
    days = [_body_day(one) for one in entries]
    slips = [*_followed(urges), *_lapsed(vault.records(HabitDays))]
    return weeks_of(days, [_day(one.began) for one in urges], slips, _day(now))


def has_low_mood(entries: Sequence[Entry], now: datetime) -> bool:
    """Say whether the mood that was kept has been low for two weeks. Nothing of it is stored."""
    moods = [
        (_day(one.versions[0].at), mood)
        for one in entries
        if isinstance(mood := one.values.get("mood"), int)
    ]
    return is_low(moods, _day(now))


def entries_of(entries: Sequence[Kept[Entry]]) -> list[Entry]:
    """Return the entries of that sheet."""
    return [kept.record for kept in entries if kept.record.exercise == SHEET]


def _body_day(entry: Entry) -> BodyDay:
    sleep = entry.values.get("sleep")
    moved, took_none = _is_none(entry, "moved"), _is_none(entry, "alcohol")
    return BodyDay(
        day=_day(entry.versions[0].at),
        sleep=sleep if isinstance(sleep, int) else None,
        went_hungry=_is_none(entry, "food"),
        moved=None if moved is None else not moved,
        took_some=None if took_none is None else not took_none,
    )


def _is_none(entry: Entry, name: str) -> bool | None:
    """Say whether the first choice was taken, which stands for none; None when left out."""
    choices = next(field.choices for field in body_sheet().fields if field.name == name)
    value = entry.values.get(name)
    return value == choices[0] if value in choices else None


def _followed(urges: Sequence[Urge]) -> Iterator[date]:
    """Yield the days of urges that were followed; those of a habit are among its lapses."""
    yield from (_day(one.began) for one in urges if one.ridden is False and not one.habit)


def _lapsed(habits: Sequence[HabitDays]) -> Iterator[date]:
    for days in habits:
        for day, mark in days.marks.items():
            if mark is Mark.LAPSED:
                yield date.fromisoformat(day)


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
