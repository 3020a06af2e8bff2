"""What a text must hold for a phrase to be in it: words that can be looked up before searching."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

Needs = tuple[frozenset[str], ...]
"""A sentence must hold a key out of each set. A key is a word, a pair of neighbours such as `you
made`, or a beginning such as `hur*`."""

_MOST_PAIRS = 100
"""Pairs made of two choices in a row; more take longer to build than they save."""
_COMMON = 25
_TOGETHER = 4
"""How much oftener a common word stands in a sentence than another of its length, and how much
seldomer two given neighbours than the rarer of them: rough guesses, only for choosing what to look
up first."""
_LENGTHS = (3, 5)
"""Letters of a beginning; short enough for most stems in use, long enough to tell words apart."""


@dataclass(frozen=True, slots=True)
class Clue:
    """What is known of a piece of a phrase; `first` and `last` are empty when not known."""

    needs: Needs = ()
    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()


class Row:
    """Pieces of a phrase, one after the other."""

    def __init__(self) -> None:
        self.needs: list[frozenset[str]] = []
        self.first: frozenset[str] | None = None
        self.last: frozenset[str] = frozenset()
        self.is_empty = True

    def add(self, clue: Clue) -> None:
        """Take in a piece that must stand next."""
        if 0 < len(self.last) * len(clue.first) <= _MOST_PAIRS:
            self.needs.append(frozenset([f"{a} {b}" for a in self.last for b in clue.first]))
        if self.first is None:
            self.first = clue.first
        self.needs += clue.needs
        self.last = clue.last
        self.is_empty = False

    def skip(self) -> None:
        """Take in a piece that may stand next, or not."""
        self.first = self.first or frozenset()
        self.last = frozenset()

    def clue(self) -> Clue:
        """Return what is known of the whole row."""
        return Clue(tuple(self.needs), self.first or frozenset(), self.last)


def either(clues: Sequence[Clue]) -> Clue:
    """Return what is known of a choice: each alternative's best need, all in one."""
    if len(clues) == 1:
        return clues[0]
    known = [_best(clue.needs) for clue in clues if clue.needs]
    needs = (frozenset().union(*known),) if len(known) == len(clues) else ()
    return Clue(needs, _union([c.first for c in clues]), _union([c.last for c in clues]))


def _best(needs: Needs) -> frozenset[str]:
    return needs[0] if len(needs) == 1 else min(needs, key=commonness)


def _union(words: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*words) if all(words) else frozenset()


def commonness(need: frozenset[str], common: Collection[str] = ()) -> float:
    """Return how often a need is likely met, for comparing: more choices, shorter words.

    A word among the `common` ones counts as much more often met.
    """
    if not common:
        return sum(map(_commonness_of, need))
    return sum([_with_common(key, common) for key in need])


@cache
def _commonness_of(key: str) -> float:
    """Return the commonness of one key by itself; the same words stand in many phrases."""
    return _with_common(key, ())


def _with_common(key: str, common: Collection[str]) -> float:
    words = key.split()
    rarest = min([(_COMMON if word in common else 1) / len(word) ** 2 for word in words])
    return rarest if len(words) == 1 else rarest / _TOGETHER


def keys_of(row: Sequence[str], neighbours: Sequence[str]) -> frozenset[str]:
    """Return all keys that a sentence with these words answers to."""
    keys = set(row)
    for length in _LENGTHS:
        keys.update([f"{word[:length]}*" for word in row if len(word) >= length])
    keys.update([f"{a} {b}" for a, b in pairwise(neighbours)])
    return frozenset(keys)


def beginning(stem: str) -> frozenset[str]:
    """Return the key of all words that begin like this; none when the stem is too short.

    >>> beginning("hurti")
    frozenset({'hurti*'})
    """
    lengths = [length for length in _LENGTHS if len(stem) >= length]
    return frozenset([f"{stem[:length]}*" for length in lengths[-1:]])
