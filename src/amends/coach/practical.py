"""Whether a message keeps to practical matters.

A message passes only when it looks practical: a list of what is personal never ends, and what it
does not know would pass. What a household, children, pets, work and papers are written about is a
smaller world, and a sentence held by mistake can be said another way.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from amends.coach.practical_lists import PracticalLists
from amends.coach.reviewing import Review
from amends.coach.rules import Rules
from amends.text import Passage, Span, fold, read_passage

_PRACTICAL = frozenset(
    {
        "clear-request",
        "evidence-of-change",
        "giving-space",
        "gratitude",
        "listening",
        "naming-the-act",
        "repair-offer",
    }
)
"""Strengths that a message about a school or a bill may have ("I have cancelled the paper" sounds
like a deed and like a change); every other one is personal."""
_PAUSE = ","
_EDGES = frozenset({"^", "$", "?"})
Clause = Sequence[Span]
"""The places of its words."""


def is_personal(text: str, review: Review, rules: Rules, topic: str = "") -> bool:
    """Say whether a draft about a topic holds more than practical matters."""
    return bool(beside_the_matter(text, review, rules, topic))


def beside_the_matter(text: str, review: Review, rules: Rules, topic: str = "") -> list[Span]:
    """Return the sentences of a draft that hold more than practical matters, in order.

    A sentence is held when a concern or a personal strength touches it, when a phrase of the list
    `personal` or a sign of affection stands in it, or when one of its clauses has nothing
    practical: otherwise "I can bring her at four, and I wait for you" would pass by its first half.
    """
    look = _Look(read_passage(text, rules.words), rules.practical, _topic_words(topic, rules))
    touched = [*_heard(text, review), *look.turning]
    return [
        sentence
        for number, sentence in enumerate(look.sentences)
        if _meets(sentence, touched) or not look.is_practical(number)
    ]


class _Look:
    """One draft, with what the lists find in it; each list is searched once."""

    def __init__(self, passage: Passage, lists: PracticalLists, topic: frozenset[str]) -> None:
        self._passage = passage
        self._lists = lists
        self._topic = topic
        self.sentences = [sentence.span for sentence in passage.sentences]

    @cached_property
    def turning(self) -> Sequence[Span]:
        """Return what turns a sentence personal, whatever else stands in it."""
        folded = fold(self._passage.text)
        kisses = [
            Span(at, at + len(one)) for one in self._lists.kisses for at in _places(one, folded)
        ]
        return [*self._lists.personal.find(self._passage), *kisses]

    def is_practical(self, number: int) -> bool:
        """Say whether every clause of a sentence has something practical."""
        return all(self._passes(clause) for clause in self._clauses(number))

    def _passes(self, clause: Clause) -> bool:
        """Say whether a clause has a matter in it, is courteous, or goes on about one."""
        return self._has_matter(clause) or self._is_reply(clause) or self._goes_on(clause)

    def _has_matter(self, clause: Clause) -> bool:
        """Say whether a clause names a thing or an act, or a time or the topic as a plan."""
        whole = _whole(clause)
        is_plan = _meets(whole, self._plans) and not self._is_no_plan(whole)
        return is_plan or _meets(whole, self._things)

    def _is_reply(self, clause: Clause) -> bool:
        return all(_meets(word, self._replies) for word in clause)

    def _goes_on(self, clause: Clause) -> bool:
        """Say whether a clause may belong to a matter named elsewhere, as "The pool is shut" may.

        It looks at neither of the two and not back; or it is one word, a name or part of a list.
        """
        whole = _whole(clause)
        is_elsewhere = not _meets(whole, self._the_two) and not self._is_no_plan(whole)
        return self._names_a_matter and (is_elsewhere or len(set(clause)) == 1)

    @cached_property
    def _names_a_matter(self) -> bool:
        numbers = range(len(self.sentences))
        return any(self._has_matter(clause) for one in numbers for clause in self._clauses(one))

    def _clauses(self, number: int) -> Iterator[Clause]:
        """Yield the clauses of a sentence: what stands between pauses, or begins anew inside."""
        sentence = self._passage.sentences[number]
        clause: list[Span] = []
        for word, place in zip(sentence.stream.decode().split(), sentence.places, strict=True):
            if clause and (word == _PAUSE or place[0] in self._beginnings):
                yield clause
                clause = []
            if word not in _EDGES and word != _PAUSE:
                clause.append(Span(*place))
        if clause:
            yield clause

    @cached_property
    def _things(self) -> Sequence[Span]:
        return self._lists.things.find(self._passage)

    @cached_property
    def _plans(self) -> Sequence[Span]:
        lists = (self._lists.times, self._lists.objects)
        found = [span for one in lists for span in one.find(self._passage)]
        return [*found, *self._topic_places()]

    def _is_no_plan(self, clause: Span) -> bool:
        return any(clause.holds(span) for span in self._no_plans)

    @cached_property
    def _no_plans(self) -> Sequence[Span]:
        return self._lists.no_plan.find(self._passage)

    @cached_property
    def _the_two(self) -> Sequence[Span]:
        return self._lists.the_two.find(self._passage)

    @cached_property
    def _replies(self) -> Sequence[Span]:
        return self._lists.replies.find(self._passage)

    @cached_property
    def _beginnings(self) -> frozenset[int]:
        return frozenset(span.start for span in self._lists.clauses.find(self._passage))

    def _topic_places(self) -> Iterator[Span]:
        for sentence in self._passage.sentences:
            pairs = zip(sentence.stream.decode().split(), sentence.places, strict=True)
            yield from (Span(*place) for word, place in pairs if word in self._topic)


def _heard(text: str, review: Review) -> Iterator[Span]:
    """Yield what the coach marked; a concern about the draft as a whole is all of it."""
    for concern in review.concerns:
        yield concern.span if concern.quote else Span(0, len(text))
    yield from (one.span for one in review.strengths if one.label not in _PRACTICAL)


def _topic_words(topic: str, rules: Rules) -> frozenset[str]:
    """Return the words that name a topic, without those that stand in every sentence."""
    read = read_passage(topic, rules.words)
    words = {word for one in read.sentences for word in one.stream.decode().split()}
    return frozenset(words - rules.words.common - _EDGES - {_PAUSE})


def _places(sign: str, folded: str) -> Iterator[int]:
    at = folded.find(sign)
    while at >= 0:
        yield at
        at = folded.find(sign, at + len(sign))


def _whole(clause: Clause) -> Span:
    return Span(clause[0].start, clause[-1].end)


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
