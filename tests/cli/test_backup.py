"""`amends backup` and `amends restore`: one file away, and back."""

from pathlib import Path

import pytest

from amends.contact import Draft
from amends.store import Vault, accounts, open_folder
from tests.cli.conftest import CANARY, Amends, Notes
from tests.store.cast import ALICE


@pytest.fixture
def backup(notes: Notes, amends: Amends, tmp_path: Path) -> Path:
    path = tmp_path / "notes.age"
    said = amends("backup", path, "--data", notes.folder, stdin=f"{ALICE}\n")
    assert (said.code, said.err) == (0, "")
    return path


def test_a_backup_comes_back_with_everything(backup: Path, amends: Amends, tmp_path: Path) -> None:
    new = tmp_path / "new"
    said = amends("restore", backup, "--data", new, stdin=f"{ALICE}\n")
    open_folder(new)
    vault = Vault.open(accounts()[0].id, ALICE)

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Your notes are back, in {new}.\n")
    assert len(vault.all(Draft)) == 2


def test_the_backup_does_not_come_over_other_notes(
    backup: Path, notes: Notes, amends: Amends
) -> None:
    said = amends("restore", backup, "--data", notes.folder, stdin=f"{ALICE}\n")

    assert (said.code, said.out) == (2, "")
    assert "is not empty, so nothing was written there" in said.err


def test_another_passphrase_restores_nothing(backup: Path, amends: Amends, tmp_path: Path) -> None:
    said = amends("restore", backup, "--data", tmp_path / "new", stdin=f"{CANARY}\n")

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("amends: This passphrase does not open the backup.\nhint: ")
    assert not (tmp_path / "new").exists()


def test_another_passphrase_backs_nothing_up(notes: Notes, amends: Amends, tmp_path: Path) -> None:
    path = tmp_path / "notes.age"

    said = amends("backup", path, "--data", notes.folder, stdin=f"{CANARY}\n")

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("amends: This passphrase does not open your notes.\nhint: ")
    assert not path.exists()


def test_an_older_backup_stays(notes: Notes, amends: Amends, tmp_path: Path) -> None:
    path = tmp_path / "notes.age"
    path.write_text("an older one")

    said = amends("backup", path, "--data", notes.folder)

    assert said.err.startswith(f"amends: There is a file {path} already")
    assert path.read_text() == "an older one"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("backup .", "this is a folder"),
        ("backup nowhere/notes.age", "there is no folder nowhere"),
        ("restore .", "this is a folder"),
        ("restore notes.age", "there is no such file"),
    ],
)
def test_a_place_that_cannot_be_used_is_told_before_the_passphrase(
    amends: Amends, words: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    said = amends(*words.split())

    assert (said.code, said.out) == (2, "")
    assert problem in said.err
    assert "hint: " in said.err


@pytest.mark.parametrize("command", [["restore"], ["content", "check"]])
@pytest.mark.parametrize("times", [1, 60])
def test_what_was_typed_is_not_repeated_when_nothing_has_that_name(
    amends: Amends, command: list[str], times: int
) -> None:
    said = amends(*command, f"I shoved {CANARY}. " * times)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("amends: there is no such f")
    assert CANARY not in said.err


@pytest.mark.parametrize("command", ["backup notes.age", "export out", "delete --yes"])
def test_a_mistyped_folder_is_told_and_not_made(
    notes: Notes, amends: Amends, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    said = amends(*command.split(), "--data", notes.folder / "new")

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"amends: there are no notes in {notes.folder / 'new'}\nhint: ")
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize("command", ["backup notes.age", "doctor", "run --no-browser"])
def test_a_file_is_no_data_folder(amends: Amends, command: str) -> None:
    said = amends(*command.split(), "--data", __file__)

    assert (said.code, said.out) == (2, "")
    assert said.err == f"amends: {__file__}: this is a file\nhint: name a folder\n"
