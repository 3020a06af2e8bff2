"""How hard a text is to read."""

import pytest

from amends.journey.wording.reading import grade, syllables


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "you hurt lied asked made whole night's don't"),
        (2, "sorry wanted table people someone quiet couples truly statement before themselves"),
        (3, "remember probably accepted partnership quietly together"),
        (4, "apology relationship responsible"),
        (5, "vocabulary"),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_short_words_in_short_sentences_are_easy() -> None:
    assert grade(["You lied. That was your choice. Say it once."]) < 2


def test_long_words_in_long_sentences_are_hard() -> None:
    hard = "Individuals characteristically underestimate accumulated relational resentment."

    assert grade([hard]) > 20


def test_no_words_have_no_grade() -> None:
    assert grade(["", "7 · 12"]) == 0
