"""What no phrase can say; a rule names one of these as its `measure`."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from amends.coach.rule import Measure
from amends.text import Passage, Span

_QUESTIONS = 3
"""Questions in a row that make a barrage (TAXONOMY, question-barrage)."""
_LOUD_WORDS = 3
"""Words in capitals that make shouting; fewer are emphasis or acronyms (TAXONOMY, hard case 23)."""
_STOPS = re.compile(r"!{3,}|\?{3,}|[!?]{4,}")
_LONGEST = {"message": 200, "reply": 200, "goodbye": 200, "conflict": 250, "apology": 400}
"""Words, split on white space, that a kind of draft can bear (TAXONOMY, flooding)."""


def question_barrage(passage: Passage, _kind: str) -> list[Span]:
    """Return runs of three questions or more."""
    spans = []
    for asks, run in groupby(passage.sentences, key=lambda one: "?" in one.keys):
        row = list(run)
        if asks and len(row) >= _QUESTIONS:
            spans.append(Span(row[0].span.start, row[-1].span.end))
    return spans


def shouting(passage: Passage, _kind: str) -> list[Span]:
    """Return runs of words in capitals, and of exclamation or question marks."""
    stops = [Span(*found.span()) for found in _STOPS.finditer(passage.text)]
    return sorted([*stops, *_loud_runs(passage.text)])


def flooding(passage: Passage, kind: str) -> list[Span]:
    """Return the whole draft when it is longer than its kind can bear."""
    is_long = len(passage.text.split()) > _LONGEST[kind]
    return [Span(0, len(passage.text))] if is_long else []


MEASURES: Mapping[str, Measure] = {
    "question_barrage": question_barrage,
    "shouting": shouting,
    "flooding": flooding,
}


def _loud_runs(text: str) -> Iterator[Span]:
    words = re.finditer(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*", text)
    for loud, run in groupby(words, key=lambda word: word[0].isupper()):
        row = list(run)
        if loud and len(row) >= _LOUD_WORDS:
            yield Span(row[0].start(), row[-1].end())
