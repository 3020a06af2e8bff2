"""The contact log: every contact by any channel, in person too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Literal

from amends.contact.errors import NotYet, OwnContactStays


@dataclass(frozen=True)
class Contact:
    """One line of the contact log.

    `note` is what was said, in a line; for what they said, their own words. `willing` is true
    only when they wrote because they wanted to, not because they had to, or to say stop. `struck`
    marks a line that did not happen. `excepted` says that one of mine kept to an exception which
    they had named; only the days that were kept rest on it.
    """

    KIND: ClassVar[str] = "contact"

    at: datetime
    by: Literal["me", "them"]
    channel: str = ""
    topic: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    willing: bool = False
    struck: bool = False
    excepted: bool = False

    @property
    def is_mine(self) -> bool:
        """Say whether the contact came from me; only what is marked as theirs is theirs."""
        return self.by != "them"

    @property
    def is_willing_reply(self) -> bool:
        """Say whether they reached out because they wanted to, with their words to show for it."""
        return not self.is_mine and self.willing and not self.struck and bool(self.note.strip())


Log = Sequence[Contact]
"""Contacts, the oldest first."""


def enter(log: Iterable[Contact], contact: Contact, now: datetime) -> tuple[Contact, ...]:
    """Return the log with one contact more; raises NotYet when it lies in the future."""
    if contact.at > now:
        raise NotYet
    return (*log, contact)


def strike(contact: Contact) -> Contact:
    """Return a contact of theirs as struck out; raises OwnContactStays for one of mine."""
    if contact.is_mine:
        raise OwnContactStays
    return replace(contact, struck=True)


def in_order(log: Iterable[Contact], now: datetime) -> Log:
    """Return the log, the oldest first; what they did in the future has not happened.

    What I did counts whatever its day, so a wrong clock never opens the gate.
    """
    happened = (entry for entry in log if entry.is_mine or entry.at <= now)
    return sorted(happened, key=lambda entry: entry.at)


def unanswered(log: Log, until: datetime | None = None) -> int:
    """Count my contacts since their last willing reply; with `until`, only those up to then."""
    count = 0
    for entry in log:
        if entry.is_mine:
            count += until is None or entry.at <= until
        elif entry.is_willing_reply:
            count = 0
    return count


def replied_after(log: Log, moment: datetime | None) -> bool:
    """Say whether they willingly replied after a moment, or ever when there is none."""
    return any(entry.is_willing_reply and (moment is None or entry.at > moment) for entry in log)


def latest_of_mine(log: Log) -> datetime | None:
    """Return when I last reached out, or None."""
    return max((entry.at for entry in log if entry.is_mine), default=None)


@dataclass(frozen=True)
class Tally:
    """How often each of the two reached out."""

    mine: int
    theirs: int


def tally(log: Iterable[Contact], since: datetime, now: datetime) -> Tally:
    """Count the contacts after a moment, up to now; a struck line did not happen."""
    counted = [one for one in in_order(log, now) if one.at > since and not one.struck]
    mine = sum(one.is_mine for one in counted)
    return Tally(mine, len(counted) - mine)
