"""A draft with its marks, cut into pieces that a template can show."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from amends.coach import Concern, Review, Strength
from amends.contact import Dismissed


@dataclass(frozen=True)
class Piece:
    """A run of text under the same marks; `opens` numbers the concerns that begin here."""

    text: str
    concern: int
    is_stop: bool
    is_strength: bool
    opens: tuple[int, ...]


@dataclass(frozen=True)
class Marked:
    """A draft as the page shows it."""

    pieces: tuple[Piece, ...]
    concerns: tuple[tuple[int, Concern], ...]
    strengths: tuple[Strength, ...]
    dismissed: tuple[Concern, ...]


def marked(text: str, review: Review, dismissed: Sequence[Dismissed]) -> Marked:
    """Return the draft cut at every mark; what the user dismissed is set aside, not forgotten."""
    gone = {(one.label, one.quote) for one in dismissed}
    left = [one for one in review.concerns if (one.label, one.quote) not in gone]
    numbered = tuple(enumerate(left, 1))
    strengths = tuple(s for s in review.strengths if not any(_overlap(s, c) for c in left))
    return Marked(
        pieces=_pieces(text, numbered, strengths),
        concerns=numbered,
        strengths=strengths,
        dismissed=tuple(one for one in review.concerns if (one.label, one.quote) in gone),
    )


def _overlap(strength: Strength, concern: Concern) -> bool:
    """Say whether what would be praised lies under a concern: then the concern speaks alone."""
    if strength.label == "regret":  # "sorry" stays said, whatever takes it back
        return False
    a, b = strength.span, concern.span
    return a.start < b.end and b.start < a.end


def _pieces(
    text: str, concerns: Sequence[tuple[int, Concern]], strengths: Sequence[Strength]
) -> tuple[Piece, ...]:
    spans = [one.span for _, one in concerns] + [one.span for one in strengths]
    edges = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
    return tuple(_piece(text, start, end, concerns, strengths) for start, end in pairwise(edges))


def _piece(
    text: str,
    start: int,
    end: int,
    concerns: Sequence[tuple[int, Concern]],
    strengths: Sequence[Strength],
) -> Piece:
    over = [(n, one) for n, one in concerns if one.span.start <= start and end <= one.span.end]
    return Piece(
        text=text[start:end],
        concern=over[0][0] if over else 0,
        is_stop=any(one.severity == "stop" for _, one in over),
        is_strength=any(s.span.start <= start and end <= s.span.end for s in strengths),
        opens=tuple(n for n, one in over if one.span.start == start),
    )
