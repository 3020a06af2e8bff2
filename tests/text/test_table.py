from pathlib import Path

import pytest

from amends.text import ContentError, load_table


def write(folder: Path, text: bytes) -> Path:
    path = folder / "some.toml"
    path.write_bytes(text)
    return path


def test_it_knows_the_line_of_every_key(tmp_path: Path) -> None:
    file = load_table(write(tmp_path, b'a = 1\n\n[[line]]\nkind = "x"\n[[line]]\nkind = "y"\n'))

    assert file.header["line"] == [{"kind": "x"}, {"kind": "y"}]
    assert [file.line_of(key) for key in ("a", "line.0", "line.1.kind")] == [1, 3, 6]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (b"a = 1\nb = \n", 2, "the file is not TOML: Invalid value"),
        (b"a = 1\na = 2\n", 2, "the file is not TOML: Cannot overwrite a value"),
        (b"a = [1,\n", 1, "the file is not TOML: Invalid value"),
        (b"a = '\xff'", 1, "this is not UTF-8 text"),
    ],
)
def test_it_says_what_is_wrong(tmp_path: Path, text: bytes, line: int, problem: str) -> None:
    path = write(tmp_path, text)

    with pytest.raises(ContentError) as caught:
        load_table(path)

    assert (caught.value.path, caught.value.line, caught.value.problem) == (path, line, problem)
    assert caught.value.hint


def test_it_says_when_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no such file"):
        load_table(tmp_path / "some.toml")
