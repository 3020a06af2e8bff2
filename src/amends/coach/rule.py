"""A rule that can look at a text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from amends.coach.rule_file import LISTS, PhraseGroup, RuleFile
from amends.text import ContentError, Passage, PhraseError, Phrases, Span, Words

Measure = Callable[[Passage, str], list[Span]]
"""What no phrase can say: takes a passage and the kind of draft, returns what to mark."""


@dataclass(frozen=True)
class _Search:
    """One group of phrases, compiled."""

    group: PhraseGroup
    phrases: Phrases
    unless: Phrases
    unless_near: Phrases
    unless_anywhere: Phrases
    after: Phrases
    after_near: Phrases
    needs: Phrases

    @classmethod
    def of(cls, group: PhraseGroup, words: Words) -> "_Search":
        search = cls(group, **{name: Phrases(getattr(group, name), words) for name in LISTS})
        search.phrases.prepare()
        return search

    def parse(self) -> None:
        for name in LISTS:
            phrases: Phrases = getattr(self, name)
            phrases.parse()

    def find(self, passage: Passage, kind: str, *, in_quotes: bool) -> list[Span]:
        if kind not in self.group.kinds:
            return []
        spans: Sequence[Span] = self.phrases.find(passage)
        if not in_quotes:
            spans = [span for span in spans if not passage.is_quoted(span)]
        if not spans or self._is_off(passage):
            return []
        spans = _away_from(passage, spans, self.unless.find(passage), 0)
        spans = _away_from(passage, spans, self.unless_near.find(passage), 1)
        return [_extended(passage, span, self.group.extent) for span in self._led(passage, spans)]

    def _is_off(self, passage: Passage) -> bool:
        if self.group.needs and not self.needs.find(passage):
            return True
        return bool(self.unless_anywhere.find(passage))

    def _led(self, passage: Passage, spans: Sequence[Span]) -> Sequence[Span]:
        if not (self.group.after or self.group.after_near):
            return spans
        same = _led_by(passage, spans, self.after.find(passage), 0)
        near = _led_by(passage, spans, self.after_near.find(passage), 2)
        return [span for span in spans if span in same or span in near]


def _away_from(
    passage: Passage, spans: Sequence[Span], others: Sequence[Span], reach: int
) -> Sequence[Span]:
    return [span for span in spans if not passage.near(span, others, reach)] if others else spans


def _led_by(
    passage: Passage, spans: Sequence[Span], others: Sequence[Span], reach: int
) -> set[Span]:
    led = set()
    for span in spans:
        near = passage.near(span, others, reach)
        if near and near[0].start < span.start:
            led.add(span)
    return led


@dataclass(frozen=True)
class Rule:
    """One rule: what it says to the writer, and how it looks at a text."""

    file: RuleFile
    searches: Sequence[_Search]
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
            searches=tuple(_Search.of(group, words) for group in file.groups),
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


def _extended(passage: Passage, span: Span, extent: str) -> Span:
    if extent == "clause":
        return passage.to_pause(span)
    if extent == "sentence":
        return Span(span.start, passage.sentences[passage.sentence_at(span.start)].span.end)
    return span


def _apart(spans: Sequence[Span]) -> list[Span]:
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart
