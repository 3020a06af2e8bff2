"""Alice's notes in a data folder, and commands that work on them."""

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest
from pytest_django import DjangoDbBlocker

from amends.cli import main
from amends.contact import Agreement, Draft, DraftVersion, State, Terms, begin
from amends.store import Vault, database, prepare
from tests.store.cast import ALICE, Member, connected, new_member

CANARY = "canary-7f3a"
NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Said:
    """What a command left: its exit code, standard output, and standard error."""

    code: int
    out: str
    err: str


Amends = Callable[..., Said]


@dataclass(frozen=True)
class Notes:
    """A data folder, and the one whose notes are in it."""

    folder: Path
    alice: Member

    @property
    def vault(self) -> Vault:
        """Return the open vault."""
        return Vault.resume(self.alice.archive.account.bytes, self.alice.account_key)


@pytest.fixture
def amends(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Amends:
    """Return how to call a command; its standard input is no terminal."""

    def call(*words: object, stdin: str | bytes = b"") -> Said:
        typed = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8"))
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        told = capsys.readouterr()
        return Said(int(left.value.code or 0), told.out, told.err)

    return call


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Notes:
    """Make the account once: it costs two runs of Argon2."""
    folder = tmp_path_factory.mktemp("alice")
    with django_db_blocker.unblock(), connected(database(folder)):
        prepare()
        notes = Notes(folder, new_member(ALICE))
        notes.vault.put(begin(Terms(State.TOGETHER, words=CANARY), NOW))
        for sent in (None, NOW):
            versions = (DraftVersion(NOW, f"{CANARY} {'sent' if sent else 'held'}"),)
            notes.vault.put(Draft("apology", versions, put_away=NOW, taken_out=sent, sent=sent))
    return notes


@pytest.fixture
def notes(first: Notes, tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Notes]:
    """Open a copy, in which the two are together and one of two letters was sent."""
    folder = copytree(first.folder, tmp_path / "data")
    with django_db_blocker.unblock(), connected(database(folder)):
        yield Notes(folder, first.alice)


def agree(notes: Notes, state: State) -> None:
    """Change how things stand."""
    kept = notes.vault.all(Agreement)[-1]
    notes.vault.put(begin(Terms(state, words=CANARY), NOW), kept.id, kept.revision)
