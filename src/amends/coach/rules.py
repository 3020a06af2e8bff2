"""All rules of one language."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from amends.coach.measures import MEASURES
from amends.coach.practical_lists import PracticalLists
from amends.coach.rule import Rule, line_of, misread
from amends.coach.rule_file import read_rule
from amends.text import CONTENT, ContentError, PhraseError, Words


@dataclass(frozen=True)
class Rules:
    """All rules of one language, ready to use, and the words that they share."""

    rules: Sequence[Rule]
    words: Words

    @classmethod
    def load(cls, language: str = "en", folder: Path = CONTENT) -> "Rules":
        """Read every rule below `folder/<language>/rules`.

        To start fast, phrases are parsed when first needed; `check_rules` parses them all.

        Raises:
            ContentError: the first mistake found.
        """
        home = folder / language
        with _without_collecting():
            words = Words.load(home / "words")
            paths = sorted((home / "rules").glob("*/*.md"))
            return cls(tuple(load_rule(path, words) for path in paths), words)

    @cached_property
    def practical(self) -> PracticalLists:
        """Return the lists by which a message about practical matters is known."""
        return PracticalLists.of(self.words)

    @cached_property
    def by_label(self) -> dict[str, Rule]:
        """Return each rule by what it marks."""
        return {rule.file.label: rule for rule in self.rules}

    @property
    def titles(self) -> dict[str, str]:
        """Return what each label is called, for people."""
        return {rule.file.label: rule.file.title for rule in self.rules}


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Pause the garbage collector: what loading makes stays, and it took a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def load_rule(path: Path, words: Words, *, whole: bool = False) -> Rule:
    """Read one rule; when `whole`, parse all that is otherwise parsed when first needed.

    Raises:
        ContentError: the first mistake found.
    """
    file = read_rule(path)
    if file.measure and file.measure not in MEASURES:
        hint = "one of: " + (", ".join(sorted(MEASURES)) or "none yet")
        raise ContentError(path, line_of(path, file.measure), "the measure is unknown", hint)
    try:
        rule = Rule.of(file, words, MEASURES)
        if whole:
            rule.parse()
    except PhraseError as error:
        raise misread(file, error) from None
    return rule
