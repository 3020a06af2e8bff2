"""Rows of LINE and what they are: words, something sent, a call, something taken back."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from amends.chats.message import Kind, Messages, Unread
from amends.chats.notices import Notices
from amends.chats.wording import wording

EPOCH = date(1970, 1, 1).toordinal()
SURE, MOST = 3, 0.75
"""So many messages, and so great a part of those with one first word, must go on with the same word
before it is taken for a part of the name."""
LONGEST_NOTICE = 200
"""Characters; what the app writes itself is one line."""
_TELEPHONE = "\u260e"
_BRACKETS = re.compile(r"\[([^\[\]\n]{1,30})\](?:\s(?:[^\n]*\.\w{2,5}|\w+://\S+))?")
"""What was sent in place of words, and perhaps the name of a file, or a link."""


@dataclass(frozen=True)
class Row:
    """One message: its line, the place of its day, seconds on that day, who, and what was written.

    `more` are lines that were found below it.
    """

    line: int
    day: int
    clock: int
    sender: str
    text: str = field(repr=False)
    more: list[str] = field(default_factory=list, repr=False)

    @property
    def whole(self) -> str:
        """Return the whole text."""
        if not self.more:
            return self.text
        text = "\n".join([self.text, *self.more])
        is_quoted = len(text) > 1 and text.startswith('"') and text.endswith('"')
        return text[1:-1] if is_quoted and text.count('"') % 2 == 0 else text


def put(rows: Messages, found: Sequence[Row], days: Sequence[date | None], *, bare: bool) -> None:
    """Add rows on their days; `bare` says that media stand without square brackets, too."""
    known = {one.sender for one in found} - {""}
    names = sorted(known, key=len, reverse=True)
    media = {one.casefold() for one in wording("line")["words"]["media"]}
    for one in found:
        day, text, sender = days[one.day], one.whole, one.sender
        kind = _kind(text, media, bare=bare)
        if _is_taken_back(text, known):
            kind = Kind.DELETED
            sender = sender or next((name for name in names if text.startswith(name)), "")
        elif not sender and kind is not Kind.CALL:
            kind = Kind.SYSTEM
        if day:
            rows.add((day.toordinal() - EPOCH) * 86400 + one.clock, sender, text, kind)
        else:
            rows.unread.append(Unread(one.line, text))


@cache
def _taken_back() -> Notices:
    return Notices(wording("line")["words"]["unsent"])


def _is_taken_back(text: str, names: Collection[str]) -> bool:
    return len(text) < LONGEST_NOTICE and _taken_back().place(text.strip(), names) is not None


def _kind(text: str, media: set[str], *, bare: bool) -> Kind:
    if text.startswith(_TELEPHONE):
        return Kind.CALL
    found = _BRACKETS.fullmatch(text)
    word = found[1] if found else text if bare else ""
    return Kind.MEDIA if not text or word.strip().casefold() in media else Kind.TEXT


def with_names(rows: Sequence[Row]) -> list[Row]:
    """Return rows whose texts began with a name and a space, as a computer saves them.

    The first word is a name, with those after it that most messages which begin so share.
    """
    texts: dict[str, list[list[str]]] = defaultdict(list)
    for one in rows:
        words = one.text.split(" ")
        texts[words[0]].append(words)
    names = {first: _name(same) for first, same in texts.items()}
    known = {*names.values()}
    return [
        one if _is_taken_back(one.text, known) else _named(one, names[one.text.split(" ", 1)[0]])
        for one in rows
    ]


def _name(texts: list[list[str]]) -> str:
    name, length = tuple(texts[0][:1]), 1
    while True:
        longer = Counter(tuple(one[: length + 1]) for one in texts if len(one) > length + 1)
        words, count = longer.most_common(1)[0] if longer else (name, 0)
        if count < max(SURE, MOST * len(texts)):
            return " ".join(name)
        name, length = words, length + 1


def _named(row: Row, name: str) -> Row:
    if not row.text.startswith(name):
        name = row.text.split(" ", 1)[0]
    return replace(row, sender=name, text=row.text[len(name) + 1 :])
