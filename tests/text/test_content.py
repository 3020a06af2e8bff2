from pathlib import Path

import pytest

from amends.text import CONTENT, ContentError, load_content


def _write(folder: Path, text: str) -> Path:
    path = folder / "some.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_reads_a_header_and_a_body(tmp_path: Path) -> None:
    path = _write(tmp_path, '+++\ntitle = "Own it"\n+++\n# Heading\nText.\n')

    file = load_content(path)

    assert file.header == {"title": "Own it"}
    assert file.body == "# Heading\nText.\n"
    assert file.body_line == 4


def test_it_knows_the_line_of_every_key(tmp_path: Path) -> None:
    path = _write(tmp_path, '+++\na = 1\n\n[[field]]\nname = "x"\n[[field]]\nname = "y"\n+++\n')

    file = load_content(path)

    assert file.line_of("a") == 2
    assert file.line_of("field.0") == 4
    assert file.line_of("field.1.name") == 7
    assert file.line_of("field.1.missing") == 6
    assert file.line_of("nothing") == 1


def test_a_mistake_is_told_with_its_line_and_a_hint(tmp_path: Path) -> None:
    file = load_content(_write(tmp_path, "+++\n\nminutes = 0\n+++\n"))

    mistake = file.mistake("minutes", "minutes must be more than 0", "say 5")

    assert str(mistake) == f"{file.path}:3: minutes must be more than 0\nhint: say 5"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("# No header", 1, "the header is missing"),
        ("+++\na = 1\n", 1, "the header has no end"),
        ("+++\na = 1\nb = \n+++\n", 3, "the header is not TOML: Invalid value"),
        ("+++\na = 1\na = 2\n+++\n", 3, "the header is not TOML: Cannot overwrite a value"),
        ("+++\na = [1,\n+++\n", 2, "the header is not TOML: Invalid value"),
    ],
)
def test_it_says_what_is_wrong_with_a_header(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    path = _write(tmp_path, text)

    with pytest.raises(ContentError) as caught:
        load_content(path)

    assert (caught.value.path, caught.value.line) == (path, line)
    assert caught.value.problem == problem
    assert caught.value.hint


def test_it_says_on_which_line_a_file_stops_being_text(tmp_path: Path) -> None:
    path = tmp_path / "some.md"
    path.write_bytes(b"+++\na = 1\nb = '\xff'\n+++\n")

    with pytest.raises(ContentError, match="not UTF-8") as caught:
        load_content(path)

    assert caught.value.line == 3


def test_a_missing_file_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no such file"):
        load_content(tmp_path / "none.md")


def test_windows_line_ends_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "some.md"
    path.write_bytes(b"\xef\xbb\xbf+++\r\na = 1\r\n+++\r\nText.\r\n")

    file = load_content(path)

    assert file.header == {"a": 1}
    assert file.body == "Text.\n"


def test_content_ships_with_the_package() -> None:
    assert (CONTENT / "en").is_dir()
