"""JSON read piece by piece: the messages of a large file without the whole file in memory."""

import codecs
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

from amends.chats.errors import DamagedExport
from amends.chats.export import ExportFile

CHUNK = 2**18
"""Characters read at once; larger pieces were no faster, and cost memory."""
MOST_VALUE = 2**24
"""Characters of one value; a message has some hundred, a bomb has more."""
_DECODER = json.JSONDecoder(strict=False)
_HALVES = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\n\r]*")
_HEXADECIMAL = re.compile(r"(?<!\\)((?:\\\\)*)\\x([0-9A-Fa-f]{2})")
"""Telegram Desktop writes control characters as `\\x1F`, which JSON does not have."""

Fields = dict[str, object]


class JsonStream:
    """A JSON file from its start to its end; what is asked for next must be what comes next.

    Raises DamagedExport where the file breaks off, or is no JSON.
    """

    def __init__(self, text: io.TextIOBase) -> None:
        self._file = text
        self._text, self._at = "", 0
        self._lines, self._counted = 1, 0

    @property
    def line(self) -> int:
        """Return the number of the line that has been reached, counted from 1."""
        self._lines += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._lines

    def fields(self) -> Iterator[str]:
        """Yield each key of the object that comes next; take its value before going on.

        Anything else than an object is passed over.
        """
        if self._next() != "{":
            return self.skip()
        self._at += 1
        while self._next() != "}":
            key = self.value()
            self._pass(":")
            yield key if isinstance(key, str) else ""
            self._comma("}")
        self._at += 1
        return None

    def items(self) -> Iterator[None]:
        """Stop before each item of the list that comes next; take it before going on.

        Anything else than a list is passed over.
        """
        if self._next() != "[":
            return self.skip()
        self._at += 1
        while self._next() != "]":
            yield None
            self._comma("]")
        self._at += 1
        return None

    def skip(self) -> None:
        """Pass over whatever comes next."""
        following = self._next()
        if following == "{":
            for _ in self.fields():
                self.skip()
        elif following == "[":
            for _ in self.items():
                self.value()
        else:
            self.value()

    def value(self) -> object:
        """Return whatever comes next, whole."""
        self._next()
        while True:
            try:
                found, end = _DECODER.raw_decode(self._text, self._at)
            except ValueError:
                if not self._mend() and not self._fill():
                    raise DamagedExport from None
                continue
            if end < len(self._text) or not self._fill():  # a number may go on
                self._at = end
                return found

    def _next(self) -> str:
        while True:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._fill():
                raise DamagedExport

    def _pass(self, sign: str) -> None:
        if self._next() != sign:
            raise DamagedExport
        self._at += 1

    def _comma(self, end: str) -> None:
        following = self._next()
        if following == ",":
            self._at += 1
        elif following != end:
            raise DamagedExport

    def _mend(self) -> bool:
        before = self._text
        if "\\x" in before:
            self._text = _HEXADECIMAL.sub(r"\1\\u00\2", before[self._at :])
            self._text = before[: self._at] + self._text
        return self._text != before

    def _fill(self) -> bool:
        left = len(self._text) - self._at
        if left > MOST_VALUE:
            raise DamagedExport
        try:
            more = self._file.read(max(CHUNK, left))
        except UnicodeDecodeError as error:
            raise DamagedExport from error
        if more:
            self._lines += self._text.count("\n", self._counted, self._at)
            self._text, self._at, self._counted = self._text[self._at :] + more, 0, 0
        return bool(more)


@contextmanager
def json_stream(file: ExportFile) -> Iterator[JsonStream]:
    """Open a file as JSON; raises DamagedExport, also while it is read."""
    encoding = encoding_of(file.start(2))
    with file.opened() as stream, io.TextIOWrapper(stream, encoding, newline="") as text:
        yield JsonStream(text)


def encoding_of(head: bytes) -> str:
    """Return the encoding of a file that begins so: UTF-8, or UTF-16 as some editors save."""
    return "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"


def plain(head: bytes) -> bytes:
    r"""Return the start of a file without the marks of its encoding, to look for English words in.

    >>> plain("\ufeff {}".encode("utf-16"))
    b'{}'
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[2:].replace(b"\0", b"").replace(b"\xff\xfe", b"")
    return head.removeprefix(codecs.BOM_UTF8).lstrip()


def fields(value: object, *names: str) -> Fields:
    """Return an object, or the object that lies inside it under these names; {} if there is none.

    >>> fields({"author": {"name": "Alice"}}, "author")
    {'name': 'Alice'}
    """
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[object]:
    """Return a list, or [] for anything else."""
    return value if isinstance(value, list) else []


def string(value: object) -> str:
    """Return a string, or "" for anything else; halves of broken emoji become U+FFFD.

    >>> string(None)
    ''
    """
    if not isinstance(value, str) or value.isascii():
        return value if isinstance(value, str) else ""
    return _HALVES.sub("\ufffd", value)


def label(value: object) -> str:
    """Return an id, which may be a number or a string, as a string; "" for anything else."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**64:
        return str(value)
    return string(value)
