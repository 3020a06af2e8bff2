"""How a draft lands: what reading it asks of the other person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from amends.text import Passage, Span

_WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults (Brysbaert 2019, brysbaert-2019)."""
_SPOKEN_A_MINUTE = 150
"""Reading aloud takes 183 (brysbaert-2019); what is hard to say has pauses, so we chose less."""
_NIGHT, _DAWN, _DAY = 22, 5, 7
"""Hours at which night, early morning and day begin; our choice, not a finding."""
_ASKS = frozenset(
    {"clear-request", "forgiveness-request", "demanding-forgiveness", "begging", "demanding-reply"}
)
_OFFERS = frozenset({"repair-offer"})
"""An offer waits for a yes or a no."""
_FEELINGS = frozenset(
    {"self-abasement", "sorry-you-feel", "demanding-forgiveness", "guilt-trip", "begging"}
    | {"ultimatum", "love-bombing", "jealousy-bait", "threat", "self-harm"}
)
"""What hands the reader a feeling to soothe, fear or answer for."""


@dataclass(frozen=True)
class Landing:
    """What the other person is handed: time to read, and things to answer, decide or carry."""

    seconds_to_read: int
    questions: int
    asks: int
    decisions: int
    feelings_to_manage: int
    free_to_do_nothing: bool


def landing(passage: Passage, marks: Sequence[tuple[str, Span]]) -> Landing:
    """Return what a draft with these marks asks of its reader.

    A decision is an ask or an offer. They are free to do nothing when nothing is asked, or when
    the draft gives them room and demands nothing.
    """
    labels = [label for label, _ in marks]
    questions = sum("?" in sentence.keys for sentence in passage.sentences)
    asks = _count(labels, _ASKS)
    feelings = _count(labels, _FEELINGS)
    gives_room = "giving-space" in labels and not feelings
    return Landing(
        seconds_to_read=round(len(passage.text.split()) * 60 / _WORDS_A_MINUTE),
        questions=questions,
        asks=asks,
        decisions=asks + _count(labels, _OFFERS),
        feelings_to_manage=feelings,
        free_to_do_nothing=gives_room or not (questions or asks or feelings),
    )


def seconds_aloud(words: int) -> int:
    """Return how long so many words take when they are said, in seconds."""
    return round(words * 60 / _SPOKEN_A_MINUTE)


def odd_hour(at: datetime) -> Literal["night", "early", ""]:
    """Say whether a message that arrives at this local time arrives at night or too early.

    >>> odd_hour(datetime(2026, 3, 1, 2, 14))
    'night'
    """
    if at.hour >= _NIGHT or at.hour < _DAWN:
        return "night"
    return "early" if at.hour < _DAY else ""


def _count(labels: Sequence[str], wanted: frozenset[str]) -> int:
    return sum(label in wanted for label in labels)
