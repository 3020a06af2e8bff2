"""Keeping a reading: a strong wish to hurt puts every draft into the drawer with it."""

from datetime import datetime

from amends.contact import Draft, cool, cools_at
from amends.practice import Drives
from amends.store import Vault


def put(vault: Vault, reading: Drives, now: datetime) -> None:
    """Keep a reading; with a strong wish to hurt, every draft goes into the drawer in one step."""
    with vault.at_once():
        vault.put(reading)
        for kept in vault.all(Draft) if reading.is_high else ():
            cooled = cool(kept.record, now)
            if cooled != kept.record:
                vault.put(cooled, id=kept.id, revision=kept.revision)


def may_go(reading: Drives, now: datetime) -> bool:
    """Say whether a reading can be deleted: not while it holds the drawer."""
    return not reading.is_high or now >= cools_at(reading.at)
