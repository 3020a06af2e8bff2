"""Texts as the model reads them: words, and the pieces of words that it does not know whole."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
BREAK = "\0"
"""Stands after each text; it is a piece, too, and means nothing."""
LONGEST = 400
"""Characters of a text that are read; the texts that it learnt from have two hundred at most."""
MOST_LETTERS = 40
"""What is longer is no word."""
UNKNOWN = "\ufffd"
INSIDE = "##"
"""Begins a piece inside a word."""
_WORD = re.compile(rf"{BREAK}|[^\W_]+(?:'[^\W_]+)*|[^\w\s]|_")
_AGAIN = re.compile(r"([^\d\s])\1{2,}")


@dataclass(frozen=True)
class Pieces:
    """Many texts in a row: the numbers of their pieces, and where each begins; a break ends it."""

    numbers: Numbers
    starts: Numbers

    @property
    def ends(self) -> Numbers:
        """Return where the break after each text is."""
        return np.append(self.starts[1:], len(self.numbers)) - 1

    @property
    def lengths(self) -> Numbers:
        """Return how many pieces each text has, without its break."""
        return np.diff(self.starts, append=len(self.numbers)) - 1


def words(texts: Sequence[str]) -> list[str]:
    r"""Return the words and signs of all texts in a row, a BREAK after each text.

    >>> words(["I DON\u2019T know!!!!", "so"])
    ['i', "don't", 'know', '!', '!', '\x00', 'so', '\x00']
    """
    cut = [text[:LONGEST].replace(BREAK, " ") for text in texts]
    joined = BREAK.join([*cut, ""]).lower().replace("\u2019", "'")
    return _WORD.findall(_AGAIN.sub(r"\1\1", joined))


@dataclass(frozen=True)
class Vocabulary:
    """The pieces that the model knows, by their numbers; the break has the last."""

    known: Mapping[str, int]

    @classmethod
    def of(cls, pieces: Sequence[str]) -> "Vocabulary":
        """Return the vocabulary of these pieces, in this order."""
        return cls({piece: number for number, piece in enumerate([*pieces, BREAK])})

    def pieces(self, texts: Sequence[str]) -> Pieces:
        """Return texts in pieces; each different word is cut once."""
        found = words(texts)
        place = {word: number for number, word in enumerate(dict.fromkeys(found))}
        cut = [self.cut(word) for word in place]
        lengths = np.array([len(one) for one in cut], np.int64)
        firsts = np.cumsum(lengths) - lengths
        every = np.array([number for one in cut for number in one], np.int64)
        which = np.fromiter(map(place.__getitem__, found), np.int64, len(found))
        ends = np.cumsum(lengths[which])
        begins = ends - lengths[which]
        within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(begins, lengths[which])
        numbers = every[np.repeat(firsts[which], lengths[which]) + within]
        after = np.flatnonzero(numbers == self.known[BREAK]) + 1
        return Pieces(numbers, np.concatenate([[0], after[:-1]]).astype(np.int64))

    def cut(self, word: str) -> list[int]:
        """Return the numbers of the longest pieces that a word is made of, from left to right."""
        if word in self.known:
            return [self.known[word]]
        found: list[int] = []
        start = 0
        while start < len(word) <= MOST_LETTERS:
            mark = INSIDE if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if mark + word[start:end] in self.known), 0)
            if not end:
                return [self.known[UNKNOWN]]
            found.append(self.known[mark + word[start:end]])
            start = end
        return found or [self.known[UNKNOWN]]
