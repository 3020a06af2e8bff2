"""The agreement day by day: which days were kept as they were asked for, and which were not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from amends.contact.agreement import Agreement, in_force
from amends.contact.allowance import Reach, allowance
from amends.contact.log import Contact, Log, in_order
from amends.contact.terms import State, Terms

DAY = timedelta(days=1)


@dataclass(frozen=True)
class KeptDay:
    """A day on which distance was asked for; `broken_by` are my contacts against it."""

    day: date
    broken_by: tuple[Contact, ...] = ()

    @property
    def is_kept(self) -> bool:
        """Say whether it was kept."""
        return not self.broken_by


@dataclass(frozen=True)
class _Period:
    """Terms from one moment to another, and when they first wrote because they wanted to."""

    terms: Terms
    since: datetime
    ended: datetime
    wrote: datetime | None

    def asks(self, at: datetime) -> bool:
        """Say whether distance was asked for at a moment; nobody asked while nothing is known."""
        if self.terms.state == State.UNKNOWN:
            return False
        they_wrote = self.wrote is not None and self.wrote <= at
        return allowance(self.terms, at.date(), they_wrote=they_wrote).reach <= Reach.TOPICS

    def is_broken_by(self, contact: Contact, at: datetime) -> bool:
        """Say whether a contact of mine went against the terms."""
        if not contact.is_mine or contact.excepted or not self.since <= at < self.ended:
            return False
        # What a practical message was about is not always written down: it is then believed.
        is_practical = self.terms.state == State.LOGISTICS_ONLY and (
            not contact.topic.strip() or self.terms.names(contact.topic)
        )
        return self.asks(at) and not is_practical


def kept_days(agreement: Agreement, log: Iterable[Contact], now: datetime) -> tuple[KeptDay, ...]:
    """Return the days on which distance was asked for, the earliest first.

    `now` is aware, in the user's own time zone. Today is not over: it is among them only when it
    was not kept. A day on which nothing was asked for is not among them, and a day that was not
    kept takes nothing from the others.
    """
    entries = [entry for entry in in_order(log, now) if entry.at <= now]
    broken: dict[date, list[Contact]] = {}
    for period in _periods(in_force(agreement, now), entries, now):
        for day in _asked(period):
            broken.setdefault(day, [])
        for entry in entries:
            at = entry.at.astimezone(now.tzinfo)
            if period.is_broken_by(entry, at):
                broken.setdefault(at.date(), []).append(entry)
    over = {day: found for day, found in broken.items() if found or day < now.date()}
    return tuple(KeptDay(day, tuple(found)) for day, found in sorted(over.items()))


def make_exception(contact: Contact, *, excepted: bool) -> Contact:
    """Return a contact as one that kept to an exception they had named, or no longer.

    The gate and the count of contacts rest nothing on it.
    """
    return replace(contact, excepted=excepted)


def _periods(agreement: Agreement, log: Log, now: datetime) -> Iterator[_Period]:
    for earlier in agreement.before:
        yield _period(earlier.terms, earlier.since, earlier.ended, log, now)
    # a contact at this very moment counts
    yield _period(agreement.terms, agreement.since, now + timedelta(microseconds=1), log, now)


def _period(
    terms: Terms, since: datetime, ended: datetime, log: Sequence[Contact], now: datetime
) -> _Period:
    since, ended = since.astimezone(now.tzinfo), ended.astimezone(now.tzinfo)
    opens = terms.first_day_after or since.date()
    replies = (
        entry.at
        for entry in log
        if entry.is_willing_reply
        and entry.at >= since
        and entry.at.astimezone(now.tzinfo).date() >= opens
    )
    return _Period(terms, since, ended, min(replies, default=None))


def _asked(period: _Period) -> Iterator[date]:
    """Yield each day that begins, or in whose course the terms begin, with distance asked for."""
    day = period.since.date()
    while day <= period.ended.date():
        morning = datetime.combine(day, time.min, period.since.tzinfo)
        if period.asks(max(morning, period.since)):
            yield day
        day += DAY
