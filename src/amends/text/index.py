"""All phrases of one language, found by the words they need."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import islice

import re2

from amends.text.clue import commonness
from amends.text.part import Part
from amends.text.passage import END, Passage, Sentence
from amends.text.phrase import parse_phrase
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

    def __init__(self, part: Part, common: Collection[str]) -> None:
        needs = part.clue.needs if part.clue else ()
        rarest_first = sorted(needs, key=lambda need: commonness(need, common))
        self.keys = rarest_first[0] if rarest_first else frozenset((END,))
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


Found = dict[Program, list[Span]]
Hits = dict[Program, set[int]]
"""The numbers of the sentences in which a program's keys stand."""


class Index:
    """Programs by key, so that a passage is compared with all of them at once."""

    def __init__(self) -> None:
        self._programs: dict[str, Program] = {}
        self._by_key: dict[str, list[Program]] = defaultdict(list)

    @classmethod
    def of(cls, words: Words) -> "Index":
        """Return the index that belongs to the words of a language."""
        index: Index = words.kept.setdefault("index", cls())
        return index

    def program(self, phrase: str, words: Words) -> Program:
        """Return the program of a folded phrase; phrases that are written alike share one.

        Raises:
            PhraseError: the phrase cannot be read.
        """
        known = self._programs.get(phrase)
        if known is None:
            known = self._programs[phrase] = Program(parse_phrase(phrase, words), words.common)
            for key in known.keys:
                self._by_key[key].append(known)
        return known

    def found(self, passage: Passage) -> Found:
        """Return every match in a passage, by program; each program searches it once."""
        found: Found = passage.kept.setdefault("found", {})
        seen: int = passage.kept.get("seen", 0)
        if seen != len(self._programs):
            passage.kept["seen"] = len(self._programs)
            new = islice(self._programs.values(), seen, None)
            hits = _hits_of(new, passage) if seen else self._hits(passage)
            found.update(_matches(hits, passage))
        return found

    def _hits(self, passage: Passage) -> Hits:
        hits: Hits = defaultdict(set)
        for key, numbers in passage.keys.items():
            for program in self._by_key.get(key, ()):
                hits[program].update(numbers)
        return hits


def _hits_of(programs: Iterable[Program], passage: Passage) -> Hits:
    hits: Hits = defaultdict(set)
    for program in programs:
        for key in program.keys:
            if key in passage.keys:
                hits[program].update(passage.keys[key])
    return hits


def _matches(hits: Hits, passage: Passage) -> Iterator[tuple[Program, list[Span]]]:
    for program, numbers in hits.items():
        spans = [
            span
            for number in numbers
            if program.may_stand_in(passage.sentences[number])
            for span in program.find(passage.sentences[number])
        ]
        if spans:
            yield program, spans
