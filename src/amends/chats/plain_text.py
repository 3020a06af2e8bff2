"""Text files of chats, whatever a computer made of their encoding, and lines in them."""

import codecs
from collections.abc import Mapping, Sequence

from amends.chats.errors import DamagedExport, TooLarge
from amends.chats.export import Export, ExportFile
from amends.chats.wording import unmarked

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DAMAGED = "\ufffd"
_HOLE = bytes(64)
"""Zeros where a piece of a file was never written: a full disk, a download that broke off."""
_END = "</html>"
_PIECE = 2**20
_LONGEST_LINE = 8 * 2**20
"""Bytes; the longest message of any app has some hundred thousand."""
MOST_BYTES = 2**28
"""Of one text, which is kept whole while it is read: three million messages."""
_FEW, _SHARE = 3, 100
"""So many letters may be damaged in any file, and one in so many beyond ASCII: a byte that fell
over. In a file of another encoding all are."""


def text_of(raw: bytes, proofs: Mapping[str, str]) -> str:
    """Return the text of a file that may be in an older encoding.

    `proofs` has words by encoding: one is believed when its word is there. Raises DamagedExport
    where none is, since a wrong guess would give wrong words.
    """
    text = raw.decode(_encoding(raw), "replace")
    damaged = text.count(DAMAGED)
    if damaged <= _FEW or damaged * _SHARE <= len(text) - damaged - sum(map(str.isascii, text)):
        return text
    for encoding, word in proofs.items():
        if word.encode(encoding) in raw:
            return raw.decode(encoding, "replace")
    raise DamagedExport


def without_holes(raw: bytes) -> bytes:
    """Return the bytes of a text as they are; raises DamagedExport where a piece is missing."""
    if _HOLE in raw:
        raise DamagedExport
    return raw


def raw_text(file: ExportFile) -> bytes:
    """Return all bytes of a text; raises TooLarge, DamagedExport."""
    if file.size > MOST_BYTES:
        raise TooLarge
    refuse_endless(file)
    return without_holes(file.whole())


def refuse_endless(file: ExportFile) -> None:
    """Raise TooLarge for a file with a line that no message can have."""
    since = 0
    with file.opened() as stream:
        while piece := stream.read(_PIECE):
            last = piece.rfind(b"\n")
            since = since + len(piece) if last < 0 else len(piece) - last
            if since > _LONGEST_LINE:
                raise TooLarge


def page_in(file: ExportFile) -> str:
    """Return a page of HTML; raises DamagedExport where it has no end."""
    text = without_holes(file.whole()).decode("utf-8-sig", "replace")
    if _END not in text[-1000:].lower():
        raise DamagedExport
    return text


def _encoding(raw: bytes) -> str:
    head = raw[:4000]
    for mark, encoding in _MARKED:
        if head.startswith(mark):
            return encoding
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if 2 * high.count(0) > len(high):  # every second byte of most letters is zero there
            return encoding
    return "utf-8"


def start_of(file: ExportFile, proofs: Mapping[str, str]) -> str:
    """Return the start of a file as text, "" where it is none."""
    raw = file.start()
    try:
        return text_of(raw, proofs)
    except DamagedExport:
        return raw.decode("utf-8", "replace")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text; they may end in CR and LF, or in CR as on old Macs."""
    if "\r" in text and "\n" not in text:
        return text.split("\r")
    return text.replace("\r\n", "\n").split("\n")


def text_files(export: Export, *endings: str) -> list[ExportFile]:
    """Return the files that may hold a chat: the only one, or those that end so, largest first."""
    if export.only:
        return [export.only]
    return sorted(export.named(*endings), key=lambda one: -one.size)


def fits(line: str, patterns: Sequence[str]) -> bool:
    """Say whether a line is one of those with {any} in them."""
    bare = _colons(unmarked(line))
    for pattern in map(_colons, patterns):
        before, _, after = pattern.partition("{any}")
        if bare.startswith(before) and bare.endswith(after) and len(bare) >= len(pattern) - 5:
            return True
    return False


def _colons(text: str) -> str:
    """Return a text whose colons are all alike, and without a space before."""
    return text.replace("\uff1a", ":").replace(" :", ":")
