"""Every connection has the options that durability and privacy rest on."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, transaction

from amends.store import UnknownDatabase, database
from amends.store.connection import FILE


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("fullfsync", 1),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("temp_store", 2),  # MEMORY
        ("busy_timeout", 5000),
    ],
)
def test_every_connection_has_the_options(pragma: str, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")

        assert cursor.fetchone()[0] == value


def test_a_transaction_takes_the_lock_when_it_begins(sqlite: Path) -> None:
    other = sqlite3.connect(sqlite / FILE, timeout=0)
    with transaction.atomic(), closing(other), pytest.raises(sqlite3.OperationalError) as locked:
        other.execute("BEGIN IMMEDIATE")

    assert locked.value.sqlite_errorname == "SQLITE_BUSY"


def test_the_entry_is_known_before_django_is(tmp_path: Path) -> None:
    code = "from pathlib import Path; from amends.store import database; print(database(Path('x')))"
    environment = {"PATH": "", "HOME": str(tmp_path)}

    program = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment
    )

    assert "IMMEDIATE" in program.stdout


def test_making_the_entry_makes_no_folder(tmp_path: Path) -> None:
    database(tmp_path / "new")

    assert not (tmp_path / "new").exists()


def test_a_server_has_its_own_entry() -> None:
    entry = database(Path(), "postgres://amends:secret@db.example:5433/amends?sslmode=require")

    assert (entry["HOST"], entry["PORT"], entry["USER"]) == ("db.example", 5433, "amends")
    assert entry["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize("url", ["mysql://a:secret@b/c", "secret", "postgres://a:secret@b:x/c"])
def test_an_unknown_address_is_refused_without_quoting_it(url: str) -> None:
    with pytest.raises(UnknownDatabase) as problem:
        database(Path(), url)

    assert "secret" not in str(problem.value)
    assert problem.value.__cause__ is None
