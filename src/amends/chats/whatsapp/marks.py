"""Marks that nobody sees and spaces that only look like one: we match without."""

MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks of direction, and U+FEFF. Not U+200C and U+200D: they hold letters and emoji together."""
SPACES = " \u00a0\u2007\u2009\u202f"
_PLAIN = {ord(mark): None for mark in MARKS} | {ord(space): " " for space in SPACES}
_SIGNATURE = "~"
"""Before the name that people gave themselves, where they are not among the contacts."""


def plain(text: str) -> str:
    """Return a copy to match on, without marks and with ordinary spaces."""
    return text.translate(_PLAIN)


def name_of(written: str) -> str:
    """Return a name as it is shown, without what WhatsApp puts around it."""
    return plain(written).strip().removeprefix(_SIGNATURE).strip()
