"""What an encoder hears in labelled drafts, and the chance to ask of each label."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from amends.coach import Review, Rules, review
from amends.listener import Heard
from amends.listener.decoding import Chances, decode
from amends.listener.tokens import BEGIN, END, Vocabulary
from amends.text import Span
from training.drafts import CONCERNS, Draft, Mark
from training.encoder import Encoder
from training.examples import HEARD
from training.scoring import Tally

GRID = tuple(1 - 0.9 * 0.86**step for step in range(24))
"""Chances to choose from, 0.1 to 0.97, closer together where the encoder is surer."""
FALSE_ALARM = 0.7
"""How much more precision weighs than recall in concerns, as beta of F-beta: a mark on words that
are innocent teaches not to trust the marks. In what is dangerous recall weighs more."""
USUAL = 0.8
DANGER, DANGERS = 0.4, ("self-harm", "threat")
"""The most that is asked of what is dangerous: there a miss is worse than a false alarm."""


@dataclass(frozen=True)
class Read:
    """One draft: the chances of each label on its words, and what the rules mark."""

    draft: Draft
    chances: Chances
    words: Sequence[Span]
    ruled: Sequence[Mark]


def read(
    encoder: Encoder, vocabulary: Vocabulary, drafts: Sequence[Draft], rules: Rules
) -> list[Read]:
    """Return what is heard in drafts, and what the rules mark in them."""
    return [
        Read(
            draft,
            *_chances(encoder, vocabulary, draft.text),
            marks_of(review(draft.text, draft.kind, rules)),
        )
        for draft in drafts
    ]


def marks_of(found: Review) -> list[Mark]:
    """Return a review as marks; what is about the length of a draft is left out."""
    marked = [*found.concerns, *found.strengths]
    return [Mark(one.label, one.span.start, one.span.end) for one in marked if one.label in HEARD]


def _chances(encoder: Encoder, vocabulary: Vocabulary, text: str) -> tuple[Chances, list[Span]]:
    begin, end = vocabulary.numbers[BEGIN], vocabulary.numbers[END]

    def window(numbers: Sequence[int]) -> Chances:
        pieces = torch.tensor([[begin, *numbers, end]])
        with torch.no_grad():
            logits = encoder(pieces, torch.ones_like(pieces))[0, 1:-1]
        return torch.sigmoid(logits).numpy()

    found = vocabulary.pieces(text)
    return found.chances(window), [span for _, _, span in found.words]


def tally(read_drafts: Sequence[Read], asked: Sequence[float], *, with_rules: bool) -> Tally:
    """Count what is right when these chances are asked for, alone or beside the rules."""
    counts = Tally()
    for one in read_drafts:
        heard = decode(one.chances, one.words, HEARD, asked)
        ruled = one.ruled if with_rules else ()
        counts.add(one.draft, [*ruled, *_news(heard, ruled)])
    return counts


def _news(heard: Sequence[Heard], ruled: Sequence[Mark]) -> list[Mark]:
    marks = [Mark(one.label, one.span.start, one.span.end) for one in heard]
    return [one for one in marks if not any(_share(one, other) for other in ruled)]


def _share(one: Mark, other: Mark) -> bool:
    return one.label == other.label and one.start < other.end and other.start < one.end


def calibrate(read_drafts: Sequence[Read]) -> list[float]:
    """Return the chance to ask of each label.

    Half of it is where F-beta beside the rules is best, half is USUAL: of some labels few are left
    out, and in tests on halves of these drafts the mean did better than the best alone.
    """
    counts = [tally(read_drafts, [one] * len(HEARD), with_rules=True) for one in GRID]
    return [_asked(label, counts) for label in HEARD]


def _asked(label: str, counts: Sequence[Tally]) -> float:
    scores = [one.f_beta(label, FALSE_ALARM if label in CONCERNS else 1.0) for one in counts]
    asked = (GRID[scores.index(max(scores))] + USUAL) / 2
    return min(asked, DANGER) if label in DANGERS else asked
