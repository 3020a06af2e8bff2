"""An archive: kinds of what was kept, out of sight until a day or until it is opened again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar


@dataclass(frozen=True)
class Archive:
    """What was kept of some kinds up to `at` lies out of sight before the day `until`.

    `kinds` are names that the pages give; what is kept later is in sight.
    """

    KIND: ClassVar[str] = "archive"

    at: datetime
    until: date
    kinds: tuple[str, ...]
    opened: datetime | None = None

    def is_shut(self, today: date) -> bool:
        """Say whether its day has not come, and nobody opened it."""
        return self.opened is None and today < self.until

    def hides(self, kind: str, saved: datetime, today: date) -> bool:
        """Say whether something of this kind, last kept at that moment, is out of sight."""
        return self.is_shut(today) and kind in self.kinds and saved <= self.at

    def open_again(self, now: datetime) -> "Archive":
        """Return the archive as one that was opened; the first opening counts."""
        return self if self.opened else replace(self, opened=now)


def is_hidden(archives: Iterable[Archive], kind: str, saved: datetime, today: date) -> bool:
    """Say whether any of the archives keeps something out of sight."""
    return any(archive.hides(kind, saved, today) for archive in archives)
