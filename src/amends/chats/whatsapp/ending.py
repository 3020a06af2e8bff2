"""The end of a file that breaks off in the middle of a header."""

from collections.abc import Iterable

from amends.chats.whatsapp.marks import plain
from amends.chats.whatsapp.rows import Rows
from amends.chats.whatsapp.shape import Shape


def broken_off(rows: Rows, shape: Shape) -> str:
    """Take the rest of a header away, with which a file breaks off, and return it, or nothing."""
    if rows.ended:
        return ""
    before, _, last = rows.text[-1].rpartition("\n")
    name = rows.names[rows.name[-1]]
    if name is None and len(rows.text) > 1 and _begins_a_name(rows.text[-1], rows.names):
        for column in (rows.at, rows.name, rows.text, rows.kind):
            column.pop()
        rows.odd.remove(len(rows.text))
        return last
    if before and shape.part.fullmatch(last):
        rows.text[-1] = before
        return last
    return ""


def _begins_a_name(text: str, names: Iterable[str | None]) -> bool:
    return any(name and name.startswith(plain(text)) for name in names)
