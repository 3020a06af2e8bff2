"""When a strong wish to hurt was last kept, for the gate of the browser and the command line."""

from datetime import UTC, datetime, timedelta

from amends.practice import Drives, heated
from amends.store.vault import Vault

LOOK_BACK = timedelta(days=2)
"""Longer than the gate holds for one, and short enough that no year of readings is opened."""


def last_heat(vault: Vault, now: datetime) -> datetime | None:
    """Return when a wish to hurt was last strong, if that may still matter; otherwise None."""
    since = (now - LOOK_BACK).astimezone(UTC).date()
    return heated(kept.record for kept in vault.recent(Drives, since=since))
