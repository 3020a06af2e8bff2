"""The content lint: words that amends does not use, and lessons that are too hard to read."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from amends.journey.wording.prose import Prose, prose_of
from amends.journey.wording.reading import grade, word_count
from amends.text import (
    ContentError,
    Passage,
    PhraseError,
    Phrases,
    Span,
    Words,
    read_passage,
    sentences,
)

_KEYS = {"name", "hint", "phrases", "unless", "signs", "in_quotes", "not_in"}
_HARDEST = 3
"""So many sentences are named when a lesson is too hard."""
_SHORT = 8
"""Words; in a sentence with fewer, one long word alone would make it the hardest."""


@dataclass(frozen=True)
class LintRule:
    """One kind of words that amends does not use.

    `phrases` are written as in the rules of the coach; `unless` cancels one in the same sentence.
    `signs` is a regular expression over the words as they stand. Quoted speech is left alone unless
    `in_quotes`; files that one of the patterns `not_in` fits are left alone.
    """

    name: str
    hint: str
    phrases: Phrases
    unless: Phrases
    signs: re.Pattern[str] | None
    in_quotes: bool
    not_in: tuple[str, ...]

    def find(self, passage: Passage) -> list[Span]:
        """Return where such words stand, in order."""
        cancelled = {passage.sentence_at(span.start) for span in self.unless.find(passage)}
        found = list(self.phrases.find(passage))
        if self.signs:
            found += [Span(*one.span()) for one in self.signs.finditer(passage.text)]
        return sorted(
            span
            for span in found
            if passage.sentence_at(span.start) not in cancelled
            and (self.in_quotes or not passage.is_quoted(span))
        )


@dataclass(frozen=True)
class Readable:
    """How hard texts may be: the grade to aim at, the highest, and the fewest words measured."""

    aim: float
    most: float
    words: int
    not_in: Sequence[str] = ()


@dataclass(frozen=True)
class Level:
    """How hard one lesson is: its grade, and its hardest sentences with their lines."""

    path: Path
    grade: float
    hardest: tuple[tuple[int, float, str], ...]


@dataclass(frozen=True)
class Lint:
    """The rules of `lint.toml`, ready to be held against files."""

    FILE: ClassVar[str] = "lint.toml"

    rules: tuple[LintRule, ...]
    readable: Readable
    words: Words

    @classmethod
    def load(cls, home: Path) -> "Lint":
        """Read `lint.toml` of a language, whose folder is `home`.

        Raises:
            ContentError: it is missing, or has a mistake; an empty lint would find nothing.
        """
        path = home / cls.FILE
        table = _table(path)
        words = Words.load(home / "words")
        rules = tuple(_rule(path, one, words) for one in table.get("rule", ()))
        try:
            readable = Readable(**table["reading"])
        except (KeyError, TypeError):
            hint = "write [reading] with aim = 7, most = 9 and words = 100"
            raise ContentError(path, 1, "the part [reading] is wrong", hint) from None
        if not rules:
            raise ContentError(path, 1, "there is no [[rule]]", "copy one from another language")
        return cls(rules, readable, words)

    def check(self, path: Path) -> Iterator[ContentError]:
        """Yield every word that amends does not use, then the reading level if it is too high."""
        texts = prose_of(path)
        rules = [rule for rule in self.rules if not any(map(path.match, rule.not_in))]
        for prose in texts:
            yield from self._in(prose, path, rules)
        level = self._level(path, texts)
        if level and level.grade > self.readable.most:
            yield self._too_hard(level)

    def level(self, path: Path) -> Level | None:
        """Return how hard a lesson is; None when the file holds too few words to say."""
        return self._level(path, prose_of(path))

    def _in(self, prose: Prose, path: Path, rules: Iterable[LintRule]) -> Iterator[ContentError]:
        passage = read_passage(prose.text.replace("\n", " "), self.words)
        for rule in rules:
            for span in rule.find(passage):
                problem = f"amends does not say “{span.of(passage.text)}” ({rule.name})"
                yield ContentError(path, prose.line_at(span.start), problem, rule.hint)

    def _level(self, path: Path, texts: Iterable[Prose]) -> Level | None:
        running = [prose for prose in texts if prose.is_running]
        flat = [prose.text.replace("\n", " ") for prose in running]
        is_short = sum(map(word_count, flat)) < self.readable.words
        if is_short or any(map(path.match, self.readable.not_in)):
            return None
        graded = [
            (prose.line_at(span.start), grade([span.of(text)]), span.of(text))
            for prose, text in zip(running, flat, strict=True)
            for span in sentences(text)
            if word_count(span.of(text)) >= _SHORT
        ]
        hardest = sorted(graded, key=lambda one: one[1], reverse=True)[:_HARDEST]
        return Level(path, grade(flat), tuple(hardest))

    def _too_hard(self, level: Level) -> ContentError:
        problem = (
            f"reading it takes grade {level.grade:.1f}, and {self.readable.most:g} is the most"
        )
        lines = ", ".join(f"line {line} ({hard:.0f})" for line, hard, _ in level.hardest)
        return ContentError(
            level.path, level.hardest[0][0], problem, f"shorten the hardest: {lines}"
        )


def _table(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(path, 1, f"this is not TOML: {error}", "text needs quotes") from None
    except (OSError, UnicodeDecodeError):
        hint = "copy it from another language: without it nobody looks at the words"
        raise ContentError(path, 1, "the file cannot be read", hint) from None


def _rule(path: Path, table: Mapping[str, Any], words: Words) -> LintRule:
    name = table.get("name", "")
    unknown = set(table) - _KEYS
    if unknown or not name or not table.get("hint"):
        hint = "a rule has a name, a hint, and of " + ", ".join(sorted(_KEYS)) + " what it needs"
        raise ContentError(path, 1, f"the rule “{name}” has a mistake", hint)
    phrases, unless = (Phrases(table.get(key, ()), words) for key in ("phrases", "unless"))
    try:
        phrases.parse()
        unless.parse()
        signs = re.compile(table["signs"]) if "signs" in table else None
    except PhraseError as error:
        raise ContentError(path, 1, f"{name}: {error.problem}", error.hint) from None
    except re.error as error:
        problem = f"{name}: the signs cannot be read"
        raise ContentError(path, 1, problem, f"they are a regular expression: {error}") from None
    return LintRule(
        name,
        table["hint"],
        phrases,
        unless,
        signs,
        bool(table.get("in_quotes")),
        tuple(table.get("not_in", ())),
    )
