"""XML read piece by piece, whatever its size, mended where Android phones write it wrong.

Definitions and entities are refused (the rules of defusedxml), pictures in attributes named `data`
are dropped before they are read, and no piece may stay open for long: memory stays flat.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

from amends.chats.errors import DamagedExport, TooLarge

CHUNK = 2**18
"""Bytes read at once; larger pieces were no faster."""
DEEPEST = 64
"""Elements in each other; a backup of text messages has five."""
MOST_OPEN = 4 * 2**20
"""Bytes of one element that has not ended; the words of a message are far fewer."""
_REFERENCES = 32
"""Characters at the end of a piece that may belong to a pair of references."""
_PICTURE = 1024
"""Base64 characters that make a value of `data` a picture, and no words."""
_DATA = re.compile(rf"data=([\"'])[A-Za-z0-9+/=\r\n]{{{_PICTURE}}}")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(\d{1,7}|[xX][0-9a-fA-F]{1,6});")
_HALVES = re.compile(
    r"&#(55(?:29[6-9]|[3-9]\d\d)|56(?:[0-2]\d\d|3[01]\d)|[xX][dD][89abAB][0-9a-fA-F]{2});"
    r"&#(56(?:3[2-9]\d|[4-9]\d\d)|57(?:[0-2]\d\d|3[0-3]\d|34[0-3])|[xX][dD][c-fC-F][0-9a-fA-F]{2});"
)
"""An emoji as two references, U+D800 to U+DBFF and U+DC00 to U+DFFF."""
_CESU = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
"""An emoji as two halves of three bytes each, as Java writes it."""
_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9_-]{1,20})")
_HIGH, _LOW, _AFTER = 0xD800, 0xDC00, 0xE000
"""Where the first and the second halves of characters lie, and where they end."""
_FIRST, _LAST, _SPACES = 0x20, 0x10FFFF, (9, 10, 13)
"""What XML allows besides."""
_OTHER_ENCODINGS = frozenset({"iso8859-1", "cp1252"})


class Readable(Protocol):
    """A file, as far as it is needed here."""

    def read(self, size: int, /) -> bytes:
        """Return so many bytes more, fewer only at the end."""


@dataclass(frozen=True)
class Element:
    """The start or the end of an element; the end has no attributes."""

    name: str
    is_start: bool
    attributes: dict[str, str]
    line: int


def elements(stream: Readable) -> Iterator[Element]:
    """Yield each element as it starts and ends; raises DamagedExport, TooLarge."""
    parser = _Parser()
    for text in _mended(_without_pictures(_decoded(stream))):
        yield from parser.feed(text)
    yield from parser.feed("", is_last=True)


class _Parser:
    def __init__(self) -> None:
        self._found: list[Element] = []
        self._depth = self._fed = 0
        self._expat = expat.ParserCreate("utf-8")
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.StartDoctypeDeclHandler = self._refuse
        self._expat.EntityDeclHandler = self._refuse

    def feed(self, text: str, *, is_last: bool = False) -> list[Element]:
        content = text.encode("utf-8", "replace")
        try:
            self._expat.Parse(content, is_last)
        except expat.ExpatError as error:
            raise DamagedExport from error
        self._fed += len(content)
        if self._fed - self._expat.CurrentByteIndex > MOST_OPEN:
            raise TooLarge
        found, self._found = self._found, []
        return found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise DamagedExport
        self._found.append(Element(name, True, attributes, self._expat.CurrentLineNumber))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._found.append(Element(name, False, {}, self._expat.CurrentLineNumber))

    def _refuse(self, *_: object) -> None:
        raise DamagedExport


def _decoded(stream: Readable) -> Iterator[str]:
    rest = stream.read(CHUNK).lstrip()  # nothing may stand before the first tag
    encoding = _encoding(rest)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while chunk := stream.read(CHUNK):
        piece, rest = _whole(rest + chunk)
        yield decoder.decode(_joined(piece, encoding))
    yield decoder.decode(_joined(rest, encoding), True)


def _encoding(start: bytes) -> str:
    """Return how the file is written: what it says itself, if text can be written so."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    found = _ENCODING.search(start)
    try:
        named = codecs.lookup(found[1].decode()).name if found else ""
    except LookupError:
        named = ""
    return named if named in _OTHER_ENCODINGS else "utf-8-sig"


def _whole(content: bytes) -> tuple[bytes, bytes]:
    """Return what to go on with, and the start of an emoji in halves that must wait for more."""
    cut = content.find(b"\xed", max(len(content) - 5, 0))
    return (content, b"") if cut < 0 else (content[:cut], content[cut:])


def _joined(content: bytes, encoding: str) -> bytes:
    if encoding != "utf-8-sig" or b"\xed" not in content:
        return content
    return _CESU.sub(
        lambda pair: pair[0].decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
        .decode("utf-16-le", "replace").encode(),
        content,
    )  # fmt: skip


def _without_pictures(texts: Iterator[str]) -> Iterator[str]:
    rest, quote = "", ""
    for text in texts:
        piece, rest, quote = _dropped(rest + text, quote)
        yield piece
    yield rest


def _dropped(text: str, quote: str) -> tuple[str, str, str]:
    """Return what to go on with, what must wait for more, and the quote that ends a picture."""
    kept: list[str] = []
    at = 0
    while True:
        if quote:
            at = text.find(quote, at)
            if at < 0:
                return "".join(kept), "", quote
        found = _DATA.search(text, at)
        if not found:
            end = max(at, len(text) - _PICTURE - len('data="'))
            return "".join([*kept, text[at:end]]), text[end:], ""
        kept.append(text[at : found.end(1)])
        quote, at = found[1], found.end()


def _mended(texts: Iterator[str]) -> Iterator[str]:
    """Yield texts without what XML refuses: halves of emoji, and control characters."""
    rest = ""
    for text in texts:
        whole = rest + text
        cut = whole.find("&", max(len(whole) - _REFERENCES, 0))
        cut = len(whole) if cut < 0 else cut
        yield _mend(whole[:cut])
        rest = whole[cut:]
    yield _mend(rest)


def _mend(text: str) -> str:
    if "&#" in text:
        text = _REFERENCE.sub(_alone, _HALVES.sub(_pair, text))
    return _CONTROLS.sub("\ufffd", text)


def _pair(found: re.Match[str]) -> str:
    return chr(0x10000 + (_code(found[1]) - _HIGH) * 0x400 + _code(found[2]) - _LOW)


def _alone(found: re.Match[str]) -> str:
    code = _code(found[1])
    allowed = code in _SPACES or _FIRST <= code < _HIGH or _AFTER <= code <= _LAST
    return found[0] if allowed and not _CONTROLS.match(chr(code)) else "\ufffd"


def _code(written: str) -> int:
    return int(written[1:], 16) if written[0] in "xX" else int(written)
