"""How chances on words become marks."""

import numpy as np

from amends.listener.decoding import decode
from amends.text import Span

WORDS = [Span(2 * at, 2 * at + 1) for at in range(8)]


def spans(*chances: float, asked: float = 0.5) -> list[tuple[int, int]]:
    rows = np.array(chances, dtype=np.float32)[:, None]
    found = decode(rows, WORDS[: len(chances)], ["threat"], [asked])
    return [(one.span.start, one.span.end) for one in found]


def test_a_mark_needs_one_word_as_sure_as_is_asked() -> None:
    assert spans(0.4, 0.45, 0.4) == []
    assert spans(0.4, 0.55, 0.4) == [(0, 5)]


def test_it_reaches_as_far_as_words_stay_likely() -> None:
    assert spans(0.1, 0.3, 0.9, 0.3, 0.1) == [(2, 7)]


def test_a_short_gap_does_not_split_it() -> None:
    assert spans(0.9, 0, 0, 0.9) == [(0, 7)]


def test_a_long_gap_does() -> None:
    assert spans(0.9, 0, 0, 0, 0.9) == [(0, 1), (8, 9)]


def test_what_is_asked_beyond_certainty_is_never_heard() -> None:
    assert spans(1.0, 1.0, asked=1.1) == []


def test_each_label_is_heard_by_itself() -> None:
    rows = np.array([[0.9, 0.9], [0.9, 0.0]], dtype=np.float32)

    found = decode(rows, WORDS[:2], ["threat", "begging"], [0.5, 0.5])

    assert [(one.label, one.span) for one in found] == [
        ("threat", Span(0, 3)),
        ("begging", Span(0, 1)),
    ]


def test_nothing_is_heard_in_nothing() -> None:
    rows = np.zeros((0, 1), dtype=np.float32)

    assert decode(rows, [], ["threat"], [0.5]) == []
