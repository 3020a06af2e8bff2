"""Which dangers stand, as the records of one vault tell; only the gate's page asks it."""

from datetime import datetime

from amends.safety import Danger, dangers
from amends.store import Vault


def dangers_of(vault: Vault, now: datetime) -> frozenset[Danger]:
    """Return the dangers that close the gate; what each rests on is in `amends.safety`."""
    return dangers(vault.records, now)
