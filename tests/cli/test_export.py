"""`amends export` writes plain text, and lets out no letter that the gate holds."""

from pathlib import Path

import pytest

from amends.contact import State
from amends.store.models import Record
from tests.cli.conftest import CANARY, Amends, Notes, agree
from tests.store.cast import ALICE


def written(folder: Path) -> str:
    return "".join(path.read_text() for path in folder.iterdir())


def test_everything_comes_along_but_the_letter_in_the_drawer(
    notes: Notes, amends: Amends, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    said = amends("export", out, "--data", notes.folder, stdin=ALICE)

    assert said.code == 0
    assert f"{CANARY} sent" in written(out)
    assert f"{CANARY} held" not in written(out)
    assert said.out == (
        f"The export is in {out}: 3 records, as plain text.\n"
        "Left out, such as letters in the drawer: 1.\n"
    )


@pytest.mark.parametrize("state", [State.SPACE, State.SAID_NO, State.NO_REPLY, State.LEGAL_ORDER])
def test_a_closed_gate_holds_every_letter(
    notes: Notes, amends: Amends, tmp_path: Path, state: State
) -> None:
    agree(notes, state)
    said = amends("export", tmp_path / "out", "--data", notes.folder, stdin=ALICE)

    assert "in the drawer: 2." in said.out
    assert f"{CANARY} sent" not in written(tmp_path / "out")
    assert (tmp_path / "out" / "agreement.json").exists()


def test_it_says_what_amends_is_not(notes: Notes, amends: Amends, tmp_path: Path) -> None:
    amends("export", tmp_path / "out", "--data", notes.folder, stdin=ALICE)

    assert "not therapy" in (tmp_path / "out" / "README.md").read_text()


def test_it_says_that_it_is_plain_text_before_it_asks(
    notes: Notes, amends: Amends, tmp_path: Path
) -> None:
    said = amends("export", tmp_path / "out", "--data", notes.folder, stdin="")

    assert said.err.startswith("The folder will be plain text: whoever opens it can read it.\n")
    assert not (tmp_path / "out").exists()


def test_a_gate_that_cannot_be_asked_is_closed(
    notes: Notes, amends: Amends, tmp_path: Path
) -> None:
    agreement = Record.objects.order_by("number")[0]
    Record.objects.filter(number=agreement.number).update(sealed=bytes(len(agreement.sealed)))
    said = amends("export", tmp_path / "out", "--data", notes.folder, stdin=ALICE)

    assert said.code == 1
    assert "in the drawer: 2.\nDamaged, and not readable: 1." in said.out


@pytest.mark.parametrize("is_file", [True, False])
def test_what_is_there_already_stays(
    notes: Notes, amends: Amends, tmp_path: Path, is_file: bool
) -> None:
    taken = tmp_path / "data" / "notes.sqlite3" if is_file else tmp_path
    before = notes.folder.joinpath("notes.sqlite3").read_bytes()

    said = amends("export", taken, "--data", notes.folder, stdin=ALICE)

    assert (said.code, said.out) == (2, "")
    assert ("this is a file" if is_file else "is not empty") in said.err
    assert notes.folder.joinpath("notes.sqlite3").read_bytes() == before


def test_nothing_that_was_written_is_told(notes: Notes, amends: Amends, tmp_path: Path) -> None:
    said = amends("export", tmp_path / "out", "--data", notes.folder, stdin=ALICE)

    assert CANARY not in said.out + said.err
