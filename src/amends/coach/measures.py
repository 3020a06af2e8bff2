"""What no phrase can say; a rule names one of these as its `measure`.

Quoted speech is left alone, as it is by phrases.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from amends.coach.rule import Measure
from amends.text import Passage, Span

_QUESTIONS = 3
"""Questions in a row that make a barrage (TAXONOMY, question-barrage)."""
_LOUD_WORDS = 3
"""Words in capitals that make shouting; fewer are emphasis or acronyms (TAXONOMY, hard case 23)."""
_LONGEST_ACRONYM = 5
"""Letters: NSPCC, UNHCR. Those with more are mostly said as names."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_LISTED = re.compile(r"\s*[,;/&+|]\s*")
_STOPS = re.compile(r"!{3,}|\?{3,}|[!?]{4,}")
_LONGEST = {"message": 200, "reply": 200, "goodbye": 200, "conflict": 250, "apology": 400}
"""Words, split on white space, that a kind of draft can bear (TAXONOMY, flooding)."""


def question_barrage(passage: Passage, _kind: str) -> list[Span]:
    """Return runs of three questions or more."""
    spans = []
    for asks, run in groupby(passage.sentences, key=lambda one: _asks(passage, one.span, one.keys)):
        row = list(run)
        if asks and len(row) >= _QUESTIONS:
            spans.append(Span(row[0].span.start, row[-1].span.end))
    return spans


def shouting(passage: Passage, _kind: str) -> list[Span]:
    """Return runs of words in capitals, and of exclamation or question marks."""
    stops = [Span(*found.span()) for found in _STOPS.finditer(passage.text)]
    loud = [*stops, *_loud_runs(passage)]
    return sorted(span for span in loud if not passage.is_quoted(span))


def flooding(passage: Passage, kind: str) -> list[Span]:
    """Return the whole draft when it is longer than its kind can bear."""
    is_long = len(passage.text.split()) > _LONGEST[kind]
    return [Span(0, len(passage.text))] if is_long else []


MEASURES: Mapping[str, Measure] = {
    "question_barrage": question_barrage,
    "shouting": shouting,
    "flooding": flooding,
}


def _asks(passage: Passage, sentence: Span, keys: Collection[str]) -> bool:
    """Say whether the writer asks here, and does not repeat what somebody asked."""
    if "?" not in keys:
        return False
    mark = passage.text.rindex("?", sentence.start, sentence.end)
    return not passage.is_quoted(Span(mark, mark + 1))


def _loud_runs(passage: Passage) -> Iterator[Span]:
    loud = list(_loud_words(passage))
    for _, run in groupby(enumerate(loud), key=lambda pair: pair[1][0] - pair[0]):
        row = [span for _, (_, span) in run]
        whole = Span(row[0].start, row[-1].end)
        if len(row) - _acronyms(whole.of(passage.text)) >= _LOUD_WORDS:
            yield whole


def _loud_words(passage: Passage) -> Iterator[tuple[int, Span]]:
    """Yield the words in capitals, each with its number among all words."""
    for number, word in enumerate(_WORD.finditer(passage.text)):
        if word[0].isupper():
            span = Span(*word.span())
            if not passage.is_quoted(span):
                yield number, span


def _acronyms(run: str) -> int:
    """Return how many words of a run are short and listed, each once, as in "MOT, GP, ISA"."""
    listed = Counter(_LISTED.split(run))
    short = [one for one in listed if one.isalpha() and len(one) <= _LONGEST_ACRONYM]
    once = [one for one in short if listed[one] == 1]
    return len(once) if len(once) > 1 else 0
