"""Many phrases searched at once."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import re2

from amends.text.passage import Passage
from amends.text.phrase import Phrase, parse_phrase
from amends.text.span import Span
from amends.text.words import Words

_OPTIONS = re2.Options()
_OPTIONS.longest_match = True
_OPTIONS.never_capture = True
_OPTIONS.log_errors = False


class Phrases:
    """Compiled phrases.

    A phrase is compiled when a text first holds the words that it needs; until then it costs a
    look at the text's vocabulary.
    """

    def __init__(self, phrases: Iterable[str], words: Words) -> None:
        """Read all phrases.

        Raises:
            PhraseError: one of them cannot be read.
        """
        self._always: list[_Compiled] = []
        self._by_word: dict[str, list[_Compiled]] = defaultdict(list)
        for written in phrases:
            self._add(_Compiled(parse_phrase(written, words)))
        self._words = frozenset(self._by_word)

    def find(self, passage: Passage) -> list[Span]:
        """Return every part of the text that a phrase matches, in order; overlaps are joined."""
        return _joined(span for one in self._candidates(passage) for span in one.find(passage))

    def _add(self, compiled: "_Compiled") -> None:
        if not compiled.phrase.needs:
            self._always.append(compiled)
            return
        for word in min(compiled.phrase.needs, key=_commonness):
            self._by_word[word].append(compiled)

    def _candidates(self, passage: Passage) -> list["_Compiled"]:
        found = dict.fromkeys(self._always)
        for word in self._words & passage.vocabulary:
            found.update(dict.fromkeys(self._by_word[word]))
        return [one for one in found if one.may_stand_in(passage)]


class _Compiled:
    """One phrase, and its RE2 program from the first use on."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase

    @cached_property
    def _program(self) -> "re2._Regexp":
        return re2.compile(self.phrase.pattern.encode(), _OPTIONS)

    def may_stand_in(self, passage: Passage) -> bool:
        return not any(need.isdisjoint(passage.vocabulary) for need in self.phrase.needs)

    def find(self, passage: Passage) -> Iterable[Span]:
        at = 0
        while found := self._program.search(passage.stream, at):
            yield passage.span(found.start() + 1, found.end() - 1)
            at = found.end() - 1


def _commonness(need: frozenset[str]) -> float:
    """Return how often a need is likely met: many choices and short words are common."""
    return sum(1 / len(word) ** 2 for word in need)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
