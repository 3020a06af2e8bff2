"""What shows on this device, and for how long, as its owner chose it."""

from dataclasses import dataclass
from typing import ClassVar

from amends.store import IDLE_MINUTES, Kept, Vault

IDLE_CHOICES = (1, 2, 5, 10, 15, 20, 30)  # minutes


@dataclass(frozen=True)
class Discretion:
    """Whether titles and icon are neutral, after how many idle minutes amends locks, and the key.

    A key that stands alone has to be one's own to turn off (WCAG 2.1.4): whoever speaks to the
    machine, or hits keys by accident, would leave the page with it.
    """

    KIND: ClassVar[str] = "discretion"
    is_neutral: bool = False
    idle_minutes: int = IDLE_MINUTES
    has_urge_key: bool = True


def discretion_of(vault: Vault) -> Kept[Discretion] | None:
    """Return the choice that was kept, or None."""
    kept = vault.all(Discretion)
    return kept[-1] if kept else None


def chosen(vault: Vault | None) -> Discretion:
    """Return the choice; nothing was chosen while locked, and nothing of it is told."""
    kept = discretion_of(vault) if vault else None
    return kept.record if kept else Discretion()
