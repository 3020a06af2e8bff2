"""All phrases of one language, found by the words they need."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

import re2

from amends.text.clue import commonness
from amends.text.passage import Passage, Sentence
from amends.text.phrase import Part, parse_phrase
from amends.text.span import Span
from amends.text.words import Words

_OPTIONS = re2.Options()
_OPTIONS.longest_match = True
_OPTIONS.never_capture = True
_OPTIONS.log_errors = False


class Program:
    """One phrase ready to search: compiled when a sentence first has all that it needs.

    It is looked up by its rarest need, the `keys`; a sentence then has to meet the `others`.
    """

    def __init__(self, part: Part) -> None:
        rarest_first = sorted(part.clue.needs, key=commonness)
        self.keys = rarest_first[0] if rarest_first else frozenset()
        self._others = rarest_first[1:]
        self._pattern = part.pattern

    @cached_property
    def _compiled(self) -> "re2._Regexp":
        return re2.compile(f" {self._pattern}".encode(), _OPTIONS)

    def may_stand_in(self, sentence: Sentence) -> bool:
        """Return whether a sentence with one of its keys has all else that the phrase needs."""
        keys = sentence.keys
        for need in self._others:  # noqa: SIM110  `all` takes twice the time in this hot loop
            if need.isdisjoint(keys):
                return False
        return True

    def find(self, sentence: Sentence) -> list[Span]:
        """Return what it matches in one sentence."""
        spans, at = [], 0
        while found := self._compiled.search(sentence.stream, at):
            spans.append(sentence.part(found.start() + 1, found.end() - 1))
            at = found.end() - 1
        return spans


class Index:
    """Programs by key, so that a passage is compared with all of them at once."""

    def __init__(self) -> None:
        self._programs: dict[str, Program] = {}
        self._by_key: dict[str, list[Program]] = defaultdict(list)
        self._always: list[Program] = []

    @classmethod
    def of(cls, words: Words) -> "Index":
        """Return the index that belongs to the words of a language."""
        index: Index = words.kept.setdefault("index", cls())
        return index

    def program(self, phrase: str, words: Words) -> Program:
        """Return the program of a phrase; phrases that are written alike share one.

        Raises:
            PhraseError: the phrase cannot be read.
        """
        known = self._programs.get(phrase)
        if known is None:
            known = self._programs[phrase] = Program(parse_phrase(phrase, words))
            for key in known.keys:
                self._by_key[key].append(known)
            if not known.keys:
                self._always.append(known)
        return known

    def found(self, passage: Passage) -> dict[Program, list[Span]]:
        """Return every match in a passage, by program; worked out once for each passage."""
        if passage.kept.get("programs") != len(self._programs):
            passage.kept["programs"] = len(self._programs)
            passage.kept["found"] = self._search(passage)
        found: dict[Program, list[Span]] = passage.kept["found"]
        return found

    def _search(self, passage: Passage) -> dict[Program, list[Span]]:
        found: dict[Program, list[Span]] = defaultdict(list)
        for program in self._always:
            _look(program, passage.sentences, found)
        for key, sentences in passage.keys.items():
            for program in self._by_key.get(key, ()):
                _look(program, sentences, found)
        return found


def _look(
    program: Program, sentences: Sequence[Sentence], found: dict[Program, list[Span]]
) -> None:
    for sentence in sentences:
        if program.may_stand_in(sentence) and (spans := program.find(sentence)):
            found[program] += spans
