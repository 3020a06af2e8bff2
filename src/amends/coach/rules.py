"""All rules of one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from amends.coach.measures import MEASURES
from amends.coach.rule import Rule
from amends.coach.rule_file import RuleFile, read_rule
from amends.text import CONTENT, ContentError, PhraseError, Phrases, Words

PERSONAL = "personal"
"""The word list of what is personal."""


@dataclass(frozen=True)
class Rules:
    """All rules of one language, ready to use, and the words that they share."""

    rules: Sequence[Rule]
    words: Words

    @classmethod
    def load(cls, language: str = "en", folder: Path = CONTENT) -> "Rules":
        """Read every rule below `folder/<language>/rules`.

        To start fast, the conditions of a rule are parsed when first needed; `check_rules` parses
        them all.

        Raises:
            ContentError: the first mistake found.
        """
        home = folder / language
        words = Words.load(home / "words")
        paths = sorted((home / "rules").glob("*/*.md"))
        return cls(tuple(load_rule(path, words) for path in paths), words)

    @cached_property
    def personal(self) -> Phrases:
        """Return the phrases that have no place in a message about practical matters."""
        return Phrases([f"{{{PERSONAL}}}"] if PERSONAL in self.words.lists else [], self.words)

    @property
    def titles(self) -> dict[str, str]:
        """Return what each label is called, for people."""
        return {rule.file.label: rule.file.title for rule in self.rules}


def load_rule(path: Path, words: Words, *, whole: bool = False) -> Rule:
    """Read one rule; when `whole`, also what is otherwise parsed when first needed.

    Raises:
        ContentError: the first mistake found.
    """
    file = read_rule(path)
    if file.measure and file.measure not in MEASURES:
        hint = "one of: " + (", ".join(sorted(MEASURES)) or "none yet")
        raise ContentError(path, _line(path, file.measure), "the measure is unknown", hint)
    try:
        rule = Rule.of(file, words, MEASURES)
        if whole:
            rule.parse()
    except PhraseError as error:
        raise _placed(file, error) from None
    return rule


def _placed(file: RuleFile, error: PhraseError) -> ContentError:
    line = _line(file.path, error.phrase)
    return ContentError(file.path, line, f'phrase "{error.phrase}": {error.problem}', error.hint)


def _line(path: Path, written: str) -> int:
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if written in line), 1)
