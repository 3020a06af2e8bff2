"""The rows of a file as columns, read piece by piece with the one expression for its headers."""

import re
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add

from amends.chats.message import KINDS, Kind
from amends.chats.whatsapp.days import DAY, Days
from amends.chats.whatsapp.shape import Shape
from amends.chats.whatsapp.stretches import stretches
from amends.chats.whatsapp.times import Times
from amends.chats.whatsapp.words import LRM, whole_messages

TEXT = KINDS.index(Kind.TEXT)
PLACE = "https://maps.google.com/?q="
"""How the place begins that someone has sent."""
_ENDS = frozenset(">)")
"""How lines end to which a phone has added something."""
_BEGIN = 5
"""Letters by which a text is told that can be words of a phone: hashing all texts takes longer."""


@dataclass
class Rows:
    """What a file holds: when, the place of the name in `names`, the text, and its kind.

    The kind is right where the text is plain or one of the phone's own as a whole. `odd` are the
    other rows, to be judged one by one. `before` is what stands before the first header; `ended`
    says whether the file ends with a line, or breaks off perhaps; `first` has the first row of each
    name.
    """

    days: Days
    at: "array[int]" = field(default_factory=lambda: array("q"))
    name: list[int] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    kind: bytearray = field(default_factory=bytearray)
    odd: list[int] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    before: str = ""
    ended: bool = True
    first: list[int] = field(default_factory=list)

    def of(self, places: Collection[int]) -> dict[int, list[int]]:
        """Return the rows of some names, by their places."""
        found: dict[int, list[int]] = {}
        for row, place in enumerate(self.name) if places else ():
            if place in places:
                found.setdefault(place, []).append(row)
        return found

    def like(self, kind: int) -> Iterator[int]:
        """Yield the rows of a kind."""
        row = self.kind.find(kind)
        while row >= 0:
            yield row
            row = self.kind.find(kind, row + 1)

    def set_order(self, order: str) -> None:
        """Read the dates in another order than was guessed."""
        if moved := self.days.moved(order):
            self.at = _moved(self.at, moved)


def _moved(times: Iterable[int], days: Mapping[int, int]) -> "array[int]":
    """Return times on other days: most are of the same day as the one before."""
    moved, start, end, shift = array("q"), 0, 0, 0
    for at in times:
        if at >= end or at < start:
            day = at // DAY
            start, end, shift = day * DAY, (day + 1) * DAY, (days[day] - day) * DAY
        moved.append(at + shift)
    return moved


def rows_of(
    texts: Iterable[str], shape: Shape, order: str, inside: frozenset[int] = frozenset()
) -> Rows:
    """Return the rows of a text that comes in pieces; raises what reading the pieces raises.

    The rows whose numbers are `inside` are none: their lines belong to the message before them.
    """
    rows, names, times = Rows(Days(order, shape.month, shape.months)), _Names(), Times(shape)
    kinds = whole_messages(iphone=shape.iphone)
    begins = frozenset(words[:_BEGIN] for words in kinds)
    step, seen = shape.header.groups + 1, 0
    for text in stretches(texts, shape):
        parts = shape.header.split(text)
        found = len(parts) // step
        if not inside.isdisjoint(range(seen, seen + found)):
            parts = _joined(shape.header, text, inside, seen)
        seen += found
        _add_before(rows, parts[0])
        days = map(rows.days.__getitem__, parts[shape.date :: step])
        # a list in between, because arrays grow slowly from what comes one by one
        rows.at.extend(array("q", [*map(add, days, times.of(parts, step))]))
        _add_names(rows, [*map(names.__getitem__, parts[step - 1 :: step])], names)
        said = parts[step::step]
        if text.count("\r") > len(said) * shape.start.count("\r"):
            said = [_with_plain_breaks(one) for one in said]
        rows.kind += bytes([TEXT]) * len(said)
        for row in [row for row, one in enumerate(said) if one[:_BEGIN] in begins]:
            rows.kind[len(rows.text) + row] = kinds.get(said[row], TEXT)
        signs = [sign for sign in (LRM, PLACE) if sign in text]
        rows.odd += map(len(rows.text).__add__, _odd(said, signs, shape))
        rows.text += said
    rows.names = list(names)
    if rows.text:
        _close(rows, kinds)
    return rows


def _add_before(rows: Rows, text: str) -> None:
    """Add what stands before the first header of a stretch: the end of a message, or no message."""
    if not rows.text:
        rows.before += text
    elif text:
        rows.text[-1] += _with_plain_breaks(text)
        rows.kind[-1] = TEXT
        rows.odd.append(len(rows.text) - 1)


def _add_names(rows: Rows, places: list[int], names: Collection[str | None]) -> None:
    """Add names by their places; a new name's place is the next."""
    if len(names) > len(rows.first):
        for row, place in enumerate(places, len(rows.name)):
            if place == len(rows.first):
                rows.first.append(row)
    rows.name += places


def _close(rows: Rows, kinds: Mapping[str, int]) -> None:
    """Take the line breaks from the end of the file, and note whether there was one."""
    text = rows.text[-1]
    rows.ended = text.endswith("\n\n")  # one of them was added
    rows.text[-1] = text.rstrip("\r\n")
    rows.kind[-1] = kinds.get(rows.text[-1], TEXT)
    if rows.odd[-1:] != [len(rows.text) - 1]:
        rows.odd.append(len(rows.text) - 1)


def _with_plain_breaks(text: str) -> str:
    return text.removesuffix("\r").replace("\r\n", "\n")


def _odd(said: Sequence[str], signs: Iterable[str], shape: Shape) -> list[int]:
    """Return the texts that may hold something of the phone's: each is looked at by itself later.

    On an iPhone it has a mark; on Android it stands at the end of the first line or of the last.
    """
    odd = {row for row, text in enumerate(said) if text[-1:] in _ENDS}
    if shape.start == "\n":
        several = [row for row, text in enumerate(said) if "\n" in text]
        odd.update(row for row in several if said[row].partition("\n")[0][-1:] in _ENDS)
    for sign in signs:
        odd.update(row for row, text in enumerate(said) if sign in text)
    return sorted(odd)


class _Names(dict[str | None, int]):
    def __missing__(self, written: str | None) -> int:
        self[written] = len(self)
        return self[written]


def _joined(
    header: re.Pattern[str], text: str, inside: frozenset[int], first: int
) -> list[str | None]:
    """Return the parts of a text as splitting gives them, some headers taken for text."""
    parts: list[str | None] = []
    end = 0
    for number, found in enumerate(header.finditer(text), first):
        if number in inside:
            continue
        parts += (text[end : found.start()], *found.groups())
        end = found.end()
    return [*parts, text[end:]]
