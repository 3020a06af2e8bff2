"""`amends content check --helplines`: what nobody has compared with its official page."""

from pathlib import Path

import pytest

from amends.cli import main

GERMANY = """\
name = "Germany"

[[line]]
kind = "emergency"
number = "112"

[[line]]
kind = "suicide"
number = "116 123"
source = "https://www.example.org"
checked = 2020-01-01
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "helplines"
    home.mkdir()
    for name in ("kinds", "fallback"):
        text = (Path("src/amends/content/helplines") / f"{name}.toml").read_text(encoding="utf-8")
        (home / f"{name}.toml").write_text(text, encoding="utf-8")
    (home / "de.toml").write_text(GERMANY, encoding="utf-8")
    return tmp_path


def check(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["content", "check", "--helplines", *words])
    return int(left.value.code or 0)


def test_it_lists_what_is_unconfirmed_and_what_is_old(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = check(str(folder))

    first, second, last = capsys.readouterr().out.splitlines()
    assert code == 0
    assert first == "de.toml:3: emergency, 112: unconfirmed"
    assert second.startswith("de.toml:7: suicide, 116 123: checked ")
    assert second.endswith(" days ago, see https://www.example.org")
    assert last == "2 to check: 1 unconfirmed, 1 checked long ago"


def test_a_mistake_is_told_in_place_of_the_list(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "helplines" / "de.toml").write_text(GERMANY.replace("suicide", "suicid"))

    code = check(str(folder))

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert "de.toml:8: `kind` is not one of: emergency" in told.err


def test_of_what_ships_all_is_unconfirmed(capsys: pytest.CaptureFixture[str]) -> None:
    code = check()

    last = capsys.readouterr().out.splitlines()[-1]
    assert code == 0
    assert last.endswith(" unconfirmed, 0 checked long ago")
    assert int(last.split()[0]) > 400
