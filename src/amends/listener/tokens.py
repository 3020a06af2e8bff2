"""A text as the encoder reads it: words, their pieces, and windows over them.

Words are cut into the longest pieces that the vocabulary knows, from left to right (WordPiece;
Schuster and Nakajima, 2012), as BERT does it. We do it ourselves because the library that does it
brings a client that downloads models, and amends has no use for the network.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from amends.listener.decoding import Chances
from amends.text import Span, fold

WINDOW = 254
"""Pieces read at once, without the two that begin and end a window."""
STEP = 190
"""Windows begin so many pieces apart; where they overlap, the mean counts."""
LONGEST_WORD = 40
"""Letters; what is longer is no word, and is read as unknown."""
BEGIN, END, UNKNOWN, HIDDEN = "[CLS]", "[SEP]", "[UNK]", "[MASK]"
_WORD = re.compile(r"[^\W\u3040-\u9fff]+|[^\w\s]|[\u3040-\u9fff]")


@dataclass(frozen=True)
class Pieces:
    """The pieces of a text, and the words that they make up.

    `words` holds, for each word, its first piece, the piece after its last, and its span.
    """

    numbers: list[int]
    words: list[tuple[int, int, Span]]

    def chances(self, read: Callable[[Sequence[int]], Chances]) -> Chances:
        """Return the chances on words: `read` gives those on the pieces of one window.

        Where windows overlap, and on the pieces of a word, the mean counts.
        """
        parts = [(at, read(self.numbers[at[0] : at[1]])) for at in windows(len(self.numbers))]
        total = np.zeros((len(self.numbers), parts[0][1].shape[1]), dtype=np.float32)
        times = np.zeros((len(self.numbers), 1), dtype=np.float32)
        for (start, end), part in parts:
            total[start:end] += part
            times[start:end] += 1
        return self._by_word(total / times)

    def _by_word(self, each: Chances) -> Chances:
        """Return the chances on words, as the mean of those on their pieces."""
        rows = [each[first:last].mean(axis=0) for first, last, _ in self.words]
        return np.array(rows, dtype=np.float32)


@dataclass(frozen=True)
class Vocabulary:
    """The pieces that the encoder knows, by their numbers; `##ing` is a piece inside a word."""

    numbers: Mapping[str, int]

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """Read a file with one piece a line; the first has the number 0."""
        lines = path.read_text("utf-8").splitlines()
        return cls({piece: number for number, piece in enumerate(lines)})

    def pieces(self, text: str) -> Pieces:
        """Return a text in pieces."""
        numbers: list[int] = []
        words = []
        for found in _WORD.finditer(fold(text)):
            first = len(numbers)
            numbers += [self.numbers[piece] for piece in self._cut(found[0])]
            words.append((first, len(numbers), Span(found.start(), found.end())))
        return Pieces(numbers, words)

    def _cut(self, word: str) -> list[str]:
        """Return the pieces of one word, or that it is unknown."""
        letters = word if word.isascii() else _without_accents(word)
        cut: list[str] = []
        start = 0
        while start < len(letters) <= LONGEST_WORD:
            mark = "##" if start else ""
            ends = range(len(letters), start, -1)
            end = next((end for end in ends if mark + letters[start:end] in self.numbers), 0)
            if not end:
                return [UNKNOWN]
            cut.append(mark + letters[start:end])
            start = end
        return cut or [UNKNOWN]


@lru_cache(maxsize=1000)
def _without_accents(word: str) -> str:
    spread = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in spread if unicodedata.category(letter) != "Mn")


def windows(length: int) -> Iterator[tuple[int, int]]:
    """Yield the first piece of each window and the piece after its last."""
    start = 0
    while True:
        yield start, min(start + WINDOW, length)
        if start + WINDOW >= length:
            return
        start += STEP
