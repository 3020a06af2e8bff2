"""A conversation as few and small bytes, and back: columns packed, in pieces of about a megabyte.

A piece is zlib over: four numbers (rows, answers, bytes of text, length of the mark that parts
texts), the columns as little-endian arrays (steps of time, senders, exports, kinds), which row
answers which, and all texts in one.
"""

import json
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, pairwise

from amends.chats.message import Conversation, Messages, Order, Source, Unread

PIECE = 2 * 2**20
"""Letters in one piece, a row counted as ROW; packed that is some 0.6 to 0.9 megabytes."""
ROW = 16
LEVEL = 1
"""Of zlib: the quickest; 9 packs chats to nine tenths of it, and takes five times as long."""
_HEAD = struct.Struct("<4I")
_PARTS, _MORE = "\0", "\x01"
"""A text seldom has these; the mark is made longer until none has it."""


@dataclass(frozen=True)
class Packed:
    """What has to be kept: `about` says whose and from where, each of `pieces` holds some rows."""

    about: bytes = field(repr=False)
    pieces: tuple[bytes, ...] = field(repr=False)

    @property
    def size(self) -> int:
        """Return how many bytes there are."""
        return len(self.about) + sum(map(len, self.pieces))


def pack(conversation: Conversation) -> Packed:
    """Return a conversation packed; `unpack` gives the same one back."""
    pieces = (_piece(conversation, *ends) for ends in pairwise(_ends(conversation.messages.text)))
    return Packed(zlib.compress(_about(conversation), LEVEL), tuple(pieces))


def unpack(packed: Packed) -> Conversation:
    """Return what was packed."""
    about = json.loads(zlib.decompress(packed.about))
    rows = Messages(zone=about["zone"], order=Order(*about["order"]))
    for name in about["people"]:
        rows.place_of(name)
    source: array[int] = array("i")
    for piece in packed.pieces:
        _unpack(piece, rows, source)
    return Conversation(rows, tuple(_sources(about["sources"])), source)


def _ends(texts: Sequence[str]) -> Iterator[int]:
    """Yield where pieces begin and where the last one ends."""
    yield 0
    letters = 0
    for number, text in enumerate(texts):
        if letters > PIECE:
            yield number
            letters = 0
        letters += len(text) + ROW
    if texts:
        yield len(texts)


def _piece(conversation: Conversation, first: int, end: int) -> bytes:
    rows, here = conversation.messages, range(first, end)
    mark = _mark(rows.text[first:end])
    text = mark.join(rows.text[first:end]).encode("utf-8", "surrogatepass")
    answers = array("q", chain(*((n, rows.reply_to[n]) for n in here if n in rows.reply_to)))
    parts = (
        _HEAD.pack(len(here), len(answers) // 2, len(text), len(mark)),
        _bytes(array("q", _steps(rows.sent_at[first:end]))),
        _bytes(rows.sender[first:end]),
        _bytes(array("i", iter(conversation.source[first:end]))),
        rows.kind[first:end],
        _bytes(answers),
        text,
    )
    return zlib.compress(b"".join(parts), LEVEL)


def _unpack(piece: bytes, rows: Messages, source: "array[int]") -> None:
    raw = memoryview(zlib.decompress(piece))
    count, answers, letters, length = _HEAD.unpack_from(raw)
    sizes = (_HEAD.size, 8 * count, 4 * count, 4 * count, count, 16 * answers, letters)
    ends = pairwise(accumulate(sizes))
    at, sender, sources, kind, answered, text = (raw[slice(*end)] for end in ends)
    pairs = iter(_array("q", answered))
    rows.sent_at.extend(accumulate(_array("q", at)))
    rows.sender.extend(_array("i", sender))
    rows.kind += kind
    rows.reply_to.update(zip(pairs, pairs, strict=True))
    source.extend(_array("i", sources))
    joined = str(text, "utf-8", "surrogatepass")
    rows.text += joined.split(_PARTS + _MORE * (length - 1))


def _mark(texts: Sequence[str]) -> str:
    """Return what parts texts: something that none of them has.

    Its first sign does not come in it again, so that no match can begin in a text and end in it.
    """
    joined, mark = "\x02".join(texts), _PARTS
    while mark in joined:
        mark += _MORE
    return mark


def _steps(moments: Sequence[int]) -> Iterator[int]:
    before = 0
    for one in moments:
        yield one - before
        before = one


def _bytes(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers.tobytes()


def _array(typecode: str, raw: memoryview) -> "array[int]":
    numbers: array[int] = array(typecode)
    numbers.frombytes(raw)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _about(conversation: Conversation) -> bytes:
    rows = conversation.messages
    told = {
        "people": rows.people,
        "zone": rows.zone,
        "order": [rows.order.name, rows.order.certainty],
        "sources": [
            [
                *(one.path, one.format, one.messages, one.zone),
                *(one.order.name, one.order.certainty),
                [[line.line, line.text] for line in one.unread],
            ]
            for one in conversation.sources
        ],
    }
    return json.dumps(told).encode()


def _sources(told: Iterable[Sequence[object]]) -> Iterator[Source]:
    for path, name, messages, zone, order, certainty, unread in told:
        lines = tuple(Unread(line, text) for line, text in unread)  # type: ignore[attr-defined]
        yield Source(path, name, messages, zone, Order(order, certainty), lines)  # type: ignore[arg-type]
