"""A backup is enough by itself, and opens for nobody without its passphrase."""

from pathlib import Path
from uuid import UUID

import pytest
from django.db import connections

from amends.store import (
    AccountExists,
    DamagedBackup,
    FileInTheWay,
    FolderNotEmpty,
    NewerBackup,
    NoSuchFile,
    Vault,
    WrongBackupPassphrase,
    accounts,
    back_up,
    database,
    restore,
    restore_bytes,
)
from amends.store import backups as room
from amends.store.archive import collect, from_bytes, put_back, to_bytes
from amends.store.models import Account
from amends.vault import seal_backup
from tests.store.cast import ALICE, Cast, Letter, Note, connected, vault_of
from tests.store.postgresql import Server

BACKUP = "the words on the drive"


def test_a_backup_brings_everything_back_from_the_file_alone(
    alice: Vault, cast: Cast, tmp_path: Path
) -> None:
    notes = [alice.put(Note("one")), alice.put(Note("two"))]
    letter = alice.put(Letter(to="Bob", lines=("I was late.",)))
    back_up(alice, tmp_path / "notes.age", BACKUP)
    found = restore(tmp_path / "notes.age", BACKUP, tmp_path / "new")

    assert (tmp_path / "notes.age").stat().st_mode & 0o777 == 0o600
    with connected(database(tmp_path / "new")):
        again = Vault.open(found.id, ALICE)
        assert (again.all(Note), again.all(Letter)) == (notes, [letter])
        assert Vault.recover(found.id, cast.alice.code, "nine slow owls")[0] == alice


@pytest.mark.postgresql
def test_a_backup_comes_back_into_a_database_server(
    cast: Cast, server_database: Server, backup: Path
) -> None:
    vault_of(cast).delete_everything()
    restore(backup, BACKUP, Path("/nowhere"), server_database.url("amends", "amends"))

    assert [one.name for one in accounts()] == ["Notebook 1", "Notebook 2"]


def test_a_backup_holds_one_account(alice: Vault, bob: Vault) -> None:
    alice.put(Note("hers"))
    bob.put(Note("his"))
    archive = collect(UUID(bytes=alice.account))

    assert archive.account.bytes == alice.account
    assert len(archive.records) == 1


def test_a_backup_is_sealed_and_its_records_stay_sealed_inside(alice: Vault) -> None:
    alice.put(Note("canary-7f3a"))
    plain = to_bytes(collect(UUID(bytes=alice.account)))

    assert b"canary" not in plain


def test_any_age_program_opens_it(sealed: bytes) -> None:
    assert sealed.startswith(b"age-encryption.org/v1\n-> scrypt ")


def test_an_archive_comes_back_to_the_letter(alice: Vault) -> None:
    alice.put(Note("one"))
    archive = collect(UUID(bytes=alice.account))

    assert from_bytes(to_bytes(archive)) == archive


def test_it_does_not_overwrite_a_file(alice: Vault, tmp_path: Path) -> None:
    path = tmp_path / "notes.age"
    path.write_bytes(b"an older backup")

    with pytest.raises(FileInTheWay):
        back_up(alice, path, BACKUP)
    assert path.read_bytes() == b"an older backup"


@pytest.fixture
def alice_on_sqlite(cast: Cast, sqlite: Path) -> Vault:
    assert sqlite.exists()
    return vault_of(cast)


@pytest.fixture(scope="module")
def sealed(cast: Cast) -> bytes:
    """A backup of Alice's account before she wrote anything. Sealing one takes a second or two."""
    return seal_backup(to_bytes(cast.alice.archive), BACKUP)


@pytest.fixture
def backup(sealed: bytes, tmp_path: Path) -> Path:
    (tmp_path / "notes.age").write_bytes(sealed)
    return tmp_path / "notes.age"


def test_another_passphrase_does_not_open_it(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongBackupPassphrase):
        restore(backup, ALICE, tmp_path / "new")

    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("keep", [0, 1, 100, -1])
def test_a_torn_backup_restores_nothing(backup: Path, tmp_path: Path, keep: int) -> None:
    backup.write_bytes(backup.read_bytes()[:keep])

    with pytest.raises(DamagedBackup):
        restore(backup, BACKUP, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile) as problem:
        restore(tmp_path / "gone.age", BACKUP, tmp_path / "new")

    assert "gone.age" in problem.value.problem


def test_a_folder_with_other_files_is_refused(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "photo.jpg").write_bytes(b"")

    with pytest.raises(FolderNotEmpty):
        restore(backup, BACKUP, tmp_path / "used")
    assert [one.name for one in (tmp_path / "used").iterdir()] == ["photo.jpg"]


def test_a_folder_with_an_account_is_refused(backup: Path, sqlite: Path) -> None:
    with pytest.raises(FolderNotEmpty):
        restore(backup, BACKUP, sqlite)

    assert len(accounts()) == 2


@pytest.mark.usefixtures("sqlite")
def test_what_fails_half_way_leaves_a_clean_folder(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("amends.store.archive.Record", None)  # fails after account and slots

    with pytest.raises(AttributeError):
        restore(backup, BACKUP, tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []
    assert room.ALIAS not in connections.settings


def test_an_account_is_not_restored_over_itself(alice_on_sqlite: Vault, sealed: bytes) -> None:
    kept = alice_on_sqlite.put(Note("one"))

    with pytest.raises(AccountExists):
        restore_bytes(sealed, BACKUP)
    assert alice_on_sqlite.all(Note) == [kept]


def test_a_backup_comes_back_after_everything_was_deleted(alice: Vault) -> None:
    kept = alice.put(Note("one"))
    archive = collect(UUID(bytes=alice.account))
    alice.delete_everything()
    put_back(from_bytes(to_bytes(archive)))

    assert Vault.open(alice.account, ALICE).all(Note) == [kept]


def test_a_name_that_is_taken_by_now_gets_another(alice: Vault, cast: Cast) -> None:
    archive = collect(UUID(bytes=alice.account))
    alice.delete_everything()
    Account.objects.filter(id=cast.bob.archive.account).update(name=archive.name)

    assert put_back(archive).name == "Notebook 2"


def test_a_backup_of_a_newer_amends_says_so() -> None:
    with pytest.raises(NewerBackup):
        from_bytes(b'{"version": 2, "what": []}')


@pytest.mark.parametrize("plain", [b"", b"[]", b'{"version": 1}', b'{"version": "x"}', b"\xff"])
def test_an_archive_of_something_else_is_damaged(plain: bytes) -> None:
    with pytest.raises(DamagedBackup):
        from_bytes(plain)
