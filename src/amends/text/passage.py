"""A text made ready for phrases: its words in plain spelling, with their places."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from amends.text.folding import fold
from amends.text.quotes import quoted
from amends.text.sentences import sentences
from amends.text.span import Span
from amends.text.words import WORD, Words

START, END, ASKS, BREAK = "^", "$", "?", ","
"""Pseudo-words of a stream: the edges of a sentence, its question mark, a pause inside it."""
LONGEST = 160
"""Characters, about thirty words: a longer sentence is most likely several without a stop."""
_PAUSE = re.compile(r"[,;:()\[\]\u2026]|\.\.|--|\s-|-\s")


@dataclass(frozen=True)
class Passage:
    """One text, ready to be searched.

    `stream` holds every sentence as ` ^ i am sorry , but you left ? $ `, in UTF-8. `places` gives
    for each of its words the part of the text it stands for; `offsets` where it begins in bytes.
    """

    text: str
    sentences: tuple[Span, ...]
    quotes: tuple[Span, ...]
    stream: bytes
    offsets: tuple[int, ...]
    places: tuple[Span, ...]
    vocabulary: frozenset[str]

    def span(self, start: int, end: int) -> Span:
        """Return the part of the text behind a part of the stream, both counted in its own way."""
        first = bisect_right(self.offsets, start) - 1
        last = bisect_right(self.offsets, max(start, end - 1)) - 1
        return Span(self.places[first].start, self.places[last].end)

    def to_pause(self, span: Span) -> Span:
        """Return the span drawn out to the next pause, or to the end of its sentence."""
        sentence = self.sentences[self.sentence_at(span.start)]
        pause = _PAUSE.search(self.text, span.end, sentence.end)
        end = pause.start() if pause else sentence.end
        return Span(span.start, max(end, span.end))

    def distance(self, one: Span, other: Span) -> int:
        """Return how many sentences lie between the beginnings of two parts; 0 is the same one.

        A run of words without a stop counts as a new sentence every LONGEST characters.
        """
        apart = abs(self.sentence_at(one.start) - self.sentence_at(other.start))
        gap = max(one.start - other.end, other.start - one.end, 0)
        return max(apart, gap // LONGEST)

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence that holds a place of the text."""
        starts = [span.start for span in self.sentences]
        return max(0, bisect_right(starts, place) - 1)


def read_passage(text: str, words: Words) -> Passage:
    """Return the text with its sentences, quotes and plain words found."""
    folded = fold(text)
    spans = sentences(text)
    plain: list[str] = []
    places: list[Span] = []
    for sentence in spans:
        _add(folded, sentence, words, plain, places)
    offsets: list[int] = []
    at = 1
    for word in plain:
        offsets.append(at)
        at += len(word.encode()) + 1
    return Passage(
        text=text,
        sentences=tuple(spans),
        quotes=tuple(quoted(text)),
        stream=f" {' '.join(plain)} ".encode(),
        offsets=tuple(offsets),
        places=tuple(places),
        vocabulary=frozenset(plain),
    )


def _add(folded: str, sentence: Span, words: Words, plain: list[str], places: list[Span]) -> None:
    plain.append(START)
    places.append(Span(sentence.start, sentence.start))
    end = sentence.start
    for found in WORD.finditer(folded, sentence.start, sentence.end):
        start = found.start()
        if end > sentence.start and _PAUSE.search(folded, end, start):
            plain.append(BREAK)
            places.append(Span(start, end))  # a match may begin after the pause or end before it
        end = found.end()
        spelt = words.plain(found[0])
        plain += spelt
        places += [Span(start, end)] * len(spelt)
    if "?" in folded[end : sentence.end]:
        plain.append(ASKS)
        places.append(Span(end, end))
    plain.append(END)
    places.append(Span(end, end))
