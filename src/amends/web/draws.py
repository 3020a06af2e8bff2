"""What chance rests on for the person who is here: drawn once, kept in their own vault."""

from datetime import date
from secrets import token_hex

from amends.store import Kept, Vault
from amends.together import Draws

SEED_BYTES = 16
"""Nobody guesses 128 bits, and so nobody else can tell which day holds a surprise."""


def draws_of(vault: Vault) -> Kept[Draws]:
    """Return the draws; the first time, they are made and kept."""
    kept = vault.all(Draws)
    return kept[0] if kept else vault.put(Draws(token_hex(SEED_BYTES)))


def move_on(vault: Vault, today: date) -> None:
    """Let the week of a day be drawn anew."""
    kept = draws_of(vault)
    vault.put(kept.record.moved_on(today), id=kept.id, revision=kept.revision)
