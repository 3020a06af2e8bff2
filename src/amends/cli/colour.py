"""Colours of a terminal; they repeat what a word says already, and never say it alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

_CODES: Mapping[str, str] = {
    "title": "1",
    "stop": "1;31",
    "rethink": "33",
    "note": "36",
    "strength": "32",
}
"""Bold, bold red, yellow, cyan, green (ECMA-48, Select Graphic Rendition)."""


@dataclass(frozen=True)
class Paint:
    """Colours words by what they are: a severity, a strength, a title."""

    is_on: bool

    @classmethod
    def on(cls, stream: TextIO, environment: Mapping[str, str]) -> "Paint":
        """Choose for a stream: NO_COLOR is never, FORCE_COLOR always, else only a terminal is.

        As no-color.org and force-color.org ask; an empty variable says nothing.
        """
        if environment.get("NO_COLOR"):
            return cls(is_on=False)
        if environment.get("FORCE_COLOR"):
            return cls(is_on=True)
        return cls(is_on=stream.isatty() and environment.get("TERM") != "dumb")

    def __call__(self, name: str, words: str) -> str:
        """Return the words in the colour with that name."""
        return f"\x1b[{_CODES[name]}m{words}\x1b[0m" if self.is_on else words
