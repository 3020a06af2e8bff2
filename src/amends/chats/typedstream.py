"""The words in a typedstream: how Macs and iPhones keep a message (`attributedBody`)."""

import plistlib
import re

_STRING = re.compile(rb"NSString\x01[\x80-\xff]\x84\x01\+", re.DOTALL)
"""The class of the first string, and "what follows is bytes with their length before them"."""
_SHORTEST = 0x80
_LENGTHS = {0x81: 2, 0x82: 4, 0x83: 8}
"""A length of more than a byte: its mark, and how many bytes follow, the lowest first."""


def words_in(stream: bytes) -> str:
    """Return the text of a message, "" where there is none.

    >>> words_in(b"streamtyped NSString" + bytes([1, 0x94, 0x84, 1]) + b"+" + bytes([2]) + b"hi!")
    'hi'
    """
    found = _STRING.search(stream)
    if not found or found.end() >= len(stream):
        return ""
    length, start = stream[found.end()], found.end() + 1
    if length >= _SHORTEST:
        size = _LENGTHS.get(length, 0)
        length, start = int.from_bytes(stream[start : start + size], "little"), start + size
    return stream[start : start + length].decode("utf-8", "replace")


def last_edit(summary: bytes) -> str:
    """Return the newest words of a message that was changed, from its `message_summary_info`."""
    try:
        parts = plistlib.loads(summary, fmt=plistlib.FMT_BINARY)["ec"]
        newest = [parts[key][-1]["t"] for key in sorted(parts)]
        return "".join(words_in(one) for one in newest)
    except (plistlib.InvalidFileException, LookupError, TypeError, ValueError, RecursionError):
        return ""
