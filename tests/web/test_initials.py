"""Names become first letters, also where they were written in a hurry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.web.initials import initials

COMMON = frozenset({"will", "may"})


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        ("I lied to Anna.", ["Anna"], "I lied to A."),
        ("anna and ANNA and Anna's", ["Anna"], "A. and A. and A.'s"),
        ("Annabel is not Anna", ["Anna"], "Annabel is not A."),
        ("Anna Lee, then Lee alone", ["Anna Lee"], "A. L., then L. alone"),
        ("Anne-Marie came, Anne left", ["Anne-Marie"], "A. M. came, A. left"),
        ("Anna  Lee", ["Anna Lee"], "A. L."),
        ("O\u2019Brien said it", ["O'Brien"], "O. said it"),
        ("Zoë wrote", ["Zoë"], "Z. wrote"),
        ("I will tell Will", ["Will"], "I will tell W."),
        ("S. was there", ["S."], "S. was there"),
        ("A plan", ["A"], "A plan"),
        ("Anna", ["", "  "], "Anna"),
        ("(Anna) *Anna* [x]", ["Anna", "x["], "(A.) *A.* [x]"),
        ("李明 called", ["李明"], "李. called"),
    ],
)
def test_names_are_reduced(text: str, names: list[str], told: str) -> None:
    assert initials(text, names, COMMON) == told


LETTERS = st.sampled_from("aAnNé \u2019'-.*[李")


@given(st.text(LETTERS, max_size=30), st.text(LETTERS, max_size=6))
def test_no_name_that_stands_alone_is_left(text: str, name: str) -> None:
    told = initials(f"{text} Anna", [name, "Anna"])

    assert told.endswith("A.")
