"""Whose name stands in a header: a person's, a chat's, or words of a line that holds a colon."""

import re
from array import array
from collections import Counter
from collections.abc import Collection, Sequence

from amends.chats.message import KINDS, NOBODY, Kind, Messages
from amends.chats.whatsapp.marks import name_of, plain
from amends.chats.whatsapp.rows import Rows
from amends.chats.whatsapp.words import LRM, folded, words

_QUOTES = (("„", "“”"), ("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"))
"""How the app puts the name of a group between quotes, in its languages."""
_SAME = '"”»'
"""Quotes that are the same on both sides, as in Swedish, or turned around, as in Danish."""
_SINGLE = re.compile(r"(?:^|\s)['‘][^'’]*$")  # noqa: RUF001 - this is how they look
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
    doubtful = {
        place
        for place, row in enumerate(rows.first)
        if rows.names[place] is not None and _MORE.match(rows.text[row])
    }
    known = {name: place for place, name in enumerate(rows.names)}
    for place, own in rows.of(doubtful).items():
        name = rows.names[place] or ""
        found = [match[1] for row in own if (match := _MORE.match(rows.text[row]))]
        if len(found) == len(own) and _belong(name, {*found}, own, rows, title):
            _move(rows, own, name, known)
            rows.names[place] = None


def _belong(name: str, halves: set[str], own: Sequence[int], rows: Rows, title: str) -> bool:
    if len(own) >= _SURE * len(halves):
        return True
    if all(f": {LRM}" in rows.text[row].partition("\n")[0] for row in own):
        return True
    return all(_letters(name + half) in _letters(title) for half in halves)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, plain(text).casefold()))


def _move(rows: Rows, own: Sequence[int], name: str, known: dict[str | None, int]) -> None:
    for row in own:
        half, _, text = rows.text[row].partition(": ")
        longer = f"{name}: {half}"
        if longer not in known:
            known[longer] = len(rows.names)
            rows.names.append(longer)
            rows.first.append(row)
        rows.name[row], rows.text[row] = known[longer], text
    rows.odd += own


def settle(rows: Rows) -> Messages:
    """Return the rows as messages: who is a person, and which lines nobody wrote."""
    counts = Counter(rows.name)
    talking = _talking(rows)
    sure = {name_of(rows.names[place] or "") for place in talking if counts[place] >= _SURE}
    lines = {
        place
        for place, name in enumerate(rows.names)
        if name is None or (place in talking and is_line(plain(name), counts[place], sure))
    }
    for place, own in rows.of(lines).items():
        _take_back(rows, own, rows.names[place])
    messages = Messages(sent_at=rows.at, kind=rows.kind, text=rows.text)
    owners = [NOBODY] * len(rows.names)
    for place in sorted(talking.keys() - lines, key=talking.__getitem__):
        owners[place] = messages.place_of(name_of(rows.names[place] or ""))
    messages.sender = array("i", map(owners.__getitem__, rows.name))
    for row in rows.like(_SYSTEM):
        messages.sender[row] = NOBODY
    return messages


def _talking(rows: Rows) -> dict[int, int]:
    """Return the first row of each name that is no line about the chat, where there is one."""
    quiet = {*rows.like(_SYSTEM)}
    doubtful = {rows.name[row] for row in quiet}
    counts = Counter(rows.name) if doubtful else {}
    first = {
        place: row
        for place, row in enumerate(rows.first)
        if rows.names[place] is not None and place not in doubtful and counts.get(place, 1)
    }
    for place, own in rows.of(doubtful).items():
        spoken = next((row for row in own if row not in quiet), None)
        if rows.names[place] is not None and spoken is not None:
            first[place] = spoken
    return first


def _take_back(rows: Rows, own: Sequence[int], name: str | None) -> None:
    """Make lines about the chat of rows, and put back what was taken for a name."""
    calls = (*words().call, *words().missed)
    for row in own:
        if name is not None:
            rows.text[row] = f"{name}: {rows.text[row]}"
        rows.text[row] = rows.text[row].removeprefix(LRM)
        rows.kind[row] = _CALL if folded(rows.text[row][:80]).startswith(calls) else _SYSTEM


def is_line(name: str, count: int, sure: Collection[str]) -> bool:
    """Say whether what stands before a colon is the beginning of a line about the chat.

    Such lines quote names of groups, which hold colons: Alice created group "Trip: Spain". Words
    say nothing here: a person can be called Left.

    >>> is_line('Alice created group "Trip', 1, ["Alice"]), is_line('Bob "the cook"', 1, ["Alice"])
    (True, False)
    """
    if any(_is_open(name, *pair) for pair in _QUOTES) or _SINGLE.search(name):
        return True
    if any(name.count(one) % 2 for one in _SAME) and not any(one in name for one in "„“«"):
        return True
    if count > 1 or not sure:
        return False
    said = name.split()
    begins = (" ".join(said[:end]) in sure for end in range(1, len(said) - _FOLLOWING + 1))
    return len(said) > _WORDS or len(name) > _LETTERS or any(begins)


def _is_open(name: str, opening: str, closing: str) -> bool:
    if opening == "“" and "„" in name:
        return False  # there it closes
    return name.rfind(opening) > max(map(name.rfind, closing))
