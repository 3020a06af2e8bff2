"""`amends doctor` looks, says how things are in plain sentences, and changes nothing."""

from functools import partial
from pathlib import Path

import pytest

from amends import listener
from amends.store.connection import FILE
from amends.store.models import FormatVersion
from amends.store.preparing import FORMAT
from tests.cli.conftest import CANARY, Amends, Notes
from tests.listener.model import needs_model
from tests.store.cast import BOB, new_member

LISTENER = listener.Listener


class Quiet:
    """A listener that is sound and hears nothing."""

    @classmethod
    def load(cls) -> "Quiet":
        return cls()

    def hear(self, _text: str) -> list[listener.Heard]:
        return []


@pytest.fixture(autouse=True)
def _listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what these tests say of folders apart from the model."""
    monkeypatch.setattr(listener, "Listener", Quiet)


@pytest.fixture
def confirmed(notes: Notes) -> Notes:
    notes.vault.confirm_recovery_code(notes.alice.code)
    return notes


def test_a_sound_folder_needs_no_care(confirmed: Notes, amends: Amends) -> None:
    said = amends("doctor", "--data", confirmed.folder)

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(
        f"The data folder is {confirmed.folder}.\n"
        "Nobody but you can open it.\n"
        "The database opens, and its check of itself found nothing wrong.\n"
        "No newer version of amends has written in it.\n"
        "It holds one account.\n"
        "Its recovery code was typed back once, as it should be.\n"
        "Free on this disk: "
    )
    assert said.out.endswith(
        " GB.\nThe coach's second listener is there, and reads.\nNothing needs care.\n"
    )


def test_a_code_that_was_never_typed_back_needs_care(notes: Notes, amends: Amends) -> None:
    said = amends("doctor", "--data", notes.folder)

    assert said.code == 1
    assert "A recovery code was never typed back" in said.out
    assert "  Needs care: open amends, then Settings" in said.out


def test_it_counts_accounts(confirmed: Notes, amends: Amends) -> None:
    new_member(BOB)

    assert "It holds 2 accounts." in amends("doctor", "--data", confirmed.folder).out


def test_a_folder_that_stands_open_needs_care_and_is_left_as_it_is(
    confirmed: Notes, amends: Amends
) -> None:
    confirmed.folder.chmod(0o755)

    said = amends("doctor", "--data", confirmed.folder)

    assert said.code == 1
    assert f"close it with: chmod 700 {confirmed.folder}" in said.out
    assert confirmed.folder.stat().st_mode & 0o777 == 0o755


def test_a_damaged_database_needs_care(notes: Notes, amends: Amends) -> None:
    (notes.folder / FILE).write_bytes(CANARY.encode() * 999)

    said = amends("doctor", "--data", notes.folder)

    assert said.code == 1
    assert "The file with your notes is damaged.\n  Needs care: Leave it as it is" in said.out


def test_a_newer_version_is_told(notes: Notes, amends: Amends) -> None:
    FormatVersion.objects.create(version=FORMAT + 1)

    said = amends("doctor", "--data", notes.folder)

    assert said.code == 1
    assert "This folder was written by a newer version of amends.\n  Needs care: " in said.out


def test_a_folder_without_its_database_needs_care(notes: Notes, amends: Amends) -> None:
    (notes.folder / FILE).rename(notes.folder / "moved")

    said = amends("doctor", "--data", notes.folder)

    assert said.code == 1
    assert "The file with your notes is not in its folder." in said.out


@pytest.mark.usefixtures("notes")
def test_before_the_first_start_there_is_nothing_to_care_for(
    amends: Amends, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir(mode=0o700)
    told = [amends("doctor", "--data", tmp_path / name) for name in ("none", "empty")]

    assert [said.code for said in told] == [0, 0]
    assert f"There is no folder {tmp_path / 'none'} yet" in told[0].out
    assert "It is empty: nothing has been kept in it yet." in told[1].out
    assert not (tmp_path / "none").exists()


@pytest.mark.usefixtures("notes")
def test_the_address_of_a_server_is_not_told(
    amends: Amends, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://alice:{CANARY}@127.0.0.1:1/notes")

    said = amends("doctor")

    assert said.code == 1
    assert said.out.startswith("Your notes are on the database server that DATABASE_URL names.\n")
    assert "The database does not answer." in said.out
    assert CANARY not in said.out + said.err


def test_it_tells_the_whole_path(
    confirmed: Notes, amends: Amends, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(confirmed.folder.parent)

    assert amends("doctor", "--data", "data").out.startswith(
        f"The data folder is {confirmed.folder}.\n"
    )


@pytest.mark.parametrize(
    ("files", "finding"),
    [
        ([], "The coach's second listener is not there."),
        (["model.onnx"], "The coach's second listener is there, and cannot be read."),
        (["model.onnx", "labels.json"], "The coach's second listener is there, and cannot be"),
    ],
)
@pytest.mark.usefixtures("notes")
def test_a_listener_that_does_not_read_needs_care(
    amends: Amends,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    files: list[str],
    finding: str,
) -> None:
    (tmp_path / "en").mkdir()
    for file in files:
        (tmp_path / "en" / file).write_text("{}")
    monkeypatch.setattr(listener, "Listener", LISTENER)
    monkeypatch.setattr(LISTENER, "load", partial(LISTENER.load, "en", tmp_path))

    said = amends("doctor", "--data", tmp_path / "none")

    assert said.code == 1
    assert finding in said.out
    assert "  Needs care: install amends again" in said.out


@needs_model
@pytest.mark.usefixtures("notes")
def test_the_listener_that_ships_reads(
    amends: Amends, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(listener, "Listener", LISTENER)

    said = amends("doctor", "--data", tmp_path / "none")

    assert (said.code, said.err) == (0, "")
    assert "second listener is there, and reads." in said.out
