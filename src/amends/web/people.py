"""Who this is about, in the words that the user chose."""

from dataclasses import dataclass, replace
from typing import ClassVar

from amends.safety import helplines
from amends.store import Kept, Vault

NOBODY_NAMED = "the person you hurt"


@dataclass(frozen=True)
class People:
    """Names, pronouns and what the relationship is called; every part may be left empty."""

    KIND: ClassVar[str] = "people"
    me: str = ""
    them: str = ""
    their_pronouns: str = ""
    relationship: str = ""
    country: str = ""

    @property
    def their_name(self) -> str:
        """Return their name, or neutral words when none was given."""
        return self.them or NOBODY_NAMED


def people_of(vault: Vault) -> Kept[People] | None:
    """Return what was said about the people, or None when nothing was."""
    kept = vault.all(People)
    return kept[-1] if kept else None


def named(vault: Vault) -> People:
    """Return the people, unnamed where nothing was said."""
    kept = people_of(vault)
    return kept.record if kept else People()


def keep_country(vault: Vault, code: str) -> None:
    """Keep the chosen country, if its lines are known."""
    if helplines(code):
        kept = people_of(vault)
        vault.put(replace(named(vault), country=code), id=kept.id if kept else None)
