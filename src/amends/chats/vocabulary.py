"""Which of many texts may hold phrases: all their words are looked up together, as numbers.

To read one text for phrases takes some hundred microseconds, and a chat has a million. A phrase
says which keys a text must have (words, beginnings, neighbours: `amends.text`), and one message in
a hundred or fewer has them; only that one is worth reading.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from amends.chats.talk import Marks, Places
from amends.chats.watching import Told, silent
from amends.text import Needs, Words, fold

CHUNK = 50_000
"""Texts that are cut into words at once: as many words as fit into some forty megabytes."""
LONGEST = 30
"""Bytes of a word that is remembered; longer are addresses, or writing without spaces."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_END = b"\0"
_KEPT = frozenset(b"'\0abcdefghijklmnopqrstuvwxyz0123456789")
_SPACES = bytes(byte if byte in _KEPT or byte > ord("~") else ord(" ") for byte in range(256))
_NOT_WORDS = frozenset("^$?,")
NOTHING, BOUNDARY = 0, 1
"""Kinds of words: of no interest, and no word but the end of a text."""


class Vocabulary:
    """What is looked for, and what each word met so far has of it."""

    def __init__(self, needs: Collection[Needs], words: Words) -> None:
        wanted = {tuple(sorted(map(_worded, one), key=sorted)) for one in needs}
        self._needs = [[one for one in phrase if one] for phrase in sorted(wanted, key=repr)]
        keys = {key for phrase in self._needs for need in phrase for key in need}
        self._kinds = _Kinds(keys, words)

    def may_hold(self, texts: Sequence[str], told: Told = silent) -> Places:
        """Return the places of the texts that may hold one of the phrases."""
        found = []
        for first in range(0, len(texts), CHUNK):
            found.append(self._in_chunk(texts[first : first + CHUNK]) + first)
            told(min(1.0, (first + CHUNK) / len(texts)))
        return np.concatenate(found) if found else np.empty(0, np.int64)

    def _in_chunk(self, texts: Sequence[str]) -> Places:
        joined = _END.decode().join(texts)
        if joined.count(_END.decode()) >= max(len(texts), 1):
            joined = _END.decode().join(text.replace("\0", " ") for text in texts)
        data = joined.encode(errors="ignore").lower().translate(_SPACES).replace(_END, b" \0 ")
        kinds = self._kinds.of(data.split())
        seen = _Seen(kinds, len(texts), self._kinds)
        may = np.zeros(len(texts), np.bool_)
        for phrase in self._needs:
            may |= seen.every(phrase)
        return np.flatnonzero(may)


def _worded(need: frozenset[str]) -> frozenset[str]:
    """Return a need in words alone: marks are nowhere in a word list, the edges everywhere."""
    rows = [[word for word in key.split() if word not in _NOT_WORDS] for key in need]
    return frozenset(map(" ".join, rows)) if all(rows) else frozenset()


