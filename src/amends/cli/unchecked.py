"""Helplines that are worth a look at their official page, as plain lines."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from amends.safety import Unchecked, unchecked_helplines


def unchecked(folder: Path, today: date) -> Iterator[str]:
    """Yield each line that is unconfirmed or old, then how many there are and in what way."""
    found = unchecked_helplines(today, folder)
    yield from (_told(one, today) for one in found)
    old = sum(one.line.is_confirmed for one in found)
    yield f"{len(found)} to check: {len(found) - old} unconfirmed, {old} checked long ago"


def _told(one: Unchecked, today: date) -> str:
    line = one.line
    reached = line.number or line.text or line.chat or line.url
    page = f", see {line.source}" if line.source else ""
    return f"{one.path.name}:{one.row}: {line.kind}, {reached}: {_since(one, today)}{page}"


def _since(one: Unchecked, today: date) -> str:
    day = one.line.checked
    return f"checked {(today - day).days} days ago" if day else "unconfirmed"
