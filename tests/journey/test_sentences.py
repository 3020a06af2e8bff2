from pathlib import Path

import pytest

from amends.journey import Sentences, check_sentences
from amends.text import ContentError
from tests.journey.small import copy


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    copy("en/forms.toml", tmp_path)
    return tmp_path / "en" / "forms.toml"


@pytest.mark.parametrize(
    ("was", "becomes", "problem", "hint"),
    [
        ("not_a_day", "not_a_dat", "the key `not_a_dat` is unknown here", "did you mean not_a_day"),
        ("{least}", "some", "`too_few_rows` has no place for {least}", "write it in braces"),
        ("{problem}", "", "`in_row` has no place for {problem}", "write it in braces"),
    ],
)
def test_it_says_what_is_wrong_with_the_sentences(
    forms: Path, was: str, becomes: str, problem: str, hint: str
) -> None:
    text = forms.read_text(encoding="utf-8").splitlines()
    [line] = [number for number, one in enumerate(text, 1) if was in one and "#" not in one]
    forms.write_text("\n".join(text[:2] + [one.replace(was, becomes) for one in text[2:]]))

    [found] = check_sentences(forms)

    assert (found.line, found.problem) == (line, problem)
    assert hint in found.hint


def test_a_mistake_in_them_stops_the_reading(forms: Path) -> None:
    forms.write_text("missing = 1\n", encoding="utf-8")

    with pytest.raises(ContentError, match="`missing` is not a text"):
        Sentences.load("en", forms.parent.parent)


def test_the_sentences_that_ship_have_no_mistake() -> None:
    assert Sentences.load().missing.startswith("Please")
