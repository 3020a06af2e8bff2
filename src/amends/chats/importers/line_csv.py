"""LINE as a table: columns for the date, the time, who and what, in any order and language."""

from collections.abc import Iterator, Mapping
from datetime import date

from amends.chats.dates import DAY_FIRST, Triple, day_of, order_of
from amends.chats.export import Export, ExportFile
from amends.chats.line_rows import Row, put
from amends.chats.message import GIVEN, OPEN, Messages, Order, Unread
from amends.chats.plain_text import raw_text, start_of, text_files, text_of
from amends.chats.several import PAIR, Chat, largest
from amends.chats.tables import heading, rows_of
from amends.chats.wording import unmarked, wording
from amends.chats.written import day_in, split_time

NAME = "LINE (table)"
ENDINGS = (".csv",)
_LOOKED_INTO = 12
"""Rows above the names of the columns: whose account it is, its time zone, when it was saved."""
_NEEDED = frozenset({"date", "time", "sender", "text"})
_LONGEST_MONTH = 31

Columns = Mapping[str, int]


def identify(export: Export) -> bool:
    """Say whether a table has LINE's columns near its start."""
    return bool(_files(export))


def _files(export: Export) -> list[ExportFile]:
    return [one for one in text_files(export, ".csv")[:20] if _is_table(one)]


def _is_table(file: ExportFile) -> bool:
    head = start_of(file, wording("line")["encodings"]).split("\n")[:_LOOKED_INTO]
    return any(_columns(one.strip().replace('"', "").split(",")) for one in head)


def _columns(row: list[str]) -> Columns:
    """Return the places of the columns, nothing if one is not there."""
    names = {name: place for place, name in reversed([*enumerate(heading(row))])}
    known = wording("line")["columns"]
    found = {
        column: names[name]
        for column in _NEEDED
        for name in reversed(known[column])
        if name in names
    }
    return found if found.keys() == _NEEDED else {}


def read(export: Export) -> Messages:
    """Return the messages of the largest chat of two people."""
    return largest(_chat(file) for file in _files(export))


def _chat(file: ExportFile) -> Chat:
    table = list(rows_of(text_of(raw_text(file), wording("line")["encodings"])))
    top = next((at for at, (_, row) in enumerate(table) if _columns(row)), len(table))
    rows = Messages(zone=_zone(row for _, row in table[:top]))
    found, days = list[Row](), list[Triple | date | None]()
    for line, row in table[top + 1 :]:
        if any(row):
            one = _row(line, row, _columns(table[top][1]), len(days))
            if one:
                found.append(one[0])
                days.append(one[1])
            else:
                rows.unread.append(Unread(line, ",".join(row)))
    rows.order = _order(days)
    put(rows, found, [_day(day, rows.order) for day in days], bare=False)
    return Chat(rows, is_pair=len(rows.people) <= PAIR)


def _zone(top: Iterator[list[str]]) -> str:
    names = wording("line")["columns"]["zone"]
    return next((unmarked(row[1]) for row in top if row[1:] and heading(row)[0] in names), "")


def _row(
    line: int, row: list[str], columns: Columns, place: int
) -> tuple[Row, Triple | date | None] | None:
    if len(row) <= max(columns.values()):
        return None
    clock = split_time(unmarked(row[columns["time"]]).casefold())[1]
    day = day_in(split_time(unmarked(row[columns["date"]]).casefold())[0], {})
    if clock is None or day is None:
        return None
    text = row[columns["text"]].replace("\r\n", "\n")
    return Row(line, place, clock, unmarked(row[columns["sender"]]), text), day


def _order(days: list[Triple | date | None]) -> Order:
    triples = [day for day in days if isinstance(day, tuple)]
    if not triples or triples[0][0] > _LONGEST_MONTH:
        return GIVEN
    return order_of(triples)


def _day(day: Triple | date | None, order: Order) -> date | None:
    if not isinstance(day, tuple):
        return day
    return day_of(day, DAY_FIRST if order == OPEN else order.name)
