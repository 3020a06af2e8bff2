"""Alice and Bob have an account each, in a database of the test's own: SQLite, then PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any, ClassVar
from uuid import UUID

import pytest
from django.db import connection, connections
from pytest_django import DjangoDbBlocker

from amends.store import Vault, database, prepare
from amends.store.archive import Archive, collect, put_back
from amends.vault import FLOOR
from tests.store import postgresql

ALICE = "seven quiet herons at dusk"
BOB = "eleven loud geese at dawn"


@dataclass(frozen=True)
class Note:
    """A record for these tests."""

    KIND: ClassVar[str] = "note"
    text: str = ""


@dataclass(frozen=True)
class Letter:
    """A record of another kind."""

    KIND: ClassVar[str] = "letter"
    to: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Member:
    """One of the cast: their account, key, passphrase and recovery code."""

    archive: Archive
    account_key: bytes
    passphrase: str
    code: str


@contextmanager
def connected(entry: dict[str, Any]) -> Iterator[None]:
    """Make a database the default one, for every thread, for as long as the block lasts."""
    before = connections.settings["default"]
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": entry})["default"]
    try:
        yield
    finally:
        connections["default"].close()
        del connections["default"]
        connections.settings["default"] = before


@dataclass(frozen=True)
class Cast:
    """The accounts, and a data folder with both in it that a test may copy."""

    folder: Path
    alice: Member
    bob: Member


@pytest.fixture(scope="session")
def cast(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Cast:
    """Make both accounts once: each costs two runs of Argon2."""
    folder = tmp_path_factory.mktemp("cast")
    with django_db_blocker.unblock(), connected(database(folder)):
        prepare()
        return Cast(folder, _member(ALICE), _member(BOB))


def _member(passphrase: str) -> Member:
    vault, code = Vault.create(passphrase, cost=FLOOR)
    archive = collect(UUID(bytes=vault.account))
    return Member(archive, vault.account_key, passphrase, code)


@pytest.fixture(scope="session")
def server(django_db_blocker: DjangoDbBlocker) -> Iterator[postgresql.Server]:
    """Start PostgreSQL once, and make the tables."""
    found = postgresql.programs()
    if found is None:
        pytest.skip("PostgreSQL's server programs are not installed")
    with postgresql.running(found) as running:
        with django_db_blocker.unblock(), connected(server_entry(running)):
            prepare()
        yield running


def server_entry(server: postgresql.Server) -> dict[str, Any]:
    """Return the entry for the server's database, as one who is no superuser."""
    return database(Path("/nowhere"), server.url("amends", "amends"))


@pytest.fixture
def folder(cast: Cast, tmp_path: Path) -> Path:
    """Return a data folder with both accounts. Nobody has it open, so a copy is sound."""
    return copytree(cast.folder, tmp_path / "data")


@pytest.fixture
def sqlite(folder: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """Open the folder; the test runs on SQLite alone."""
    with django_db_blocker.unblock(), connected(database(folder)):
        yield folder


@pytest.fixture
def server_database(
    cast: Cast, server: postgresql.Server, django_db_blocker: DjangoDbBlocker
) -> Iterator[postgresql.Server]:
    """Open the server's database, with nothing but both accounts in it."""
    with django_db_blocker.unblock(), connected(server_entry(server)):
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE store_account, store_formatversion CASCADE")
        prepare()
        put_back(cast.alice.archive)
        put_back(cast.bob.archive)
        yield server


POSTGRESQL = pytest.param(
    "server_database",
    id="postgresql",
    marks=[pytest.mark.postgresql, pytest.mark.xdist_group("postgresql")],
)


@pytest.fixture(params=[pytest.param("sqlite", id="sqlite"), POSTGRESQL])
def both(request: pytest.FixtureRequest) -> str:
    """Run the test twice: on SQLite, and on PostgreSQL."""
    request.getfixturevalue(request.param)
    return str(request.param)


@pytest.fixture
def alice(cast: Cast, both: str) -> Vault:
    """Return Alice's open vault."""
    assert both
    return Vault.resume(cast.alice.archive.account.bytes, cast.alice.account_key)


@pytest.fixture
def bob(cast: Cast, both: str) -> Vault:
    """Return Bob's open vault, in the same database."""
    assert both
    return Vault.resume(cast.bob.archive.account.bytes, cast.bob.account_key)
