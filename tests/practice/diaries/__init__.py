"""Diaries of our own: some turn one thing over, some go somewhere.

A file is one diary: `# looping` or `# progressing` and a remark, then its pages. A page begins with
`## day hour`, and with `fresh` after it where it does not turn; a line `> …` at its end is the act.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from amends.practice import JournalPage, Sitting

HOME = Path(__file__).parent
TUNE, HELD = "tune", "held"
MINUTES = 10
"""So long each page was sat over."""
_PAGE = re.compile(r"^## (\d+) (\d+):(\d+)( fresh)?\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Diary:
    """One diary: whether it loops, its pages, and which of them are about something else."""

    name: str
    loops: bool
    pages: Sequence[JournalPage]
    fresh: Sequence[bool]

    def turns(self, number: int) -> bool:
        """Say whether a page is one at which someone reading along would speak up.

        It is the third page or a later one that turns the same thing over.
        """
        before = sum(not fresh for fresh in self.fresh[:number])
        return self.loops and not self.fresh[number] and before >= 2


def load(half: str) -> list[Diary]:
    """Return the diaries of one half."""
    return [_read(path) for path in sorted((HOME / half).glob("*.txt"))]


def _read(path: Path) -> Diary:
    text = path.read_text(encoding="utf-8")
    found = list(_PAGE.finditer(text))
    pages = [_page(int(f[1]), int(f[2]), int(f[3]), f[5]) for f in found]
    return Diary(path.stem, text.startswith("# looping"), pages, [bool(f[4]) for f in found])


def _page(day: int, hour: int, minute: int, body: str) -> JournalPage:
    at = datetime(2026, 3, day, hour, minute)  # noqa: DTZ001 - a local time, as pages have it
    text, _, act = body.partition("\n> ")
    sitting = Sitting(at, at - timedelta(minutes=MINUTES), text.strip())
    return JournalPage("opening/three-sentences", (sitting,), act.strip())
