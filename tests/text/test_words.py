from pathlib import Path

import pytest

from amends.text import CONTENT, ContentError, Words


def _words(folder: Path, **files: str) -> Words:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return Words.load(folder)


def test_a_list_is_a_file_and_its_remarks_are_left_out(tmp_path: Path) -> None:
    words = _words(tmp_path, sorry="# Ways to say it.\nsorry\n\nForgive me\n#\n")

    assert words.lists == {"sorry": ("sorry", "forgive me", "#")}


def test_haste_and_short_forms_are_read_as_full_words(tmp_path: Path) -> None:
    words = _words(tmp_path, spellings="u = you\ncant = can not\n*n't = not\n*'m = am\n")

    assert words.plain("u") == ("you",)
    assert words.plain("i'm") == ("i", "am")
    assert words.plain("didn't") == ("did", "not")
    assert words.plain("can't") == ("ca", "not")
    assert words.plain("cant") == ("can", "not")


def test_an_apostrophe_that_means_nothing_is_dropped(tmp_path: Path) -> None:
    assert _words(tmp_path).plain("alice's") == ("alices",)


def test_a_filler_is_no_word(tmp_path: Path) -> None:
    assert _words(tmp_path, fillers="lol\n").plain("lol") == ()


def test_a_spelling_without_a_word_is_a_mistake_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        _words(tmp_path, spellings="u = you\nur\n")

    assert caught.value.line == 2
    assert caught.value.hint == "write: u = you"


def test_the_shipped_words_can_be_read() -> None:
    assert Words.load(CONTENT / "en" / "words").plain("don't") == ("do", "not")
