"""When the disk or the database fails: one clear sentence, and nothing that was kept is lost."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from pwd import getpwnam
from tempfile import mkdtemp
from threading import Thread
from typing import Any

import pytest
from django.db import connection, connections, transaction
from pytest_django import DjangoDbBlocker

from amends.store import (
    Busy,
    ChangedElsewhere,
    DamagedFile,
    DatabaseAway,
    FullDisk,
    NoAccount,
    ReadOnlyDisk,
    StoreError,
    Vault,
    accounts,
    begin_session,
    database,
    destroy,
)
from amends.store.connection import FILE
from amends.store.models import Record
from amends.store.wall import writing
from tests.store.cast import Cast, Note, connected, server_entry, vault_of
from tests.store.disks import make_room
from tests.store.postgresql import Server


@pytest.mark.asvs("V16.5.2", "V16.5.3")
def test_a_full_disk_keeps_what_was_kept(full_disk: Path, cast: Cast) -> None:
    alice = vault_of(cast)
    kept = alice.all(Note)

    with pytest.raises(FullDisk):
        alice.put(Note("one more"))
    assert alice.all(Note) == kept != []
    assert full_disk.exists()


def test_a_full_disk_saves_again_once_there_is_room(full_disk: Path, cast: Cast) -> None:
    kept = vault_of(cast).all(Note)
    make_room(full_disk)
    again = vault_of(cast).put(Note("one more"))

    assert vault_of(cast).all(Note) == [*kept, again]


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the right of root to write where nobody may."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def read_only_folder(cast: Cast) -> Iterator[Path]:
    """A data folder that may be read and not written."""
    parent = Path(mkdtemp())
    folder = shutil.copytree(cast.folder, parent / "data")
    for one, mode in ((folder / FILE, 0o444), (folder, 0o555), (parent, 0o755)):
        one.chmod(mode)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(parent)


def test_a_read_only_folder_is_told(
    read_only_folder: Path, cast: Cast, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock(), as_nobody(), connected(database(read_only_folder)):
        with pytest.raises(ReadOnlyDisk):
            vault_of(cast).put(Note("one"))
        with pytest.raises(ReadOnlyDisk):
            Vault.open(cast.alice.archive.account.bytes, cast.alice.passphrase)


def test_a_disk_that_becomes_read_only_while_open_is_told(sqlite: Path, cast: Cast) -> None:
    kept = vault_of(cast).put(Note("one"))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only=ON")

    with pytest.raises(ReadOnlyDisk):
        vault_of(cast).put(Note("two"))
    assert vault_of(cast).all(Note) == [kept]
    assert sqlite.exists()


@pytest.mark.parametrize("damage", [b"no database at all" * 400, b"", b"SQLite format 3\x00" * 400])
def test_a_damaged_file_is_told(
    folder: Path, damage: bytes, django_db_blocker: DjangoDbBlocker
) -> None:
    (folder / FILE).write_bytes(damage)

    with django_db_blocker.unblock(), connected(database(folder)), pytest.raises(DamagedFile):
        accounts()
    assert (folder / FILE).read_bytes()[: len(damage)] == damage or not damage


def test_damage_in_the_middle_is_told(
    folder: Path, cast: Cast, django_db_blocker: DjangoDbBlocker
) -> None:
    size = (folder / FILE).stat().st_size
    with (folder / FILE).open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))

    with django_db_blocker.unblock(), connected(database(folder)), pytest.raises(DamagedFile):
        vault_of(cast).put(Note("one"))


def test_a_database_held_by_another_window_is_told(
    folder: Path, cast: Cast, django_db_blocker: DjangoDbBlocker
) -> None:
    entry = database(folder)
    entry["OPTIONS"]["timeout"] = 0.05
    with django_db_blocker.unblock(), connected(entry):
        kept = vault_of(cast).put(Note("one"))
        with closing(sqlite3.connect(folder / FILE)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(Busy):
                vault_of(cast).put(Note("two"))
            assert vault_of(cast).all(Note) == [kept]


@pytest.mark.postgresql
def test_a_row_held_by_another_window_is_told(
    server_database: Server, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert server_database
    monkeypatch.setattr("amends.store.wall.WAIT_SECONDS", 0.05)
    alice = vault_of(cast)
    kept = alice.put(Note("one"))
    failed: list[StoreError] = []
    with writing(cast.alice.archive.account):
        list(Record.objects.select_for_update())
        in_threads([lambda: alice.put(Note("two"), kept.id, 1)], failed)

    assert [type(error) for error in failed] == [Busy]
    assert alice.all(Note) == [kept]


@pytest.mark.postgresql
def test_a_database_server_that_only_reads_is_told(
    server: Server, server_database: Server, cast: Cast
) -> None:
    assert server_database
    entry = server_entry(server)
    entry["OPTIONS"] = {"options": "-c default_transaction_read_only=on"}

    with connected(entry), pytest.raises(ReadOnlyDisk):
        vault_of(cast).put(Note("one"))


@pytest.mark.asvs("V16.5.2")
def test_a_database_server_that_is_away_is_told(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    entry = database(tmp_path, "postgres://amends@%2Fnowhere/amends")

    with django_db_blocker.unblock(), connected(entry), pytest.raises(DatabaseAway):
        accounts()


def in_threads(tasks: list[Callable[[], Any]], failed: list[StoreError]) -> None:
    """Run all at the same time, each with a connection of its own."""

    def run(task: Callable[[], Any]) -> None:
        try:
            task()
        except StoreError as error:
            failed.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.asvs("V2.3.4")
def test_of_many_tabs_at_once_one_wins_and_the_others_are_told(alice: Vault) -> None:
    kept = alice.put(Note("as it was"))
    failed: list[StoreError] = []
    tabs = [lambda text=str(n): alice.put(Note(text), kept.id, 1) for n in range(6)]
    in_threads(tabs, failed)  # type: ignore[arg-type]

    assert [type(error) for error in failed] == [ChangedElsewhere] * 5
    assert alice.get(Note, kept.id).revision == 2


def test_many_tabs_at_once_all_keep_their_own(alice: Vault) -> None:
    failed: list[StoreError] = []
    in_threads([lambda: alice.put(Note("one")) for _ in range(8)], failed)

    assert failed == []
    assert len(alice.all(Note)) == 8


def test_an_account_deleted_in_another_window_is_told(alice: Vault) -> None:
    destroy(alice.account)

    with pytest.raises(NoAccount):
        alice.put(Note("one"))
    with pytest.raises(NoAccount):
        begin_session(alice)


def test_an_error_of_the_program_stays_what_it_is(alice: Vault) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic(), alice.at_once():
        alice.put(Note(str(1 // 0)))
