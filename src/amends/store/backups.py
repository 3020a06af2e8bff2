"""One age file for one account, and the way back from that file alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.db import connections

from amends.store import archive
from amends.store.connection import FILE, database
from amends.store.errors import (
    DamagedBackup,
    FolderNotEmpty,
    NoSuchFile,
    WrongBackupPassphrase,
)
from amends.store.files import refuse_taken, write_new
from amends.store.models import Account
from amends.store.names import AccountName
from amends.store.preparing import prepare
from amends.store.trouble import files_told_plainly
from amends.store.vault import Vault
from amends.vault import VaultError, WrongSecret, open_backup, seal_backup

ALIAS = "restored"


def back_up(vault: Vault, path: Path, passphrase: str) -> None:
    """Write the account into one new file, as `back_up_bytes` does.

    Raises FileInTheWay, FullDisk, ReadOnlyDisk.
    """
    refuse_taken(path)
    write_new(path, back_up_bytes(vault, passphrase))


def back_up_bytes(vault: Vault, passphrase: str) -> bytes:
    """Return the account as one age file, sealed with `passphrase`; its records stay sealed inside.

    It holds what was kept at one moment, also while others write. It opens with `passphrase`, and
    the account in it with the account's own passphrase or recovery code of that moment.
    """
    return seal_backup(archive.to_bytes(archive.collect(UUID(bytes=vault.account))), passphrase)


def restore(path: Path, passphrase: str, folder: Path, url: str = "") -> AccountName:
    """Put the account of a backup into a clean data folder, or into the database at `url`.

    Needs the file alone; nothing is written before the whole backup has been read. Raises
    NoSuchFile, WrongBackupPassphrase, DamagedBackup, NewerBackup, FolderNotEmpty, AccountExists.
    """
    if not path.is_file():
        raise NoSuchFile(path)
    if not url:
        _refuse_other_files(folder)
    with files_told_plainly():
        found = _read(path.read_bytes(), passphrase)
    with _opened(folder, url):
        if not url and Account.objects.using(ALIAS).exists():
            raise FolderNotEmpty(folder)
        return archive.put_back(found, ALIAS)


def restore_bytes(sealed: bytes, passphrase: str) -> AccountName:
    """Put the account of a backup into the database that is open now.

    Raises WrongBackupPassphrase, DamagedBackup, NewerBackup, AccountExists.
    """
    return archive.put_back(_read(sealed, passphrase))


def _read(sealed: bytes, passphrase: str) -> archive.Archive:
    try:
        return archive.from_bytes(open_backup(sealed, passphrase))
    except WrongSecret as error:
        raise WrongBackupPassphrase from error
    except VaultError as error:
        raise DamagedBackup from error


def _refuse_other_files(folder: Path) -> None:
    """A folder is clean when it holds nothing but a database of ours (and that, no account)."""
    with files_told_plainly():
        if folder.exists() and any(not one.name.startswith(FILE) for one in folder.iterdir()):
            raise FolderNotEmpty(folder)


@contextmanager
def _opened(folder: Path, url: str) -> Iterator[None]:
    """Name the database of the folder to Django for as long as it takes."""
    is_new = not url and not (folder / FILE).exists()
    connections.settings[ALIAS] = {**connections.settings["default"], **database(folder, url)}
    try:
        prepare(ALIAS)
        yield
    except BaseException:
        connections[ALIAS].close()
        if is_new:
            _remove(folder)
        raise
    finally:
        connections[ALIAS].close()
        del connections[ALIAS], connections.settings[ALIAS]


def _remove(folder: Path) -> None:
    for one in folder.glob(f"{FILE}*"):
        one.unlink()
