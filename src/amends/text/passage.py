"""A text made ready for phrases: its words in plain spelling, with their places."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from amends.text.clue import keys_of
from amends.text.folding import fold
from amends.text.quotes import quoted
from amends.text.segmenting import sentences
from amends.text.span import Span
from amends.text.words import WORD, Words

START, END, ASKS, BREAK = "^", "$", "?", ","
"""Pseudo-words of a stream: the edges of a sentence, its question mark, a pause inside it."""
_PASSED_OVER = frozenset({BREAK, ASKS})
"""Pseudo-words that keep no two words from being neighbours."""
_NO_PAUSE = frozenset({" ", ""})
LONGEST = 180
"""Characters, about 35 words: a longer sentence is most likely several without a stop."""
_WORDS_AND_GAPS = re.compile(f"({WORD.pattern})")
_PAUSE = re.compile(r"[,;:()\[\]\u2026]|\.\.|--|\s-|-\s")


@dataclass(frozen=True)
class Sentence:
    """One sentence, ready to be searched.

    `stream` holds it as ` ^ i am sorry , but you left ? $ `, in UTF-8; `places` gives for each of
    these words where in the text it begins and ends; `keys` are what phrases look for before they
    search (`amends.text.clue`).
    """

    span: Span
    stream: bytes
    places: Sequence[tuple[int, int]]
    keys: frozenset[str]

    @cached_property
    def _offsets(self) -> Sequence[int]:
        return [found.start() for found in re.finditer(rb"[^ ]+", self.stream)]

    def part(self, start: int, end: int) -> Span:
        """Return the part of the text behind a part of the stream, counted in bytes."""
        first = bisect_right(self._offsets, start) - 1
        last = bisect_left(self._offsets, end) - 1
        return Span(self.places[first][0], self.places[last][1])


@dataclass(frozen=True)
class Passage:
    """One text, ready to be searched.

    `keys` leads from a key to the numbers of the sentences that have it.
    """

    text: str
    sentences: Sequence[Sentence]
    quotes: Sequence[Span]
    keys: Mapping[str, Sequence[int]]
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was found already, so that phrases which rules share are searched once."""

    def to_pause(self, span: Span) -> Span:
        """Return the span drawn out to the next pause, or to the end of its sentence."""
        sentence = self.sentences[self.sentence_at(span.start)].span
        pause = _PAUSE.search(self.text, span.end, sentence.end)
        end = pause.start() if pause else sentence.end
        return Span(span.start, max(end, span.end))

    def is_quoted(self, span: Span) -> bool:
        """Return whether a part lies wholly in quoted speech."""
        if not self.quotes:
            return False
        before = bisect_right(self.quotes, span.start, key=_start)
        return before > 0 and self.quotes[before - 1].holds(span)

    def near(self, span: Span, others: Sequence[Span], reach: int) -> Sequence[Span]:
        """Return those of the sorted others that begin at most so many sentences away.

        In a run of words without a stop, a new sentence counts as begun every LONGEST characters.
        """
        if not others:
            return others
        most = (reach + 1) * LONGEST
        number = self.sentence_at(span.start)
        first = self.sentences[max(0, number - reach)].span.start
        last = self.sentences[min(len(self.sentences) - 1, number + reach)].span.end
        low = bisect_left(others, max(first, span.start - most), key=_start)
        high = bisect_right(others, min(last, span.start + most), key=_start)
        return others[low:high]

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence that holds a place of the text."""
        return max(0, bisect_right(self._starts, place) - 1)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [sentence.span.start for sentence in self.sentences]


def read_passage(text: str, words: Words) -> Passage:
    """Return the text with its sentences, quotes and plain words found."""
    folded = fold(text)
    read = [_read(folded, span, words) for span in sentences(text)]
    return Passage(text=text, sentences=read, quotes=quoted(text), keys=_by_key(read))


def _read(folded: str, span: Span, words: Words) -> Sentence:
    row, places = _plain(folded, span, words)
    neighbours = [word for word in row if word not in _PASSED_OVER]
    return Sentence(span, f" {' '.join(row)} ".encode(), places, keys_of(row, neighbours))


def _plain(folded: str, span: Span, words: Words) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the words of a sentence in plain spelling, and the place of each."""
    pieces = _WORDS_AND_GAPS.split(span.of(folded))
    start = end = span.start
    plain, places = [START], [(start, start)]
    for before, word in zip(pieces[::2], pieces[1::2], strict=False):
        start = end + len(before)
        if before not in _NO_PAUSE and end > span.start and _PAUSE.search(before):
            plain.append(BREAK)
            places.append((start, end))  # a match may begin after the pause, or end before it
        end = start + len(word)
        spelt = words.plain(word)
        plain += spelt
        places += [(start, end)] * len(spelt)
    if "?" in pieces[-1]:
        plain.append(ASKS)
        places.append((end, end))
    return [*plain, END], [*places, (end, end)]


def _by_key(read: Sequence[Sentence]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(read):
        for key in sentence.keys:
            found[key].append(number)
    return dict(found)


def _start(span: Span) -> int:
    return span.start
