from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.text import sentences


def _split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("I lied. I knew it.", ["I lied.", "I knew it."]),
        ("im sorry. i lied", ["im sorry.", "i lied"]),
        ("Why? Why not!", ["Why?", "Why not!"]),
        ('You said "go." I went.', ['You said "go."', "I went."]),
        ("Dear Alice\n\nI lied\nbob", ["Dear Alice", "I lied", "bob"]),
        ("I paid 3.50 for it", ["I paid 3.50 for it"]),
        ("Dr. Lee and Mrs. May came.", ["Dr. Lee and Mrs. May came."]),
        ("Come at 9 a.m. on Monday", ["Come at 9 a.m. on Monday"]),
        ("i mean... its fine", ["i mean... its fine"]),
        ("I mean… It is fine", ["I mean…", "It is fine"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_it_finds_where_sentences_end(text: str, parts: list[str]) -> None:
    assert _split(text) == parts


def test_a_line_wrapped_by_a_mail_program_goes_on() -> None:
    text = "I have thought about the night at the lake for many weeks now, and\nit was wrong."

    assert len(_split(text)) == 1


@given(st.text())
def test_sentences_hold_all_that_is_not_white_space(text: str) -> None:
    spans = sentences(text)

    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
