"""`amends delete` works while locked, says what survives, and asks first."""

import sqlite3
from contextlib import closing

import pytest
from django.db import connection

from amends.store import accounts
from amends.store.connection import FILE
from tests.cli.conftest import CANARY, Amends, Notes
from tests.store.cast import BOB, new_member


@pytest.mark.parametrize(("words", "typed"), [(["--yes"], ""), ([], "delete\n"), ([], " DELETE ")])
def test_everything_goes(notes: Notes, amends: Amends, words: list[str], typed: str) -> None:
    said = amends("delete", *words, "--data", notes.folder, stdin=typed)

    assert (said.code, said.out) == (0, "Everything is deleted.\n")
    assert accounts() == []


def test_it_names_what_survives(notes: Notes, amends: Amends) -> None:
    told = amends("delete", "--yes", "--data", notes.folder).err

    assert "Nobody can bring it back." in told
    assert "backups and folders that you saved" in told
    assert "in your browser" in told


@pytest.mark.parametrize("typed", ["", "yes\n", "delet\n", f"{CANARY}\n"])
def test_any_other_word_deletes_nothing(notes: Notes, amends: Amends, typed: str) -> None:
    said = amends("delete", "--data", notes.folder, stdin=typed)

    assert (said.code, said.out) == (2, "")
    assert "amends: nothing was deleted\nhint: " in said.err
    assert CANARY not in said.err
    assert len(accounts()) == 1


def test_of_several_accounts_one_has_to_be_named(notes: Notes, amends: Amends) -> None:
    new_member(BOB)
    alice, bob = accounts()
    unnamed = amends("delete", "--yes", "--data", notes.folder)
    unknown = amends("delete", "--yes", "--data", notes.folder, "--account", CANARY)
    named = amends("delete", "--yes", "--data", notes.folder, "--account", alice.name)

    assert "amends: there are several accounts here\n" in unnamed.err
    assert "amends: there is no account of this name here\n" in unknown.err
    assert CANARY not in unknown.err
    assert (unnamed.code, unknown.code, named.code) == (2, 2, 0)
    assert accounts() == [bob]


def test_a_damaged_file_goes_as_a_whole(notes: Notes, amends: Amends) -> None:
    (notes.folder / FILE).write_bytes(b"no database at all" * 400)

    said = amends("delete", "--yes", "--data", notes.folder)

    assert (said.code, said.out) == (0, "Everything is deleted.\n")
    assert not (notes.folder / FILE).exists()


def test_in_a_damaged_file_no_single_account_goes(notes: Notes, amends: Amends) -> None:
    (notes.folder / FILE).write_bytes(b"no database at all" * 400)

    said = amends("delete", "--yes", "--data", notes.folder, "--account", "Notebook 1")

    assert (said.code, said.out) == (2, "")
    assert "The file with your notes is damaged." in said.err
    assert (notes.folder / FILE).exists()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amends.store.connection.WAIT_SECONDS", 0)


@pytest.mark.usefixtures("impatient")
def test_while_another_window_saves_nothing_goes(notes: Notes, amends: Amends) -> None:
    with closing(sqlite3.connect(notes.folder / FILE)) as other:
        other.execute("BEGIN IMMEDIATE")
        said = amends("delete", "--yes", "--data", notes.folder)

    assert (said.code, said.out) == (2, "")
    assert "amends: another window is still saving, so nothing was deleted\n" in said.err
    assert len(accounts()) == 1


@pytest.mark.usefixtures("impatient")
def test_while_another_window_reads_the_notes_go_and_it_says_so(
    notes: Notes, amends: Amends
) -> None:
    name = notes.alice.archive.account.hex.encode()
    assert name in (notes.folder / FILE).read_bytes()
    with closing(sqlite3.connect(notes.folder / FILE)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM store_account").fetchone()
        said = amends("delete", "--yes", "--data", notes.folder)
        connection.close()
    left = b"".join(one.read_bytes() for one in notes.folder.iterdir())

    assert said.code == 1
    assert said.out.startswith("Everything is deleted, but amends still runs")
    assert accounts() == []
    assert name not in left
