"""A draft with its marks, cut into pieces that a template can show."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from amends.coach import SEVERITIES, Concern, Review, Strength
from amends.contact import Dismissed
from amends.text import Span
from amends.web.newest import Newest, newest

WHOLE = 300
"""Characters from which a mark is about the draft as a whole: it is told, not underlined."""

STOP = SEVERITIES[0]


@dataclass(frozen=True)
class Piece:
    """A run of text under the same marks.

    `opens` numbers the notes whose words begin here; `carries` says that a strength does.
    """

    text: str
    notes: tuple[int, ...]
    is_stop: bool
    is_strength: bool
    opens: tuple[int, ...]
    carries: bool


@dataclass(frozen=True)
class Note:
    """One place that is marked, numbered as it comes in the text.

    `quote` is what is kept when the mark is set aside, empty when it is about the whole draft.
    """

    number: int
    concern: Concern
    quote: str


@dataclass(frozen=True)
class Kind:
    """All the places with one label: why and a direction are told once for all of them."""

    concern: Concern
    places: Newest[Note]
    count: int

    @property
    def is_stop(self) -> bool:
        """Say whether it names danger."""
        return self.concern.severity == STOP

    @property
    def first(self) -> Note:
        """Return the first of its places."""
        return self.places.shown[0]


@dataclass(frozen=True)
class Carrying:
    """All the words with one strength: the first of them, and how many there are."""

    label: str
    quote: str
    count: int


@dataclass(frozen=True)
class Aside:
    """A mark that was set aside and would otherwise stand here; `number` is its place."""

    number: int
    mark: Dismissed
    is_stop: bool


@dataclass(frozen=True)
class Marked:
    """A draft as the page shows it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    strengths: tuple[Strength, ...]
    aside: tuple[Aside, ...]

    @property
    def kinds(self) -> Newest[Kind]:
        """Return the notes in the margin: one for each label, the gravest first."""
        by_label = sorted(self.notes, key=lambda note: note.concern.label)
        kinds = [
            Kind(places[0].concern, newest(places), len(places))
            for _, group in groupby(by_label, key=lambda note: note.concern.label)
            for places in [list(group)]
        ]
        return newest(sorted(kinds, key=_gravest_first))

    @property
    def carrying(self) -> Newest[Carrying]:
        """Return what carries: one for each label, as they first come in the text."""
        counts = Counter(one.label for one in self.strengths)
        first = {one.label: one.quote for one in reversed(self.strengths)}
        return newest([Carrying(label, first[label], n) for label, n in counts.items()])

    @property
    def keeps_stop(self) -> bool:
        """Say whether a mark that says stop was set aside: it stays in sight."""
        return any(one.is_stop for one in self.aside)


def _gravest_first(kind: Kind) -> tuple[int, int]:
    return SEVERITIES.index(kind.concern.severity), kind.first.number


def marked(text: str, review: Review, dismissed: Sequence[Dismissed]) -> Marked:
    """Return the draft cut at every mark; what the user dismissed is set aside, not forgotten."""
    silent = {
        number: [one for one in review.concerns if _silences(mark, one, text)]
        for number, mark in enumerate(dismissed)
    }
    gone = [one for concerns in silent.values() for one in concerns]
    left = [one for one in review.concerns if one not in gone]
    strengths = tuple(s for s in review.strengths if not any(_hides(c, s) for c in left))
    notes = tuple(_notes(left))
    return Marked(
        pieces=_pieces(text, notes, strengths),
        notes=notes,
        strengths=strengths,
        aside=tuple(
            Aside(number, dismissed[number], any(one.severity == STOP for one in concerns))
            for number, concerns in silent.items()
            if concerns
        ),
    )


def _silences(mark: Dismissed, concern: Concern, text: str) -> bool:
    """Say whether a mark was set aside: the words that were under it still lie under it."""
    if mark.label != concern.label:
        return False
    if _is_whole(concern):
        return not mark.quote
    return any(_is_mostly(place, concern.span) for place in _places(mark.quote, text))


def _is_whole(concern: Concern) -> bool:
    return concern.span.end - concern.span.start >= WHOLE


def _places(quote: str, text: str) -> Iterator[Span]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + len(quote))


def _is_mostly(a: Span, b: Span) -> bool:
    """Say whether two spans share at least half of the shorter one."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return 2 * shared >= min(a.end - a.start, b.end - b.start)


def _hides(concern: Concern, strength: Strength) -> bool:
    """Say whether what would be praised lies under a concern: then the concern speaks alone."""
    if strength.label == "regret" or _is_whole(concern):  # "sorry" stays said
        return False
    return strength.span.overlaps(concern.span)


def _notes(concerns: Sequence[Concern]) -> Iterator[Note]:
    for number, one in enumerate(concerns, 1):
        yield Note(number, one, "" if _is_whole(one) else one.quote)


def _pieces(text: str, notes: Sequence[Note], strengths: Sequence[Strength]) -> tuple[Piece, ...]:
    shown = [note for note in notes if note.quote]
    spans = [note.concern.span for note in shown] + [one.span for one in strengths]
    edges = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
    return tuple(_piece(text, Span(*edge), shown, strengths) for edge in pairwise(edges))


def _piece(text: str, place: Span, notes: Sequence[Note], strengths: Sequence[Strength]) -> Piece:
    over = [note for note in notes if note.concern.span.holds(place)]
    return Piece(
        text=place.of(text),
        notes=tuple(note.number for note in over),
        is_stop=any(note.concern.severity == STOP for note in over),
        is_strength=any(one.span.holds(place) for one in strengths),
        opens=tuple(note.number for note in over if note.concern.span.start == place.start),
        carries=any(one.span.start == place.start for one in strengths),
    )
