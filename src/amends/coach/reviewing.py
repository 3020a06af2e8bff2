"""What the coach says about one draft."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from amends.coach.kinds import KINDS
from amends.coach.landing import Landing, landing
from amends.coach.missing import missing
from amends.coach.rule import Rule
from amends.coach.rule_file import STRENGTHS
from amends.coach.rules import Rules
from amends.listener import Heard
from amends.text import Passage, Span, read_passage

NEARLY, HALF, WORDS = 0.8, 0.5, 3
"""What is heard is drawn out to a sentence that it nearly fills, and kept when it has half of one,
or so many words."""
Hear = Callable[[str], Sequence[Heard]]
"""A second listener: takes a text, returns what it hears in it."""


class UnknownKindError(ValueError):
    """The kind of draft is none of the known ones."""

    def __init__(self) -> None:
        super().__init__(f"this kind of draft is unknown; the kinds are {', '.join(KINDS)}")


@dataclass(frozen=True)
class Concern:
    """A stretch of a draft that tends to make things worse, and why."""

    label: str
    family: str
    severity: str
    span: Span
    quote: str
    why: str
    instead: str
    source: str


@dataclass(frozen=True)
class Strength:
    """A stretch of a draft that helps."""

    label: str
    span: Span
    quote: str


@dataclass(frozen=True)
class Review:
    """How one draft reads, and how it lands.

    `words` is split on white space; marks stand in the order of the text; `missing` holds labels,
    the weightiest first.
    """

    kind: str
    words: int
    concerns: tuple[Concern, ...]
    strengths: tuple[Strength, ...]
    missing: tuple[str, ...]
    landing: Landing


def review(
    text: str, kind: str = "message", rules: Rules | None = None, hear: Hear | None = None
) -> Review:
    """Mark what hurts and what helps in a draft.

    Where the rules mark a label, they win; `hear` adds what they did not find. What it hears is
    explained in the words of the rule with that label, and left out when there is no such rule.

    Raises:
        UnknownKindError: `kind` is none of KINDS.
    """
    if kind not in KINDS:
        raise UnknownKindError
    rules = rules or _english()
    passage = read_passage(text, rules.words)
    marks = list(_marks(passage, kind, rules))
    if hear:
        marks += _heard(hear(text), marks, passage, rules)
    found = sorted(_apart(marks), key=lambda mark: (mark[1], mark[0].file.label))
    concerns = tuple(_concern(text, *mark) for mark in found if not _helps(mark[0]))
    strengths = tuple(_strength(text, *mark) for mark in found if _helps(mark[0]))
    return Review(
        kind=kind,
        words=len(text.split()),
        concerns=concerns,
        strengths=strengths,
        missing=missing(kind, [one.label for one in strengths], rules),
        landing=landing(passage, [(rule.file.label, span) for rule, span in found]),
    )


def as_json(found: Review) -> dict[str, Any]:
    """Return a review as plain values: the contract of `amends check --json`."""
    return {
        "kind": found.kind,
        "words": found.words,
        "concerns": [_plain_concern(one) for one in found.concerns],
        "strengths": [{"label": one.label, **_plain_span(one)} for one in found.strengths],
        "missing": list(found.missing),
        "landing": dict(vars(found.landing)),
    }


def _plain_concern(one: Concern) -> dict[str, Any]:
    return {
        "label": one.label,
        "family": one.family,
        "severity": one.severity,
        **_plain_span(one),
        "why": one.why,
        "instead": one.instead,
        "source": one.source,
    }


def _plain_span(one: Concern | Strength) -> dict[str, Any]:
    return {"start": one.span.start, "end": one.span.end, "quote": one.quote}


@cache
def _english() -> Rules:
    return Rules.load("en")


Mark = tuple[Rule, Span]


def _marks(passage: Passage, kind: str, rules: Rules) -> Iterator[Mark]:
    for rule in rules.rules:
        for span in rule.find(passage, kind):
            yield rule, span


def _heard(
    heard: Sequence[Heard], marks: Sequence[Mark], passage: Passage, rules: Rules
) -> Iterator[Mark]:
    """Yield what was heard and is news: no rule marks it there, and it is not quoted speech."""
    taken = {(rule.file.label, span) for rule, span in marks}
    for one in heard:
        rule = rules.by_label.get(one.label)
        if rule is None or (passage.is_quoted(one.span) and not rule.file.in_quotes):
            continue
        place = _rounded(one.span, passage)
        if place and not any(label == one.label and span.overlaps(place) for label, span in taken):
            yield rule, place


def _rounded(span: Span, passage: Passage) -> Span | None:
    """Return the sentence that a stretch nearly fills, the stretch, or None for a scrap of one.

    One or two words out of a sentence are heard by mistake more often than not; only "sorry" and
    its like are as short, and these the rules know.
    """
    sentence = passage.sentences[passage.sentence_at(span.start)].span
    share = len(span.of(passage.text)) / max(1, len(sentence.of(passage.text)))
    if share >= NEARLY and sentence.holds(span):
        return sentence
    return span if share >= HALF or len(span.of(passage.text).split()) >= WORDS else None


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """Leave out marks that stand in one of another label that excludes them."""
    places: dict[str, list[Span]] = {}
    for rule, span in sorted(marks, key=lambda mark: mark[1]):
        places.setdefault(rule.file.label, []).append(span)
    return [
        (rule, span)
        for rule, span in marks
        if not any(_meets(span, places.get(label, ())) for label in rule.file.not_in)
    ]


def _meets(span: Span, others: Sequence[Span]) -> bool:
    """Say whether a stretch shares a character with one of some that are in order and apart."""
    before = bisect_left(others, span.end, key=lambda other: other.start)
    return before > 0 and others[before - 1].end > span.start


def _helps(rule: Rule) -> bool:
    return rule.file.family == STRENGTHS


def _concern(text: str, rule: Rule, span: Span) -> Concern:
    file = rule.file
    return Concern(
        label=file.label,
        family=file.family,
        severity=file.severity,
        span=span,
        quote=span.of(text),
        why=file.why,
        instead=file.instead,
        source=file.source,
    )


def _strength(text: str, rule: Rule, span: Span) -> Strength:
    return Strength(rule.file.label, span, span.of(text))