class _Kinds:
    """The words that keys name, by number; words that no key tells apart share one."""

    def __init__(self, keys: Collection[str], words: Words) -> None:
        self._words = words
        self._exact = frozenset(word for key in keys if "*" not in key for word in key.split())
        self._stems = tuple(sorted(key[:-1] for key in keys if key.endswith("*")))
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._numbers: dict[tuple[str, ...], int] = {(): NOTHING, (_END.decode(),): BOUNDARY}
        self._types = _Types(self)
        self._rows: list[tuple[int, ...]] = [(BOUNDARY,), (NOTHING,)]
        self._types[_END] = 0
        self._row_numbers = {row: number for number, row in enumerate(self._rows)}
        self.by_key: dict[str, set[int]] = defaultdict(set)
        named = sorted(key for key in keys if " " in key)
        self.pairs = {key: number for number, key in enumerate(named, BOUNDARY + 1)}

    def __len__(self) -> int:
        return len(self._numbers)

    def of(self, tokens: Sequence[bytes]) -> NDArray[np.int32]:
        """Return the kind of each plain word; a token may stand for several, or for none."""
        types = np.fromiter(map(self._types.__getitem__, tokens), np.int32, len(tokens))
        lengths = np.array([len(row) for row in self._rows])
        flat = np.array([kind for row in self._rows for kind in row], np.int32)
        begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        times = lengths[types]
        ends = np.cumsum(times)
        shift = np.repeat(begins[types] - (ends - times), times)
        kinds: NDArray[np.int32] = flat[np.arange(len(shift)) + shift]
        return kinds

    def pairs_in(self, kinds: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the number of the pair that each word makes with the one after it, or NOTHING."""
        table = np.zeros((len(self), len(self)), np.int32)
        for key, number in self.pairs.items():
            first, _, second = key.partition(" ")
            for one in self.by_key[first]:
                table[one, list(self.by_key[second])] = number
        pairs: NDArray[np.int32] = table[kinds[:-1], kinds[1:]]
        return pairs

    def row(self, token: bytes) -> int:
        """Return the number of a token's row of kinds, for one that was not met before."""
        text = fold(token.decode(errors="ignore"))
        plain = (word for found in _WORD.findall(text) for word in self._words.plain(found))
        row = tuple(self._kind(word) for word in plain)
        return self._row_numbers.setdefault(row, self._added(row))

    def _added(self, row: tuple[int, ...]) -> int:
        if row not in self._row_numbers:
            self._rows.append(row)
        return len(self._rows) - 1

    def _kind(self, word: str) -> int:
        stems = [f"{word[:length]}*" for length in self._lengths if word[:length] in self._stems]
        keys = (*([word] if word in self._exact else []), *stems)
        if keys not in self._numbers:
            self._numbers[keys] = len(self._numbers)
            for key in keys:
                self.by_key[key].add(self._numbers[keys])
        return self._numbers[keys]


class _Types(dict[bytes, int]):
    """The row of each token, found when it is first met."""

    def __init__(self, kinds: _Kinds) -> None:
        super().__init__()
        self._kinds = kinds

    def __missing__(self, token: bytes) -> int:
        row = self._kinds.row(token)
        if len(token) <= LONGEST:
            self[token] = row
        return row


class _Seen:
    """Where in some texts each key stands."""

    def __init__(self, kinds: NDArray[np.int32], count: int, known: _Kinds) -> None:
        self._count = count
        self._text = np.cumsum(kinds == BOUNDARY)
        self._known = known
        self._single = _Postings(kinds)
        self._pairs = _Postings(known.pairs_in(kinds))
        self._needs: dict[frozenset[str], Marks] = {}

    def every(self, phrase: Sequence[frozenset[str]]) -> Marks:
        """Say of each text whether it has a key of each need."""
        may = np.ones(self._count, np.bool_)
        for need in phrase:
            may &= self._any(need)
        return may

    def _any(self, need: frozenset[str]) -> Marks:
        known = self._needs.get(need)
        if known is None:
            known = self._needs[need] = np.zeros(self._count, np.bool_)
            for places in self._places(need):
                known[self._text[places]] = True
        return known

    def _places(self, need: frozenset[str]) -> Iterator[Places]:
        for key in need:
            if key in self._known.pairs:
                yield self._pairs.of(self._known.pairs[key])
            else:
                yield from map(self._single.of, self._known.by_key[key])


class _Postings:
    """The places of each number in an array."""

    def __init__(self, numbers: NDArray[np.int32]) -> None:
        places = np.flatnonzero(numbers > BOUNDARY)
        found = numbers[places].astype(np.int16)  # few enough, and sorted four times as fast
        order = np.argsort(found, kind="stable")
        self._places, self._sorted = places[order], found[order]

    def of(self, number: int) -> Places:
        first, end = np.searchsorted(self._sorted, np.array([number, number + 1], np.int16))
        return self._places[first:end]
