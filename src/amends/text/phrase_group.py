"""Phrases under the conditions that a rule gives them, and the search for them in a passage."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from amends.text.passage import Passage
from amends.text.phrases import Phrases
from amends.text.span import Span
from amends.text.words import Words

CANCELLING = ("unless", "unless_near", "unless_anywhere")
PHRASE_LISTS = ("phrases", *CANCELLING, "after", "after_near", "needs")
"""What a group of phrases may have; what each means says `amends.coach.rule_file`."""
EXTENTS = ("phrase", "clause", "sentence")
"""How far a mark reaches; the first where nothing is said."""


@dataclass(frozen=True)
class PhraseGroup:
    """Phrases under the same conditions, as written; `key` is where they stand in the header."""

    key: str
    kinds: frozenset[str]
    extent: str
    phrases: Sequence[str]
    unless: Sequence[str]
    unless_near: Sequence[str]
    unless_anywhere: Sequence[str]
    after: Sequence[str]
    after_near: Sequence[str]
    needs: Sequence[str]


def phrase_groups(header: Mapping[str, Any], kinds: Collection[str]) -> Iterator[PhraseGroup]:
    """Yield the groups of one rule; `kinds` of draft are all that there are."""
    tables = [("", header), *((f"also.{n}.", one) for n, one in enumerate(header.get("also", [])))]
    for key, table in tables:
        if table.get("phrases"):
            lists = {name: tuple(table.get(name, ())) for name in PHRASE_LISTS}
            shared = {name: tuple(header.get(name, ())) for name in CANCELLING} if key else {}
            yield PhraseGroup(
                key=key,
                kinds=frozenset(table.get("kinds", header.get("kinds", kinds))),
                extent=table.get("extent", EXTENTS[0]),
                **{name: one + shared.get(name, ()) for name, one in lists.items()},
            )


@dataclass(frozen=True)
class PhraseSearch:
    """One group of phrases, ready to search."""

    group: PhraseGroup
    phrases: Phrases
    unless: Phrases
    unless_near: Phrases
    unless_anywhere: Phrases
    after: Phrases
    after_near: Phrases
    needs: Phrases

    @classmethod
    def of(cls, group: PhraseGroup, words: Words) -> "PhraseSearch":
        """Make a group ready; phrases are parsed when first needed.

        Raises:
            PhraseError: a first look shows that a phrase cannot be read.
        """
        search = cls(group, **{one: Phrases(getattr(group, one), words) for one in PHRASE_LISTS})
        search.phrases.prepare()
        return search

    def parse(self) -> None:
        """Parse all phrases now; raises PhraseError."""
        for name in PHRASE_LISTS:
            phrases: Phrases = getattr(self, name)
            phrases.parse()

    def find(self, passage: Passage, kind: str, *, in_quotes: bool) -> list[Span]:
        """Return what is found in a draft of that kind; raises PhraseError."""
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


def _extended(passage: Passage, span: Span, extent: str) -> Span:
    if extent == "clause":
        return passage.to_pause(span)
    if extent == "sentence":
        return Span(span.start, passage.sentences[passage.sentence_at(span.start)].span.end)
    return span
