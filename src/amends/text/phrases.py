"""Many phrases searched at once."""

from collections.abc import Iterable
from functools import cached_property

from amends.text.clue import Needs
from amends.text.folding import fold
from amends.text.index import Index, Program
from amends.text.passage import Passage
from amends.text.phrase import PhraseError, choices
from amends.text.span import Span
from amends.text.words import Words


class Phrases:
    """Phrases ready to search, under the words of one language.

    >>> from amends.text import Words, read_passage
    >>> words = Words(lists={"sorry": ("sorry", "forgive me")})
    >>> Phrases(["{sorry} if"], words).find(read_passage("Forgive me if I hurt you", words))
    [Span(start=0, end=13)]
    """

    def __init__(self, phrases: Iterable[str], words: Words) -> None:
        """Take the phrases; each is parsed when a text first has a word that it needs."""
        self._written = tuple(phrases)
        self._words = words

    def prepare(self) -> frozenset[Program]:
        """Make all phrases known to the index, so that the first search finds them together.

        Raises:
            PhraseError: a first look shows that one cannot be read.
        """
        return self._programs

    def parse(self) -> None:
        """Parse all phrases now.

        Raises:
            PhraseError: one of them cannot be read.
        """
        for written in self._written:
            for program in self._read(written):
                try:
                    _ = program.part
                except PhraseError as error:
                    raise PhraseError(written, error.problem, error.hint) from None

    def needs(self) -> list[Needs]:
        """Return what a text must have for each phrase: a key out of each set, to look for first.

        Raises:
            PhraseError: one of the phrases cannot be read.
        """
        self.parse()
        return [tuple(one.needs) for one in self._programs]

    @cached_property
    def _programs(self) -> frozenset[Program]:
        return frozenset(one for written in self._written for one in self._read(written))

    def _read(self, written: str) -> list[Program]:
        index = Index.of(self._words)
        try:
            return [index.program(one, self._words) for one in choices(fold(written), self._words)]
        except PhraseError as error:
            raise PhraseError(written, error.problem, error.hint) from None

    def find(self, passage: Passage) -> list[Span]:
        """Return every part of the text that a phrase matches, in order; overlaps are joined.

        Raises:
            PhraseError: one of the phrases cannot be read.
        """
        if not self._written:
            return []
        index = Index.of(self._words)
        spans = index.find(self._programs, passage)
        if not index.broken.isdisjoint(self._programs):
            self.parse()
        return _joined(spans)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
