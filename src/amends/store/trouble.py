"""Turn what the database and the disk say into one clear sentence."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import Error

from amends.store.errors import (
    Busy,
    DamagedFile,
    DatabaseAway,
    DiskTrouble,
    FullDisk,
    MissingFile,
    NoAccount,
    ReadOnlyDisk,
    StoreError,
)

LITTLE_ROOM = 1024 * 1024  # bytes; SQLite needs about this much to begin a transaction

# https://www.sqlite.org/rescode.html: the part before the detail
SQLITE = {
    "FULL": FullDisk,
    "READONLY": ReadOnlyDisk,
    "PERM": ReadOnlyDisk,
    "BUSY": Busy,
    "LOCKED": Busy,
    "CORRUPT": DamagedFile,
    "NOTADB": DamagedFile,
    "IOERR": DiskTrouble,
    "CANTOPEN": ReadOnlyDisk,
    "CONSTRAINT_FOREIGNKEY": NoAccount,  # it was deleted in another window
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html: a code, or its class
POSTGRESQL = {
    "53100": FullDisk,
    "53": DatabaseAway,
    "25006": ReadOnlyDisk,
    "55P03": Busy,
    "40": Busy,
    "57": DatabaseAway,
    "58": DiskTrouble,
    "08": DatabaseAway,
    "23503": NoAccount,  # a foreign key: it was deleted in another window
    "XX": DamagedFile,
}
FILES = {
    errno.ENOSPC: FullDisk,
    errno.EDQUOT: FullDisk,
    errno.EFBIG: FullDisk,
    errno.EROFS: ReadOnlyDisk,
    errno.EACCES: ReadOnlyDisk,
    errno.EPERM: ReadOnlyDisk,
}


@contextmanager
def told_plainly(alias: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Raise a StoreError where the database raises one of its own; other errors pass."""
    try:
        yield
    except Error as error:
        known = _from_database(error, alias)
        if known is None:
            raise
        raise known from error


@contextmanager
def files_told_plainly() -> Iterator[None]:
    """Raise a StoreError where the file system raises an OSError."""
    try:
        yield
    except OSError as error:
        kind = FILES.get(error.errno or 0, DiskTrouble)
        raise kind from error


def database_file(alias: str = DEFAULT_DB_ALIAS) -> Path | None:
    """Return the SQLite file behind an alias; None for a server or a database in memory."""
    name = str(connections[alias].settings_dict["NAME"])
    is_file = name.startswith("file:///") and "mode=memory" not in name
    return Path(url2pathname(urlsplit(name).path)) if is_file else None


def _from_database(error: Error, alias: str) -> StoreError | None:
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error):
        return _from_sqlite(cause, database_file(alias))
    if connections[alias].vendor == "postgresql":
        return _from_postgresql(cause)
    return None


def _from_sqlite(cause: sqlite3.Error, path: Path | None) -> StoreError | None:
    name = getattr(cause, "sqlite_errorname", "").removeprefix("SQLITE_")
    if path and not path.exists():
        return MissingFile()
    if name.startswith("IOERR") and path and shutil.disk_usage(path.parent).free < LITTLE_ROOM:
        return FullDisk()
    if name == "ERROR" and "no such table" in str(cause):
        return DamagedFile()
    kind = SQLITE.get(name) or SQLITE.get(name.partition("_")[0])
    return kind() if kind else None


def _from_postgresql(cause: BaseException | None) -> StoreError | None:
    code = getattr(cause, "sqlstate", None)
    if code is None:
        return DatabaseAway() if type(cause).__name__ == "OperationalError" else None
    kind = POSTGRESQL.get(code) or POSTGRESQL.get(code[:2])
    return kind() if kind else None
