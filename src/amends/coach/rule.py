"""A rule that can look at a text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from amends.coach.rule_file import PhraseGroup, RuleFile
from amends.text import Passage, Phrases, Span, Words

Measure = Callable[[Passage, str], list[Span]]
"""What no phrase can say: takes a passage and the kind of draft, returns what to mark."""


@dataclass(frozen=True)
class _Search:
    """One group of phrases, compiled."""

    phrases: Phrases
    unless: Phrases
    unless_near: Phrases
    after: Phrases | None
    extent: str

    @classmethod
    def of(cls, group: PhraseGroup, words: Words) -> "_Search":
        return cls(
            phrases=Phrases(group.phrases, words),
            unless=Phrases(group.unless, words),
            unless_near=Phrases(group.unless_near, words),
            after=Phrases(group.after, words) if group.after else None,
            extent=group.extent,
        )

    def find(self, passage: Passage) -> Iterator[Span]:
        spans = self.phrases.find(passage)
        if not spans:
            return
        unless = {passage.sentence_at(span.start) for span in self.unless.find(passage)}
        for span in self.unless_near.find(passage):
            at = passage.sentence_at(span.start)
            unless |= {at - 1, at, at + 1}
        before = self.after.find(passage) if self.after else []
        for span in spans:
            at = passage.sentence_at(span.start)
            if at not in unless and (not self.after or _follows(passage, span, before)):
                yield _extended(passage, span, self.extent)


@dataclass(frozen=True)
class Rule:
    """One rule: what it says to the writer, and how it looks at a text."""

    file: RuleFile
    searches: Sequence[_Search]
    measure: Measure | None

    @classmethod
    def of(cls, file: RuleFile, words: Words, measures: Mapping[str, Measure]) -> "Rule":
        """Compile a rule as written.

        Raises:
            PhraseError: a phrase cannot be read.
            KeyError: there is no such measure.
        """
        return cls(
            file=file,
            searches=tuple(_Search.of(group, words) for group in file.groups),
            measure=measures[file.measure] if file.measure else None,
        )

    def find(self, passage: Passage, kind: str) -> list[Span]:
        """Return what the rule marks in a draft of that kind, in order, without overlaps."""
        if kind not in self.file.kinds:
            return []
        spans = [span for search in self.searches for span in search.find(passage)]
        if not self.file.in_quotes and spans:
            spans = [span for span in spans if not any(q.holds(span) for q in passage.quotes)]
        if self.measure:
            spans += self.measure(passage, kind)
        return _apart(spans)


def _follows(passage: Passage, span: Span, before: Sequence[Span]) -> bool:
    first = passage.sentences[max(0, passage.sentence_at(span.start) - 1)].start
    return any(first <= other.start < span.start for other in before)


def _extended(passage: Passage, span: Span, extent: str) -> Span:
    if extent == "clause":
        return passage.to_pause(span)
    if extent == "sentence":
        return Span(span.start, passage.sentences[passage.sentence_at(span.start)].end)
    return span


def _apart(spans: Sequence[Span]) -> list[Span]:
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart
