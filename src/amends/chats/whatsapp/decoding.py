"""From bytes to text, piece by piece: UTF-8, or UTF-16 where a computer saved the file anew."""

import codecs
from collections.abc import Iterator

from amends.chats.errors import DamagedExport
from amends.chats.export import ExportFile

PIECE = 2**14
"""Bytes at a time: what stays in the processor's own memory is read twice as fast as 4 MB are. With
twice as many, memory between the texts is not used again, and a long chat takes twice as much."""
_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FEW = 3
"""So many letters may be unreadable in any file: where it was cut, or a byte fell over."""
_SHARE = 100
"""And one in so many beyond ASCII; in a file of another encoding all of them are."""
DAMAGED = "\ufffd"
"""What stands in place of a letter that could not be read."""


def text_of(head: bytes) -> str:
    """Return the beginning of a file as text, however damaged."""
    text = head.decode(encoding_of(head), "replace")
    return text.replace("\r", "\n") if _has_old_breaks(text) else text


def _has_old_breaks(text: str) -> bool:
    """Say whether lines end in CR alone, as on the first Macs."""
    return "\r" in text and "\n" not in text


def encoding_of(head: bytes) -> str:
    """Return the encoding of a file that begins so."""
    for mark, encoding in _MARKED:
        if head.startswith(mark):
            return encoding
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if 2 * high.count(0) > len(high):  # in UTF-16 every second byte of most letters is zero
            return encoding
    return "utf-8"


def pieces(file: ExportFile, errors: str = "strict") -> Iterator[str]:
    """Yield the text of a file; raises UnicodeError where it is damaged, and what opening raises.

    With `errors="replace"` each damaged letter becomes U+FFFD instead.
    """
    head = file.start()
    encoding = encoding_of(head)
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    old, broken = _has_old_breaks(head.decode(encoding, "replace")), None
    with file.opened() as stream:
        while (piece := stream.read(PIECE)) and not broken:
            text, broken = _decoded(decoder, piece)
            yield text.replace("\r", "\n") if old else text
    text, late = _decoded(decoder, b"")
    if problem := broken or late:
        raise problem  # here, because inside it would be taken for a damaged zip
    yield text


def _decoded(decoder: codecs.IncrementalDecoder, piece: bytes) -> tuple[str, UnicodeError | None]:
    try:
        return decoder.decode(piece, final=not piece), None
    except UnicodeError as error:
        return "", error


def refuse_foreign(file: ExportFile) -> None:
    """Raise DamagedExport where not a few letters are damaged, but the encoding is another.

    Which one could only be guessed, and a wrong guess gives wrong words without a word about it.
    """
    damaged = foreign = 0
    for piece in pieces(file, "replace"):
        damaged += piece.count(DAMAGED)
        foreign += 0 if piece.isascii() else sum(not letter.isascii() for letter in piece)
    if damaged > max(_FEW, foreign // _SHARE):
        raise DamagedExport
