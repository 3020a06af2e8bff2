from pathlib import Path

import pytest

from amends.practice import check_wants

WANT = '[[want]]\nid = "write"\nsays = "to write to them"\n'


def put(folder: Path, text: str) -> Path:
    (folder / "urge.toml").write_text(text, encoding="utf-8")
    return folder


def test_sound_wants_have_no_mistake(tmp_path: Path) -> None:
    two = WANT + WANT.replace('"write"', '"call"') + 'danger = "crisis"\n'

    assert check_wants(put(tmp_path, two)) == []


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a = 1\n", 1, "`want` is missing"),
        (WANT + WANT, 5, "this id is there already"),
        (WANT.replace("says", "say"), 3, "the key `say` is unknown here"),
        (WANT + 'danger = "mild"\n', 4, "`danger` is not one of: crisis, harm_to_others"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    (found,) = check_wants(put(tmp_path, text))

    assert (found.line, found.problem) == (line, problem)


def test_where_there_are_no_words_there_is_nothing_to_check(tmp_path: Path) -> None:
    assert check_wants(tmp_path) == []
