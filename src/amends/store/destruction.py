"""Delete an account for ever. The key slots go first: without them nobody can read the rest."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from django.db import connection, transaction

from amends.store.connection import FILE
from amends.store.errors import Busy, DamagedFile, DiskTrouble, FullDisk, StoreError
from amends.store.models import Account, Attempts, KeySlot, Record, UnlockedSession
from amends.store.names import accounts
from amends.store.trouble import database_file, files_told_plainly, told_plainly
from amends.store.wall import writing


def destroy(account: bytes) -> None:
    """Delete everything of an account, locked or not; does nothing when there is no such account.

    On a full disk or in a damaged file no row can be deleted: then the file itself goes, unless it
    holds another account too. What survives: backups, exports, and what the disk may still hold of
    blocks that were overwritten. Raises StoreError when nothing could be done.
    """
    try:
        _destroy_rows(UUID(bytes=account))
    except (FullDisk, DamagedFile, DiskTrouble):
        path = database_file()
        if path is None or _holds_another(account):
            raise
        _destroy_file(path)


def _destroy_rows(account: UUID) -> None:
    # VACUUM is refused inside a transaction; better to find that out before anything is gone.
    transaction.get_connection().validate_no_atomic_block()
    with writing(account):
        KeySlot.objects.filter(account_id=account).delete()
        UnlockedSession.objects.filter(account_id=account).delete()
    _scrub_keys()
    with writing(account):
        Record.objects.filter(account_id=account).delete()
        Attempts.objects.filter(account_id=account).delete()
        Account.objects.filter(id=account).delete()
    _scrub_rows()


def _scrub_keys() -> None:
    """Leave no copy of a key slot or a session behind: not in the journal, not in a dead row."""
    if connection.vendor == "postgresql":
        _run("VACUUM FULL store_keyslot, store_unlockedsession")
        return
    # On a full disk the journal stays for now; `_scrub_rows` says so, after the rows are gone.
    with suppress(FullDisk):
        _empty_journal()


def _scrub_rows() -> None:
    """Give the room back, if there is enough to do so: the rows have been overwritten already."""
    if connection.vendor == "postgresql":
        _run("VACUUM store_record, store_attempts, store_account")
        return
    with suppress(FullDisk):
        _run("VACUUM")
    if not _empty_journal():
        raise Busy


def _empty_journal() -> bool:
    """Move the journal into the file and cut it; False while another window still reads from it."""
    return _run("PRAGMA wal_checkpoint(TRUNCATE)") == 0


def _run(statement: str) -> object:
    with told_plainly(), connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0] if cursor.description else None


def _holds_another(account: bytes) -> bool:
    """Whether anyone else's account can be read in this file."""
    try:
        return any(one.id != account for one in accounts())
    except StoreError:
        return False


def _destroy_file(path: Path) -> None:
    """Overwrite the database and its journal in place, which needs no room; then remove them."""
    connection.close()
    with files_told_plainly():
        for one in path.parent.glob(f"{FILE}*"):
            with one.open("r+b") as file:
                file.write(bytes(one.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            one.unlink()
