"""A rule that can look at a text."""

from collections.abc import Callable, Mapping, Sequence
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
    after: Phrases
    after_near: Phrases
    is_free: bool
    extent: str

    @classmethod
    def of(cls, group: PhraseGroup, words: Words) -> "_Search":
        return cls(
            phrases=Phrases(group.phrases, words),
            unless=Phrases(group.unless, words),
            unless_near=Phrases(group.unless_near, words),
            after=Phrases(group.after, words),
            after_near=Phrases(group.after_near, words),
            is_free=not (group.after or group.after_near),
            extent=group.extent,
        )

    def find(self, passage: Passage) -> list[Span]:
        spans = self.phrases.find(passage)
        if not spans:
            return []
        spans = _away_from(passage, spans, self.unless.find(passage), 0)
        spans = _away_from(passage, spans, self.unless_near.find(passage), 1)
        if not self.is_free:
            same = _led_by(passage, spans, self.after.find(passage), 0)
            near = _led_by(passage, spans, self.after_near.find(passage), 1)
            spans = [span for span in spans if span in same or span in near]
        return [_extended(passage, span, self.extent) for span in spans]


def _away_from(
    passage: Passage, spans: Sequence[Span], others: Sequence[Span], reach: int
) -> list[Span]:
    return [s for s in spans if not any(passage.distance(s, o) <= reach for o in others)]


def _led_by(
    passage: Passage, spans: Sequence[Span], others: Sequence[Span], reach: int
) -> set[Span]:
    return {
        s for s in spans for o in others if o.start < s.start and passage.distance(o, s) <= reach
    }


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
