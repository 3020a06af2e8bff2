"""One page of paper as PDF, made in memory: no file, no network, no name of what was typed."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import typst

SIZES = (11.0, 10.0, 9.0)
"""Points: the first that fits is taken; smaller than nine is hard to read on paper."""
_LAYOUT = Path(__file__).parent / "paper.typ"
_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")
_PACKAGED = re.compile("[\u0000-\u05ff\u1e00-\u2bff\ufb00-\ufb4f]*")
"""Letters that the fonts inside typst have: Latin, Greek, Cyrillic, Hebrew, and signs."""


class TooLong(Exception):
    """What was chosen does not fit on one page."""


@dataclass(frozen=True)
class Said:
    """One line on paper: what was asked, and what was answered."""

    label: str
    text: str


@dataclass(frozen=True)
class Section:
    """Some lines under a heading."""

    title: str
    lines: tuple[Said, ...]


@dataclass(frozen=True)
class Paper:
    """One page: its heading, a day, its sections, and a line at the foot."""

    heading: str
    day: str
    sections: Sequence[Section]
    foot: str


def pdf_of(paper: Paper, language: str = "en") -> bytes:
    """Return one A4 page.

    What was typed is handed over as data, so nothing in it can act as layout, and stays in memory.
    The fonts come with typst; those of the system are asked for only when letters are missing.

    Raises:
        TooLong: it is longer than a page even in the smallest letters.
    """
    told = json.dumps(asdict(paper) | {"language": language}, ensure_ascii=False)
    for size in SIZES:
        pdf = _made(told, size)
        if _count(pdf) == 1:
            return pdf
    raise TooLong


def _made(told: str, size: float) -> bytes:
    return typst.compile(
        _LAYOUT.read_bytes(),
        format="pdf",
        sys_inputs={"page": told, "size": str(size)},
        ignore_system_fonts=bool(_PACKAGED.fullmatch(told)),
    )


def _count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    found = _PAGES.search(pdf)
    assert found, "typst writes its page tree openly"
    return int(found[1])
