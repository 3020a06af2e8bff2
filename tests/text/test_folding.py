# ruff: noqa: RUF001 - curly marks are what is tested
from hypothesis import given
from hypothesis import strategies as st

from amends.text import fold


def test_it_makes_curly_marks_plain_and_letters_small() -> None:
    assert fold("I’m “SORRY” — truly") == 'i\'m "sorry" - truly'


def test_a_letter_that_would_grow_stays_as_it_is() -> None:
    assert fold("İ AM") == "İ am"


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)
