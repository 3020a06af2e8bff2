"""The tables can be used without the web app."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from platformdirs import user_data_path

from amends.store import (
    MissingFile,
    UnknownDatabase,
    accounts,
    data_folder,
    has_account,
    open_folder,
)
from tests.store.cast import Cast


def test_it_opens_a_folder_before_django_is_set_up(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from amends import store;"
        "store.open_folder(Path(sys.argv[1])); store.prepare(); print(len(store.accounts()))"
    )

    program = subprocess.run(
        [sys.executable, "-c", code, str(folder)], check=True, capture_output=True, text=True
    )

    assert (program.stdout, program.stderr) == ("2\n", "")


def test_a_later_call_opens_another_folder(sqlite: Path, cast: Cast, tmp_path: Path) -> None:
    other = copytree(cast.folder, tmp_path / "other")
    assert has_account()

    open_folder(other)
    sqlite.joinpath("notes.sqlite3").unlink()

    assert len(accounts()) == 2


@pytest.mark.usefixtures("sqlite")
def test_it_makes_nothing(tmp_path: Path) -> None:
    open_folder(tmp_path / "new")

    with pytest.raises(MissingFile):
        accounts()
    assert not (tmp_path / "new").exists()


def test_an_address_that_is_no_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownDatabase):
        open_folder(tmp_path, "mysql://alice@localhost/notes")


def test_the_data_folder_is_the_one_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMENDS_DATA", str(tmp_path))

    assert data_folder() == tmp_path


def test_without_a_name_it_lies_where_the_platform_keeps_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AMENDS_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    assert data_folder().is_relative_to(tmp_path)
    assert data_folder().name == "amends"


@pytest.mark.parametrize("inside", [None, "notes.sqlite3"])
def test_a_folder_with_a_neutral_name_is_used_when_there_is_one(
    inside: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    neutral = without_a_name(tmp_path, monkeypatch)
    neutral.mkdir(parents=True)
    if inside:
        (neutral / inside).touch()

    assert data_folder() == neutral


def test_a_folder_of_another_program_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    neutral = without_a_name(tmp_path, monkeypatch)
    neutral.mkdir(parents=True)
    (neutral / "shopping.txt").touch()

    assert data_folder().name == "amends"


def without_a_name(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name no folder; returns the neutral one's place."""
    monkeypatch.delenv("AMENDS_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "share"))
    monkeypatch.setenv("HOME", str(home))
    return user_data_path("notes", appauthor=False)
