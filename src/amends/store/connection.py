"""Where the tables live: one SQLite file in the data folder, or PostgreSQL."""

from pathlib import Path
from typing import Any

import dj_database_url

from amends.store.errors import UnknownDatabase

FILE = "notes.sqlite3"  # says nothing about what is in it
WAIT_SECONDS = 5  # for another window's transaction, before `Busy`

# FULL, because NORMAL lost acknowledged commits in two of five simulated power cuts; fullfsync is
# the same promise on macOS. secure_delete overwrites what is deleted; temp_store keeps temporary
# tables off the disk.
PRAGMAS = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
PRAGMA fullfsync=ON;
PRAGMA checkpoint_fullfsync=ON;
PRAGMA trusted_schema=OFF;
PRAGMA secure_delete=ON;
PRAGMA temp_store=MEMORY;
PRAGMA cell_size_check=ON
"""


def database(folder: Path, url: str = "") -> dict[str, Any]:
    """Return the entry for Django's `DATABASES`; touches neither the folder nor the server.

    `url` is a PostgreSQL address (`DATABASE_URL`); without one, a file in `folder` is used.
    Raises UnknownDatabase.
    """
    return _server(url) if url else _file(folder / FILE)


def _file(path: Path) -> dict[str, Any]:
    # mode=rw: a missing file is an error to be told, never a new and empty database.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{path.absolute().as_uri()}?mode=rw",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "init_command": PRAGMAS,
            "timeout": WAIT_SECONDS,
            "transaction_mode": "IMMEDIATE",
        },
    }


def _server(url: str) -> dict[str, Any]:
    if not url.startswith(("postgres://", "postgresql://")):
        raise UnknownDatabase
    try:
        entry = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    except ValueError:
        # The address holds a password, and the parser's message may quote it.
        raise UnknownDatabase from None
    return dict(entry)
