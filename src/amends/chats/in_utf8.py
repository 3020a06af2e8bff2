"""Files that an editor saved in two bytes a letter (UTF-16) or four, read as if in UTF-8."""

import codecs
import io
from typing import IO

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 64
"""Bytes; without a mark so many must be plain letters, each with a zero."""


def in_utf8(stream: IO[bytes]) -> IO[bytes]:
    """Return a stream as it is, or its text in UTF-8; what is no letter becomes U+FFFD.

    >>> in_utf8(io.BytesIO("[1]".encode("utf-16"))).read()
    b'[1]'
    """
    encoding = _encoding(stream.read(_LOOKED_AT))
    stream.seek(0)
    return io.BufferedReader(_Rewritten(stream, encoding)) if encoding else stream


def _encoding(head: bytes) -> str:
    for mark, encoding in _MARKED:
        if head.startswith(mark):
            return encoding
    for encoding, high, low in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if len(head) == _LOOKED_AT and not any(high) and all(low):
            return encoding
    return ""


class _Rewritten(io.RawIOBase):
    """The bytes of a text in UTF-8, written anew while it is read."""

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self._text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill a buffer; it may be shorter than one letter."""
        if not self._left:
            self._left = self._text.read(max(1, len(buffer) // 4)).encode("utf-8", "replace")
        piece, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)
