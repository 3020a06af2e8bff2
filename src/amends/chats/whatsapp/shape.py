"""The shape of the headers of one file, learnt from its beginning: one expression, and no other."""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from amends.chats.dates import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, Triple
from amends.chats.whatsapp.clock import bare, halves
from amends.chats.whatsapp.days import NONE, triple_of
from amends.chats.whatsapp.form import Form, Sighting, sighted
from amends.chats.whatsapp.learnt import learnt_halves
from amends.chats.whatsapp.logs import is_no_chat
from amends.chats.whatsapp.marks import MARKS, plain
from amends.chats.whatsapp.months import months_of
from amends.chats.whatsapp.stamp import MARK, beginning_of, stamp_of

LINES = 300
"""Of the beginning are looked at; the form of a header does not change within a file."""
_FEW = 5
"""One header in so many has CR LF before it: then they all have, and the others are pasted."""
_PASTES, _OFTEN = 3, 8
"""Unless the others stand in so many places, one header in so many: then line ends are mixed."""
_ENOUGH, _LEAST = 5, 2
"""Headers that must follow when the file does not begin with one: fewer if half its lines do."""
_YEAR_FIRST = ("오전", "오후", "午前", "午後")
"""Words of Korea and Japan, where the year stands first even with two digits."""
_END = r"(?=[\r\n]|\Z)"
_INNER = rf"(?::(?! |{_END}))"
_NAME = rf"((?:[^\n:]++(?=: )|{_INNER}?+[^\n:]++(?:{_INNER}[^\n:]*+)*+))"
"""Up to the first colon that a space or the end of the line follows; most have no other."""


@dataclass(frozen=True)
class Shape:
    """How headers look in one file.

    `header` begins with `start`, the line break before a header. Its groups are the date and the
    hour with the minute, at the places `date` and `time`; behind the time the second, with the
    word for the half of the day where one follows; last the name.
    `part` matches what is left of a header that breaks off. `triples` are the dates of the
    beginning of the file. `month` is the place of a month that is written out, with one of the
    names in `months`; `late` are words of this file that say that it is after noon; `stopped` says
    whether dates look like 26. 3. 14., which is Korean.
    """

    header: re.Pattern[str]
    part: re.Pattern[str]
    start: str
    date: int
    time: int
    seconds: bool
    half: str
    iphone: bool
    orders: tuple[str, ...]
    triples: tuple[Triple, ...]
    month: int
    months: Mapping[str, int]
    late: frozenset[str]
    stopped: bool

    @property
    def halved(self) -> bool:
        """Say whether hours count to twelve."""
        return bool(self.half)


def is_chat(head: str) -> bool:
    """Say whether a file that begins so may have headers; quicker than learning how they look."""
    first = next((line for line in head.split("\n", LINES) if plain(line).strip()), "")
    return sighted(first) is not None or learn(head) is not None


def learn(head: str) -> Shape | None:
    """Return the shape of the headers of a file that begins so, or None when it is no chat."""
    lines = head.split("\n", LINES + 1)[:LINES]
    seen = _seen(lines, halves())
    learnt = learnt_halves([one for _, one in seen])
    if learnt:
        seen = _seen(lines, halves().keys() | learnt.keys())
    form = _form(lines, seen)
    if form is None:
        return None
    ours = [(number, found) for number, found in seen if found.form == form]
    shape = _shape(form, lines, ours, frozenset(word for word, late in learnt.items() if late))
    begun = [lines[number] for number, _ in seen]
    found = filter(None, map(shape.header.match, (f"{shape.start}{line}" for line in begun)))
    return None if is_no_chat((one[one.re.groups] for one in found), begun) else shape


def _seen(lines: Sequence[str], known: Container[str]) -> list[tuple[int, Sighting]]:
    return [(number, one) for number, line in enumerate(lines) if (one := sighted(line, known))]


def _form(lines: Sequence[str], seen: Sequence[tuple[int, Sighting]]) -> Form | None:
    """Return the form of the first line, or the most common one where something precedes."""
    said = [number for number, line in enumerate(lines) if plain(line).strip()]
    if seen and seen[0][0] == said[0]:
        return seen[0][1].form
    common = Counter(found.form for _, found in seen).most_common(1)
    enough = _ENOUGH if 2 * len(seen) < len(said) else _LEAST
    return common[0][0] if common and common[0][1] >= enough else None


def _shape(
    form: Form, lines: Sequence[str], ours: Sequence[tuple[int, Sighting]], late: frozenset[str]
) -> Shape:
    found = [sighting for _, sighting in ours]
    marked = any(_is_marked(lines[number], one.length) for number, one in ours)
    stamp = stamp_of(form, found, marked=marked)
    between = MARK if marked else ""
    iphone = form.closing.startswith(("]", ":"))
    start = _break(lines, [number for number, _ in ours if number]) if iphone else "\n"
    months = months_of(one.date[form.month] for one in found) if form.month >= 0 else NONE
    before = f"{re.escape(start)}{MARK}{between.join(stamp)}{MARK}"
    return Shape(
        header=re.compile(rf"{before}(?:{_NAME}:(?: |{_END}))?+"),
        part=re.compile(beginning_of(form, found)),
        start=start,
        date=1 if form.date_first else stamp.count("("),
        time=2 if form.date_first else 1,
        seconds=bool(form.again),
        half=form.half,
        iphone=iphone,
        orders=_orders(form, found),
        triples=tuple(triple_of(" ".join(one.date), form.month, months) for one in found),
        month=form.month,
        months=months,
        late=late,
        stopped=form.signs == (". ", ". ") and form.gap.startswith(".") and not any(form.wide),
    )


def _is_marked(line: str, length: int) -> bool:
    """Say whether marks stand inside the header of a line, not only before it."""
    header = line.lstrip(MARKS)[:length]
    return any(mark in header for mark in MARKS)


def _break(lines: Sequence[str], numbers: Sequence[int]) -> str:
    """Return what breaks the line before a header.

    iPhones write CR LF there and LF inside a message, so that a chat pasted into one stays in it.
    """
    after_return = [lines[number - 1].endswith("\r") for number in numbers]
    places = sum(not one for one, _ in groupby(after_return))
    mixed = places >= _PASTES and places * _OFTEN > len(numbers)
    return "\r\n" if sum(after_return) * _FEW > len(numbers) and not mixed else "\n"


def _orders(form: Form, found: Sequence[Sighting]) -> tuple[str, ...]:
    first, last = form.wide
    if form.month >= 0:
        return (MONTH_FIRST if form.month == 0 else DAY_FIRST,)
    if first or any(bare(one.half) in _YEAR_FIRST for one in found):
        return (YEAR_FIRST,)
    return (DAY_FIRST, MONTH_FIRST) if last else (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)
