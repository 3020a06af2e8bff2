"""LINE: a chat saved as text on a phone, with tabs, or on a computer, with spaces."""

from collections.abc import Iterator
from itertools import islice

from amends.chats.day_lines import settled
from amends.chats.export import Export, ExportFile
from amends.chats.line_reader import LOOKED_INTO, Reader, reader_of
from amends.chats.line_rows import put, with_names
from amends.chats.message import Messages
from amends.chats.plain_text import lines_of, raw_text, start_of, text_files, text_of
from amends.chats.several import PAIR, Chat, largest, parts_joined
from amends.chats.wording import wording

NAME = "LINE"
RANK = 21
ENDINGS = (".txt",)
HOLDS = (":",)


def identify(export: Export) -> bool:
    """Say whether a file begins with a day and messages in the shape of LINE."""
    return any(True for _ in _files(export))


def _files(export: Export) -> Iterator[ExportFile]:
    for one in islice(text_files(export, ".txt"), LOOKED_INTO):
        start = start_of(one, wording("line")["encodings"]) if _may_be(one) else ""
        if ":" in start and reader_of(lines_of(start)):
            yield one


def _may_be(file: ExportFile) -> bool:
    """Say whether there is a colon or a full stop in the first bytes at all, and no `{` or `<`."""
    head = file.start(400).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n")
    return bool(head) and head[:1] not in b"{<"


def read(export: Export) -> Messages:
    """Return the messages of the largest chat of two people."""
    encodings = wording("line")["encodings"]
    readers = (reader_of(lines_of(text_of(raw_text(one), encodings))) for one in _files(export))
    return largest(parts_joined(_chat(one) for one in readers if one))


def _chat(reader: Reader) -> Chat:
    reader.read()
    rows = Messages(unread=reader.unread)
    rows.order, days = settled(reader.days, reader.saved)
    found = reader.rows if reader.has_tabs else with_names(reader.rows)
    put(rows, found, days, bare=not reader.has_tabs)
    return Chat(rows, is_pair=len(rows.people) <= PAIR)
