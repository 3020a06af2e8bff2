"""What was answered, with every version kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

Row = dict[str, str | int]
Value = str | int | list[str] | list[Row]
"""One answer: text, a number on a scale, several choices, or rows. A day is text, as 2026-03-14."""


@dataclass(frozen=True)
class Version:
    """The answers as they were at one moment, by field name; what was left open is not there."""

    at: datetime
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Change:
    """One field that differs between two versions; an answer that is not there is an empty text."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class Answers:
    """All versions of the answers to one exercise, the oldest first.

    `looked_at` is when the answers were last kept without a change.
    """

    KIND: ClassVar[str] = "answers"

    exercise: str
    versions: tuple[Version, ...] = ()
    looked_at: datetime | None = None

    @property
    def values(self) -> Mapping[str, Value]:
        """Return the answers as they stand now."""
        return self.versions[-1].values if self.versions else {}

    @property
    def earlier(self) -> tuple[Version, ...]:
        """Return the versions before the last, the newest first."""
        return self.versions[-2::-1]

    @property
    def seen(self) -> datetime | None:
        """Return when the answers were last kept, changed or not."""
        kept = [version.at for version in self.versions[-1:]]
        return max([*kept, *([self.looked_at] if self.looked_at else [])], default=None)

    def with_version(self, values: Mapping[str, Value], at: datetime) -> "Answers":
        """Return the answers with one more version, or only looked at when nothing changed."""
        if self.versions and dict(self.values) == dict(values):
            return replace(self, looked_at=at)
        return replace(self, versions=(*self.versions, Version(at, dict(values))))


@dataclass(frozen=True)
class Entry(Answers):
    """One time that a sheet which repeats was answered, with its versions.

    A kind of its own, so that years of entries are opened only where they are shown.
    """

    KIND: ClassVar[str] = "entry"


def changes(older: Version, newer: Version) -> list[Change]:
    """Return every field that differs from the older version to the newer one, in their order."""
    names = dict.fromkeys([*older.values, *newer.values])
    pairs = ((name, older.values.get(name, ""), newer.values.get(name, "")) for name in names)
    return [Change(name, before, after) for name, before, after in pairs if before != after]
