"""amends' own table, CSV or JSON lines: `amends chats --table` writes it, and anyone can make it.

One row a message, with these columns (in JSON lines: keys), in any order:

* `sent_at`: ISO, as `2026-03-14T21:05:00`, also with an offset;
* `sender`: empty for lines of the app;
* `text`: whole, with its line breaks;
* `kind` (may be missing): text, media, system, call, deleted or edited; text if empty;
* `id` and `reply_to` (may be missing): the id of the message that is answered; without a column
  `id`, messages are counted from 1;
* `zone` (may be missing): the clock of `sent_at`, the same in each row.

A CSV may have commas, semicolons or tabs, as spreadsheets write them.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from amends.chats.errors import DamagedExport
from amends.chats.export import Export, ExportFile
from amends.chats.json_lines import object_in, objects
from amends.chats.json_stream import Fields, encoding_of, label, string
from amends.chats.message import KINDS, Kind, Messages, Unread
from amends.chats.plain_text import refuse_endless
from amends.chats.zones import settle, wall_time

NAME = "amends"
RANK = 15
"""After exports that have sure signs: the columns are words that others use, too."""
ENDINGS = ()
HOLDS = ("sent_at",)
NEEDED = frozenset({"sent_at", "sender", "text"})
SEPARATORS = ",;\t"
_OFFSET = re.compile(r"(?:[Zz]|[+-]\d\d(?::?\d\d)?)$")
_WORDS = frozenset({Kind.TEXT, Kind.EDITED, Kind.MEDIA})


def identify(export: Export) -> bool:
    """Say whether the first line names the columns, or is a message."""
    return bool(export.only) and (_separator(export.head) != "" or _is_lines(export.head))


def _is_lines(head: bytes) -> bool:
    first = object_in(head.lstrip().partition(b"\n")[0])
    return first is not None and first.keys() >= NEEDED


def _separator(head: bytes) -> str:
    """Return what stands between the columns of a CSV, "" when it is none of ours."""
    first = head.decode(encoding_of(head), "replace").partition("\n")[0].strip()
    columns = ({_bare(one) for one in first.split(sign)} for sign in SEPARATORS)
    known = zip(SEPARATORS, columns, strict=True)
    return next((sign for sign, names in known if names >= NEEDED), "")


def _bare(column: str) -> str:
    return column.strip().strip('"').strip().lower()


def read(export: Export) -> Messages:
    """Return the messages; rows without a time or of no known kind are not read."""
    rows, separator = _Rows(), _separator(export.head)
    assert export.only
    if separator:
        for line, row in _cells(export.only, separator):
            rows.add(line, row)
    else:
        with export.only.opened() as stream:
            for line, row in objects(stream, rows.rows.unread):
                rows.add(line, row)
    return rows.finished()


def _cells(file: ExportFile, separator: str) -> Iterator[tuple[int, Fields]]:
    """Yield the rows of a CSV by column; raises DamagedExport."""
    with _text(file) as text:
        reader = csv.reader(text, delimiter=separator)
        try:
            columns = [_bare(one) for one in next(reader)]
            for row in reader:
                if row:
                    yield reader.line_num, dict(zip(columns, row, strict=False))
        except (csv.Error, UnicodeDecodeError) as error:
            raise DamagedExport from error


@contextmanager
def _text(file: ExportFile) -> Iterator[io.TextIOWrapper]:
    refuse_endless(file)
    encoding = encoding_of(file.start())
    with file.opened() as stream, io.TextIOWrapper(stream, encoding, newline="") as text:
        yield text


@dataclass
class _Rows:
    """The rows while a table is read."""

    rows: Messages = field(default_factory=Messages)
    offsets: list[int | None] = field(default_factory=list)
    zones: set[str] = field(default_factory=set)
    row_of: dict[str, int] = field(default_factory=dict)
    answers: dict[int, str] = field(default_factory=dict)

    def add(self, line: int, row: Mapping[str, object]) -> None:
        """Add one message, or note that it was not understood."""
        written, text = string(row.get("sent_at")).strip(), string(row.get("text"))
        at, kind = wall_time(written), _kind(row)
        if not at or not kind or not row.keys() >= NEEDED:
            self.rows.unread.append(Unread(line, text))
            return
        sender = "" if kind is Kind.SYSTEM else string(row.get("sender"))
        is_notice = kind in _WORDS and not sender
        place = self.rows.add(at[0], sender, text, Kind.SYSTEM if is_notice else kind)
        self.offsets.append(at[1] if _OFFSET.search(written[10:]) else None)
        self.zones.add(string(row.get("zone")).strip())
        self.row_of[label(row.get("id")) or str(place + 1)] = place
        if label(row.get("reply_to")):
            self.answers[place] = label(row["reply_to"])

    def finished(self) -> Messages:
        """Return the rows with their answers and their clock settled."""
        known = ((row, self.row_of.get(answered)) for row, answered in self.answers.items())
        self.rows.reply_to = {row: answered for row, answered in known if answered is not None}
        offsets = [one for one in self.offsets if one is not None]
        if len(offsets) == len(self.rows):
            settle(self.rows, offsets)
        elif len(self.zones) == 1:
            self.rows.zone = self.zones.pop()
        return self.rows


def _kind(row: Mapping[str, object]) -> Kind | None:
    named = string(row.get("kind")).strip().lower() or Kind.TEXT
    return Kind(named) if named in KINDS else None
