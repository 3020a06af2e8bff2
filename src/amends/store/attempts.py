"""Slow guessing down: after a few wrong passphrases each try waits, twice as long every time.

A try is counted before it is looked at, so that tries made at the same moment count as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from amends.store.errors import TooManyTries
from amends.store.models import Attempts
from amends.store.wall import reading, writing

FREE = 4  # typing errors happen
FIRST = timedelta(seconds=5)
LONGEST = timedelta(minutes=15)  # long enough to spoil guessing, short enough for the owner


@dataclass(frozen=True)
class FailedTries:
    """How many tries failed since the last that worked, and when the last one was."""

    count: int = 0
    last: datetime | None = None


def failed_tries(account: UUID) -> FailedTries:
    """Return the tries that failed since the last that worked."""
    with reading(account):
        row = Attempts.objects.filter(account_id=account).first()
    return FailedTries(row.failures, row.last) if row else FailedTries()


def wait_after(failures: int) -> timedelta:
    """Return how long no passphrase is looked at after so many failures in a row."""
    if failures < FREE:
        return timedelta(0)
    doubled: timedelta = FIRST * 2 ** min(failures - FREE, 10)
    return min(LONGEST, doubled)


@contextmanager
def counted(account: UUID) -> Iterator[None]:
    """Count one try as failed unless the block ends well; raises TooManyTries before it begins."""
    wait = _begin(account, timezone.now())
    if wait:
        raise TooManyTries(wait)
    yield
    with writing(account):
        Attempts.objects.filter(account_id=account).delete()


def _begin(account: UUID, now: datetime) -> timedelta:
    """Return how long to wait; when that is nothing, the try has been counted."""
    with writing(account):
        row, _ = Attempts.objects.select_for_update().get_or_create(
            account_id=account, defaults={"failures": 0, "last": now}
        )
        # A clock that was set back must not lock the owner out until it has caught up.
        wait = wait_after(row.failures) - max(now - row.last, timedelta(0))
        if wait <= timedelta(0):
            row.failures += 1
        if wait <= timedelta(0) or row.last > now:
            row.last = now
            row.save()
    return max(wait, timedelta(0))
