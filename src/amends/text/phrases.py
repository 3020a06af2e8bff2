"""Many phrases searched at once."""

from collections.abc import Iterable

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
        """Read all phrases.

        Raises:
            PhraseError: one of them cannot be read.
        """
        self._index = Index.of(words)
        self._programs = frozenset(
            program for written in phrases for program in self._read(written, words)
        )

    def _read(self, written: str, words: Words) -> list[Program]:
        try:
            return [self._index.program(one, words) for one in choices(written, words)]
        except PhraseError as error:
            raise PhraseError(written, error.problem, error.hint) from None

    def find(self, passage: Passage) -> list[Span]:
        """Return every part of the text that a phrase matches, in order; overlaps are joined."""
        found = self._index.found(passage)
        programs = self._programs.intersection(found) if found else ()
        return _joined(span for program in programs for span in found[program])


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
