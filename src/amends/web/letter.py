"""Where the lines of a letter come from: this is the one list of its sources."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from django.utils import timezone

from amends.contact import kept_days
from amends.journey import Answers, Entry, Row
from amends.practice import (
    ASKED_WITHIN,
    ActTold,
    Habit,
    HabitDays,
    JournalPage,
    LetterLine,
    LetterPart,
    LetterSource,
    Mark,
    Rehearsed,
    Urge,
)
from amends.store import Vault
from amends.web.followed import followed
from amends.web.gate import standing

Read = Callable[[Vault, date], Iterable[LetterLine]]
"""Takes a vault and the first of a month; lines of other months are left out later."""


def lines_of(vault: Vault, part: LetterPart, month: date) -> Iterable[LetterLine]:
    """Return the lines of a part: from a source by name, or from a field of a sheet."""
    if part.source in SOURCES:
        return SOURCES[LetterSource(part.source)](vault, month)
    return _of_sheet(vault, part, month)


def _of_sheet(vault: Vault, part: LetterPart, month: date) -> Iterator[LetterLine]:
    """Yield what was answered in one field; rows with a day of their own have that day."""
    exercise, _, rest = part.source.partition(".")
    name, _, column = rest.partition(".")
    entries = [one.record for one in vault.recent(Entry, since=_before(month))]
    sheets = vault.records(Answers) if part.day else []
    for record in [*entries, *sheets]:
        if record.exercise == exercise and record.versions:
            at, value = _day(record.versions[0].at), record.values.get(name, "")
            if column and isinstance(value, list):
                yield from (
                    _of_row(row, column, part, at) for row in value if isinstance(row, dict)
                )
            elif isinstance(value, str) and value.strip():
                yield LetterLine(at, value)


def _of_row(row: Row, column: str, part: LetterPart, at: date) -> LetterLine:
    """Return a row of a table; one without a day belongs to no month."""
    day = str(row.get(part.day, "")) if part.day else at.isoformat()
    return LetterLine(date.fromisoformat(day) if day else date.min, str(row.get(column, "")))


def _acts(vault: Vault, month: date) -> Iterator[LetterLine]:
    written = vault.recent(JournalPage, since=_before(month) - ASKED_WITHIN)
    acts = {kept.id.hex(): kept.record.act for kept in written}
    for kept in vault.recent(ActTold, since=_before(month)):
        if kept.record.outcome == "done" and acts.get(kept.record.page, "").strip():
            yield LetterLine(_day(kept.record.at), acts[kept.record.page])


def _habits(vault: Vault, month: date) -> Iterator[LetterLine]:
    names = {kept.id.hex(): kept.record.name for kept in vault.all(Habit)}
    for days in vault.records(HabitDays):
        for day, mark in days.marks.items():
            if mark is Mark.DONE and days.habit in names and day.startswith(f"{month:%Y-%m}"):
                yield LetterLine(date.fromisoformat(day), names[days.habit])


def _kept_days(vault: Vault, month: date) -> Iterator[LetterLine]:
    del month  # the agreement knows its days
    now = timezone.localtime()
    stands = standing(vault, now)
    if stands.agreement:
        agreement, log = stands.agreement.record, [kept.record for kept in stands.log]
        log += followed(vault, agreement, log, now)
        for one in kept_days(agreement, log, now):
            if one.is_kept:
                yield LetterLine(one.day)


def _rehearsed(vault: Vault, month: date) -> Iterator[LetterLine]:
    for kept in vault.recent(Rehearsed, since=_before(month)):
        yield LetterLine(_day(kept.record.at), kept.record.learnt)


def _urges(vault: Vault, month: date) -> Iterator[LetterLine]:
    for kept in vault.recent(Urge, since=_before(month)):
        urge = kept.record
        if urge.ridden is not False and urge.helped.strip():
            yield LetterLine(_day(urge.began), urge.helped)


def _before(month: date) -> date:
    """Return the day before a month: what is kept is dated by the day in Greenwich."""
    return month - timedelta(days=1)


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


SOURCES: Mapping[LetterSource, Read] = {
    LetterSource.ACTS: _acts,
    LetterSource.HABITS: _habits,
    LetterSource.KEPT_DAYS: _kept_days,
    LetterSource.REHEARSED: _rehearsed,
    LetterSource.URGES: _urges,
}
"""Where lines come from that no sheet holds. To add one: its name in LetterSource, a line here."""
