"""Lines of one's own drafts that the coach marked, to practise on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from amends.coach import Concern
from amends.contact import Draft
from amends.store import Vault
from amends.text import Span, read_passage
from amends.web.content import reviewed, rules
from amends.web.gate import drafts_of
from amends.web.marks import marked

DRAFTS = 8
"""So many drafts are looked through, the newest first."""
LINES = 12
LONGEST = 300
"""Characters; a longer sentence is shown by the words under the mark alone."""


@dataclass(frozen=True)
class OwnLine:
    """A sentence of a draft, and the label of the first mark in it."""

    text: str
    label: str


def own_lines(vault: Vault, labels: Sequence[str]) -> list[OwnLine]:
    """Return lines with these marks, those of the newest draft first; none stands twice."""
    drafts = (kept.record for kept in islice(drafts_of(vault), DRAFTS))
    found = (line for draft in drafts for line in _lines(draft, labels))
    return list({line.text: line for line in islice(found, LINES)}.values())


def _lines(draft: Draft, labels: Sequence[str]) -> Iterator[OwnLine]:
    text = draft.text
    places = [one.span for one in read_passage(text, rules().words).sentences]
    seen: set[Span] = set()
    for note in marked(text, reviewed(text, draft.kind), draft.dismissed).notes:
        place = _sentence(note.concern, places)
        if note.concern.label in labels and place not in seen:
            seen.add(place)
            yield OwnLine(place.of(text).strip(), note.concern.label)


def _sentence(concern: Concern, places: Sequence[Span]) -> Span:
    """Return the sentences that a mark lies in, or the mark itself when they are too long."""
    under = [place for place in places if place.overlaps(concern.span)]
    whole = Span(under[0].start, under[-1].end) if under else concern.span
    return whole if whole.end - whole.start <= LONGEST else concern.span
