"""What one person tied to a hurt; it stays with that person."""

from amends.store import Kept, Vault
from amends.together import HurtPlaces


def hurt_places(vault: Vault) -> Kept[HurtPlaces] | None:
    """Return the record, or None when nothing was named."""
    kept = vault.all(HurtPlaces)
    return kept[-1] if kept else None


def hurt_words(vault: Vault) -> frozenset[str]:
    """Return the words and places that nothing on offer may speak of."""
    kept = hurt_places(vault)
    return frozenset(kept.record.words) if kept else frozenset()


def keep_hurt(vault: Vault, text: str) -> None:
    """Keep the words of a text that has one in each line; an empty text takes the record away."""
    kept, told = hurt_places(vault), HurtPlaces.told(text)
    if told.words:
        vault.put(told, id=kept.id if kept else None)
    elif kept:
        vault.delete(kept.id)
