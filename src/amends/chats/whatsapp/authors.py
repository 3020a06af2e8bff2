"""Whose name stands in a header: a person's, a chat's, or words of a line that holds a colon."""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from amends.chats.message import KINDS, NOBODY, Kind, Messages
from amends.chats.whatsapp.marks import name_of, plain
from amends.chats.whatsapp.rows import Rows
from amends.chats.whatsapp.words import LRM, folded, words

_QUOTES = (("„", "“”"), ("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"))
"""How the app puts the name of a group between quotes, in its languages."""
_WORDS, _LETTERS = 5, 40
"""A name that comes once and is longer is a sentence; nobody who writes once is called so."""
_FOLLOWING = 3
"""Words behind a person's name that make a sentence of a name that comes once."""
_SURE = 3
"""Messages by which a name is sure to be a person's, and after which a name with a colon is."""
_MORE = re.compile(rf"([^\n:{LRM}]{{1,60}}): ")
_SYSTEM, _CALL = KINDS.index(Kind.SYSTEM), KINDS.index(Kind.CALL)


def lengthen(rows: Rows, title: str) -> None:
    """Give names that hold a colon their second half back: "Dr: Bob", "Trip: Spain".

    Every message of such a name goes on with it. Three are enough to believe that, one where the
    name of the file has it too, or where a phone speaks of a chat by its name.
    """
    for place, name in enumerate(list(rows.names)):
        if name is None or not _MORE.match(rows.text[rows.name.index(place)]):
            continue
        own = list(_rows_of(place, rows.name))
        found = [_MORE.match(rows.text[row]) for row in own]
        halves = {match[1] for match in found if match}
        if all(found) and _belong(name, halves, own, rows, title):
            _move(rows, own, name)


def _belong(name: str, halves: set[str], own: Sequence[int], rows: Rows, title: str) -> bool:
    if len(own) >= _SURE * len(halves):
        return True
    if all(f": {LRM}" in rows.text[row].partition("\n")[0] for row in own):
        return True
    return all(_letters(name + half) in _letters(title) for half in halves)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, plain(text).casefold()))


def _move(rows: Rows, own: Sequence[int], name: str) -> None:
    for row in own:
        half, _, text = rows.text[row].partition(": ")
        longer = f"{name}: {half}"
        if longer not in rows.names:
            rows.names.append(longer)
        rows.name[row], rows.text[row] = rows.names.index(longer), text
    rows.odd = sorted({*rows.odd, *own})


def settle(rows: Rows) -> Messages:
    """Return the rows as messages: who is a person, and which lines nobody wrote."""
    messages = Messages(sent_at=rows.at, kind=rows.kind, text=rows.text)
    counts = Counter(rows.name)
    talking = _talking(rows)
    sure = [name_of(rows.names[place] or "") for place in talking if counts[place] >= _SURE]
    owners = [NOBODY] * len(rows.names)
    for place, name in enumerate(rows.names):
        if name is None or (place in talking and is_line(plain(name), counts[place], sure)):
            _take_back(rows, place)
            talking.pop(place, None)
    for place in sorted(talking, key=talking.__getitem__):
        owners[place] = messages.place_of(name_of(rows.names[place] or ""))
    messages.sender = array("i", map(owners.__getitem__, rows.name))
    for row in _rows_of(_SYSTEM, rows.kind):
        messages.sender[row] = NOBODY
    return messages


def _talking(rows: Rows) -> dict[int, int]:
    """Return the first row of each name that is no line about the chat, where there is one."""
    quiet = {*_rows_of(_SYSTEM, rows.kind)}
    found = (
        (place, next((row for row in _rows_of(place, rows.name) if row not in quiet), None))
        for place, name in enumerate(rows.names)
        if name is not None
    )
    return {place: row for place, row in found if row is not None}


def _take_back(rows: Rows, place: int) -> None:
    """Make lines about the chat of rows, and put back what was taken for a name."""
    calls = (*words().call, *words().missed)
    name = rows.names[place]
    for row in _rows_of(place, rows.name):
        if name is not None:
            rows.text[row] = f"{name}: {rows.text[row]}"
        rows.text[row] = rows.text[row].removeprefix(LRM)
        rows.kind[row] = _CALL if folded(rows.text[row]).startswith(calls) else _SYSTEM


def is_line(name: str, count: int, sure: Sequence[str]) -> bool:
    """Say whether what stands before a colon is the beginning of a line about the chat.

    Such lines quote names of groups, which hold colons: Alice created group "Trip: Spain". Words
    say nothing here: a person can be called Left.

    >>> is_line('Alice created group "Trip', 1, ["Alice"]), is_line('Bob "the cook"', 1, ["Alice"])
    (True, False)
    """
    if name.count('"') % 2 or any(_is_open(name, *pair) for pair in _QUOTES):
        return True
    if count > 1 or not sure:
        return False
    behind = next((name[len(one) :] for one in sure if name.startswith(f"{one} ")), "")
    long = len(name.split()) > _WORDS or len(name) > _LETTERS
    return long or len(behind.split()) >= _FOLLOWING


def _is_open(name: str, opening: str, closing: str) -> bool:
    if opening == "“" and "„" in name:
        return False  # there it closes
    return name.rfind(opening) > max(map(name.rfind, closing))


def _rows_of(value: int, column: list[int] | bytearray) -> Iterator[int]:
    """Yield the rows that have a value."""
    row = -1
    try:
        while True:
            row = column.index(value, row + 1)
            yield row
    except ValueError:
        return
