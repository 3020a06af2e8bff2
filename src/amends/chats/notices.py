"""Whole lines that an app writes about people, told from what people write.

A pattern is plain text with places in it: {name} is one of the people of the chat, {sign} something
without letters, {any} anything. Patterns are filed by how they end or begin, so a message is held
against a few only, however many people and languages there are.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

_PLACES = re.compile(r"(\{name\}|\{sign\}|\{any\})")
_EXPRESSIONS = {
    "{name}": r"([^\n]{1,120})",
    "{sign}": r"[^\w\n]{1,40}",
    "{any}": r"[^\n]{0,300}",
}
_FILED = 3
"""Letters at the end or the start of a line that a pattern is filed by."""


@dataclass(frozen=True)
class _Pattern:
    """One pattern: its place among all, its own words, what it looks like."""

    place: int
    pieces: tuple[str, ...]

    @cached_property
    def shape(self) -> re.Pattern[str]:
        """Return its expression, made when it is first needed."""
        return re.compile("".join(_EXPRESSIONS.get(one) or re.escape(one) for one in self.pieces))

    def fits(self, line: str, names: Collection[str]) -> bool:
        """Say whether a line looks so, with people of the chat where names stand."""
        found = self.shape.fullmatch(line)
        return found is not None and all(one in names for one in found.groups())


class Notices:
    """Patterns, filed."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._by_end: dict[str, list[_Pattern]] = defaultdict(list)
        self._by_start: dict[str, list[_Pattern]] = defaultdict(list)
        self._others: list[tuple[str, _Pattern]] = []
        for place, pattern in enumerate(patterns):
            self._file(_Pattern(place, tuple(filter(None, _PLACES.split(pattern)))))

    def _file(self, one: _Pattern) -> None:
        first, last = one.pieces[0], one.pieces[-1]
        if last not in _EXPRESSIONS and len(last) >= _FILED:
            self._by_end[last[-_FILED:]].append(one)
        elif first not in _EXPRESSIONS and len(first) >= _FILED:
            self._by_start[first[:_FILED]].append(one)
        else:
            self._others.append((max(one.pieces, key=_own_words), one))

    def place(self, line: str, names: Collection[str]) -> int | None:
        """Return the place of the first pattern that a line fits, None for an ordinary line.

        >>> Notices(["{name} left.", "{name} named it {any}"]).place("Bob named it B", {"Bob"})
        1
        """
        near = [*self._by_end.get(line[-_FILED:], ()), *self._by_start.get(line[:_FILED], ())]
        near += [one for words, one in self._others if words in line]
        fitting = (one.place for one in near if one.fits(line, names))
        return min(fitting, default=None)


def _own_words(piece: str) -> int:
    return 0 if piece in _EXPRESSIONS else len(piece)
