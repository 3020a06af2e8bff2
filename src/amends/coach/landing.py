"""How a draft lands: what reading it asks of the other person."""

from collections.abc import Sequence
from dataclasses import dataclass

from amends.text import Passage, Span

_WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults (Brysbaert 2019, brysbaert-2019)."""
_ASKS = frozenset({"clear-request", "forgiveness-request", "begging", "demanding-reply"})


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
    """Return what a draft with these marks asks of its reader."""
    labels = [label for label, _ in marks]
    questions = sum("?" in sentence.keys for sentence in passage.sentences)
    asks = sum(label in _ASKS for label in labels)
    return Landing(
        seconds_to_read=round(len(passage.text.split()) * 60 / _WORDS_A_MINUTE),
        questions=questions,
        asks=asks,
        decisions=0,
        feelings_to_manage=0,
        free_to_do_nothing=not (questions or asks),
    )
