# ruff: noqa: RUF001 - curly marks are what is tested
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.text import quoted


def _quotes(text: str) -> list[str]:
    return [span.of(text) for span in quoted(text)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('You said "go away" and I went', ['"go away"']),
        ("You said “go away” and I went", ["“go away”"]),
        ("You said ‘go away’ and I went", ["‘go away’"]),
        ("You said 'I can't stay' and I went", ["'I can't stay'"]),
        ("Tu as dit « va-t'en » et je suis parti", ["« va-t'en »"]),
        ("I can't and you won't, it's late", []),
        ("the boys' room and the girls' room", []),
        ("'cause you left, and the boys' room", []),
        ('the 6" pipe was never closed', []),
        ('A "one" and a "two" here', ['"one"', '"two"']),
    ],
)
def test_it_finds_quoted_speech_and_no_apostrophes(text: str, quotes: list[str]) -> None:
    assert _quotes(text) == quotes


def test_marks_around_the_whole_draft_do_not_count() -> None:
    assert _quotes('"I am sorry if you were hurt"') == []


@given(st.text(alphabet="ab '\"“”‘’\n"))
def test_quotes_do_not_overlap(text: str) -> None:
    spans = quoted(text)

    assert all(a.end <= b.start for a, b in pairwise(spans))
