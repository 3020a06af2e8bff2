"""Messages as CSV: iMazing ("Export to CSV"), and other tools that name a date, a sender, a text.

iMazing writes a row a message under English names, for iMessage, SMS and WhatsApp alike; an empty
sender is the owner, here "Me". Checked on the columns that its users show, not on a whole export;
of other tools only the usual names of columns are known.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amends.chats.errors import DamagedExport
from amends.chats.export import Export, ExportFile
from amends.chats.message import Kind, Messages, Unread
from amends.chats.moments import times_of
from amends.chats.plain_text import raw_text
from amends.chats.several import PAIR, Chat, largest
from amends.chats.zones import settle

NAME = "Messages as CSV"
RANK = 45
"""After every form that names itself: the columns are words that others use, too."""
ENDINGS = (".csv",)
ME, UNKNOWN = "Me", "?"
_SEPARATORS = ",;\t"
_LOOKED_INTO = 500
_COLUMNS = {
    "when": ("message date", "date sent", "sent at", "sent date", "timestamp", "datetime",
             "date/time", "date time", "date"),
    "clock": ("time",),
    "name": ("sender name", "sender", "from", "author", "from name"),
    "number": ("sender id", "from number", "phone number", "number", "address", "handle"),
    "text": ("text", "message", "body", "content", "message text", "message body"),
    "way": ("is from me", "from me", "direction", "type", "message type", "folder"),
    "file": ("attachment", "attachments", "attachment name", "media"),
    "chat": ("chat session", "chat name", "conversation", "chat", "thread"),
    "edited": ("edited date", "date edited"),
    "deleted": ("deleted date", "unsent date", "date retracted"),
    "answers": ("replying to",),
}  # fmt: skip
"""By what they hold, the surest names first."""
_MINE = frozenset({"outgoing", "sent", "me", "from me", "1", "true", "yes", "sent message"})
_THEIRS = frozenset({"incoming", "received", "0", "false", "no", "inbox", "received message"})
_BY_THE_APP = frozenset({"notification", "system"})


@dataclass(frozen=True)
class _Row:
    """One row of the table by what its cells hold, with its line."""

    line: int
    cells: dict[str, str] = field(repr=False)

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    @property
    def when(self) -> str:
        """Return the date and the time, which may stand in two cells."""
        return f"{self['when']} {self['clock']}".strip()


def identify(export: Export) -> bool:
    """Say whether the first line of a file names a date, a text, and who wrote it."""
    return any(True for _ in _files(export))


def read(export: Export) -> Messages:
    """Return the largest chat of two people."""
    chats: dict[str, list[_Row]] = defaultdict(list)
    for file in _files(export):
        for row in _rows(file):
            chats[row["chat"]].append(row)
    tables = (_table(rows) for rows in chats.values())
    return largest(Chat(one, is_pair=len(one.people) <= PAIR) for one in tables)


def _files(export: Export) -> Iterator[ExportFile]:
    named = [export.only] if export.only else export.named(".csv")[:_LOOKED_INTO]
    return (one for one in named if _separator(one))


def _encoding(head: bytes) -> str:
    return "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


def _separator(file: ExportFile) -> str:
    """Return what stands between the columns, "" where they are not those of messages."""
    head = file.start()
    first = head.decode(_encoding(head), "replace").partition("\n")[0].strip()
    return next((one for one in _SEPARATORS if _is_known(first.split(one))), "")


def _is_known(columns: Sequence[str]) -> bool:
    places = _places(columns)
    return {"when", "text"} <= places.keys() and bool({"name", "number", "way"} & places.keys())


def _places(columns: Sequence[str]) -> dict[str, int]:
    bare = [one.strip().strip('"').strip().lower().replace("_", " ") for one in columns]
    known = {
        holds: next((bare.index(name) for name in names if name in bare), -1)
        for holds, names in _COLUMNS.items()
    }
    return {holds: place for holds, place in known.items() if place >= 0}


def _rows(file: ExportFile) -> Iterator[_Row]:
    content = raw_text(file)
    text = content.decode(_encoding(content), "replace").replace("\0", "\ufffd")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(file))
    try:
        places = _places(next(reader, []))
        for cells in reader:
            found = {one: cells[place] for one, place in places.items() if place < len(cells)}
            if cells:
                yield _Row(reader.line_num, found)
    except csv.Error as error:
        raise DamagedExport from error


def _table(found: Sequence[_Row]) -> Messages:
    rows, by_text = Messages(), dict[str, int]()
    times, rows.order = times_of([row.when for row in found])
    offsets: list[int | None] = []
    for row, time in zip(found, times, strict=True):
        if time is None:
            rows.unread.append(Unread(row.line, row["text"]))
            continue
        offsets.append(time[1])
        kind, text = _said(row)
        sender = "" if kind is Kind.SYSTEM else _sender(row)
        by_text[text] = rows.add(time[0], sender, text, kind, by_text.get(row["answers"] or "\0"))
    known = [one for one in offsets if one is not None]
    if known and len(known) == len(offsets):
        settle(rows, known)
    return rows


def _sender(row: _Row) -> str:
    name = row["name"].strip()
    if row["way"].strip().lower() in _MINE:
        return name or ME
    return name or row["number"].strip() or row["chat"].strip() or UNKNOWN


def _said(row: _Row) -> tuple[Kind, str]:
    text = row["text"]
    if row["way"].strip().lower() in _BY_THE_APP:
        return Kind.SYSTEM, text
    if row["deleted"].strip():
        return Kind.DELETED, ""
    if not text.strip():
        return Kind.MEDIA, row["file"].strip()
    return (Kind.EDITED if row["edited"].strip() else Kind.TEXT), text
