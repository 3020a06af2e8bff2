"""The last times a vault was opened, sealed in it: the times alone, and the tries that failed."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.utils import timezone

from amends.store import rows
from amends.store.attempts import FailedTries
from amends.store.envelope import Kept
from amends.store.errors import DamagedRecord, StoreError
from amends.vault import AccountKeys

REMEMBERED = 20  # enough to notice a stranger, too few to be a diary of nights


@dataclass(frozen=True)
class Use:
    """One time at which the passphrase or the code was right, and the failed tries before it."""

    at: datetime
    failed: int = 0
    last_failed: datetime | None = None
    with_code: bool = False


@dataclass(frozen=True)
class Uses:
    """The last uses, the newest first."""

    KIND: ClassVar[str] = "uses"
    latest: tuple[Use, ...] = ()


def note_use(
    account: UUID, keys: AccountKeys, failed: FailedTries, *, with_code: bool = False
) -> None:
    """Add a use; a full disk or a damaged record keeps nobody out."""
    use = Use(timezone.now(), failed.count, failed.last, with_code)
    with suppress(StoreError):
        kept = _kept(account, keys)
        if kept is None:
            rows.add(account, keys, Uses((use,)))
            return
        latest = (use, *kept.record.latest)[:REMEMBERED]
        rows.replace(account, keys, Uses(latest), UUID(bytes=kept.id), None)


def _kept(account: UUID, keys: AccountKeys) -> Kept[Uses] | None:
    try:
        found = rows.every(account, keys, Uses)
    except DamagedRecord:
        return None
    return found[-1] if found else None
