"""A rule that can look at a text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from amends.coach.rule_file import RuleFile
from amends.text import ContentError, Passage, PhraseError, PhraseSearch, Span, Words

Measure = Callable[[Passage, str], list[Span]]
"""What no phrase can say: takes a passage and the kind of draft, returns what to mark."""


@dataclass(frozen=True)
class Rule:
    """One rule: what it says to the writer, and how it looks at a text."""

    file: RuleFile
    searches: Sequence[PhraseSearch]
    measure: Measure | None

    @classmethod
    def of(cls, file: RuleFile, words: Words, measures: Mapping[str, Measure]) -> "Rule":
        """Make a rule ready to look at texts; phrases are parsed when first needed.

        Raises:
            PhraseError: a first look shows that a phrase cannot be read.
            KeyError: there is no such measure.
        """
        return cls(
            file=file,
            searches=tuple(PhraseSearch.of(group, words) for group in file.groups),
            measure=measures[file.measure] if file.measure else None,
        )

    def parse(self) -> None:
        """Parse all phrases now.

        Raises:
            PhraseError: one of them cannot be read.
        """
        for search in self.searches:
            search.parse()

    def find(self, passage: Passage, kind: str) -> list[Span]:
        """Return what the rule marks in a draft of that kind, in order, without overlaps.

        Raises:
            ContentError: one of its phrases cannot be read.
        """
        quotes = self.file.in_quotes
        try:
            spans = [s for one in self.searches for s in one.find(passage, kind, in_quotes=quotes)]
        except PhraseError as error:
            raise misread(self.file, error) from None
        if self.measure:
            spans += self.measure(passage, kind)
        return _apart(spans)


def misread(file: RuleFile, error: PhraseError) -> ContentError:
    """Return what is wrong with a phrase of a rule, and on which line."""
    line = line_of(file.path, error.phrase)
    return ContentError(file.path, line, f'phrase "{error.phrase}": {error.problem}', error.hint)


def line_of(path: Path, written: str) -> int:
    """Return the first line of a file that holds these words; 1 when none does."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if written in line), 1)


def _apart(spans: Sequence[Span]) -> list[Span]:
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart
