"""All phrases of one language, found by the words they need."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from threading import Lock

import re2

from amends.text.clue import commonness
from amends.text.part import Part
from amends.text.passage import END, Passage, Sentence
from amends.text.phrase import PhraseError, first_look, parse_phrase
from amends.text.span import Span
from amends.text.words import Words

_OPTIONS = re2.Options()
_OPTIONS.longest_match = True
_OPTIONS.never_capture = True
_OPTIONS.log_errors = False


NEVER: Sequence[frozenset[str]] = (frozenset(),)
"""Needs that no sentence meets."""


class Program:
    """One phrase ready to search.

    It is looked up by its `keys`, at first those that a first look finds. It is parsed when a
    sentence first has one of them, and compiled when a sentence first has all else that it needs.
    """

    def __init__(self, phrase: str, words: Words) -> None:
        self._phrase = phrase
        self._words = words
        self.keys = first_look(phrase, words) or frozenset((END,))

    @cached_property
    def part(self) -> Part:
        """Return the parsed phrase.

        Raises:
            PhraseError: it cannot be read.
        """
        return parse_phrase(self._phrase, self._words)

    @cached_property
    def needs(self) -> Sequence[frozenset[str]]:
        """Return all that a sentence must have, the rarest first.

        A phrase that cannot be read is never found; it must not spoil the search for others.
        """
        try:
            clue = self.part.clue
        except PhraseError:
            return NEVER
        needs = clue.needs if clue else ()
        return sorted(needs, key=lambda need: commonness(need, self._words.common))

    @cached_property
    def _compiled(self) -> "re2._Regexp":
        return re2.compile(f" {self.part.pattern}".encode(), _OPTIONS)

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
        self._by_key: dict[str, list[Program]] = {}
        self._lock = Lock()
        self.broken: set[Program] = set()
        """Programs of phrases that turned out not to be readable."""

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
        return known or self._add(phrase, Program(phrase, words))

    def _add(self, phrase: str, program: Program) -> Program:
        with self._lock:
            for key in program.keys:
                self._by_key.setdefault(key, []).append(program)
            self._programs[phrase] = program
        return program

    def find(self, programs: frozenset[Program], passage: Passage) -> list[Span]:
        """Return every match of some programs in a passage, in no order.

        Where the keys of all programs stand is looked up once for a passage. A program searches it
        when it is first asked for, and once: most conditions of a rule are never asked for.
        """
        hits = self._hits_in(passage)
        found: Found = passage.kept.setdefault("found", {})
        spans: list[Span] = []
        fresh = []
        for program in programs.intersection(hits):
            known = found.get(program)
            if known is None:
                known = found[program] = _matches(program, hits[program], passage)
                fresh.append(program)
            spans += known
        if fresh:
            self._settle(fresh)
        return spans

    def _hits_in(self, passage: Passage) -> Hits:
        """Return where programs may match, those that came to be known since included."""
        seen: int = passage.kept.get("seen", 0)
        if seen != len(self._programs):
            programs = list(self._programs.values())
            hits = _hits_of(programs[seen:], passage) if seen else self._hits(passage)
            passage.kept["seen"] = len(programs)
            passage.kept["hits"] = {**passage.kept.get("hits", {}), **hits}
        known: Hits = passage.kept.get("hits", {})
        return known

    def _settle(self, programs: Iterable[Program]) -> None:
        """Look programs that are parsed by now up by what they need most rarely.

        Dictionary and lists are replaced, not changed, because another thread may be reading it.
        """
        with self._lock:
            moved = {one for one in programs if one.needs and one.keys is not one.needs[0]}
            if not moved:
                return
            self.broken |= {one for one in moved if one.needs is NEVER}
            by_key = dict(self._by_key)
            for program in moved:
                for key in program.keys:
                    by_key[key] = [one for one in by_key[key] if one is not program]
                program.keys = program.needs[0]
                for key in program.keys:
                    by_key[key] = [*by_key.get(key, ()), program]
            self._by_key = by_key

    def _hits(self, passage: Passage) -> Hits:
        hits: Hits = defaultdict(set)
        by_key = self._by_key
        for key, numbers in passage.keys.items():
            for program in by_key.get(key, ()):
                hits[program].update(numbers)
        return hits


def _hits_of(programs: Iterable[Program], passage: Passage) -> Hits:
    hits: Hits = defaultdict(set)
    for program in programs:
        for key in program.keys:
            if key in passage.keys:
                hits[program].update(passage.keys[key])
    return hits


def _matches(program: Program, numbers: Iterable[int], passage: Passage) -> list[Span]:
    spans: list[Span] = []
    needs = program.needs
    for number in numbers:
        sentence = passage.sentences[number]
        keys = sentence.keys
        for need in needs:
            if need.isdisjoint(keys):
                break
        else:
            spans += program.find(sentence)
    return spans
