"""Alice and Bob have an account each, in a database of the test's own: SQLite, then PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from amends.store import Vault, database, prepare
from amends.store.archive import put_back
from tests.store import disks, postgresql
from tests.store.cast import ALICE, BOB, Cast, connected, new_member, server_entry, vault_of


@pytest.fixture(scope="session")
def cast(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Cast:
    """Make both accounts once: each costs two runs of Argon2."""
    folder = tmp_path_factory.mktemp("cast")
    with django_db_blocker.unblock(), connected(database(folder)):
        prepare()
        return Cast(folder, new_member(ALICE), new_member(BOB))


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
            cursor.execute(
                "TRUNCATE store_account, store_formatversion, store_invitation,"
                " store_spacekey, store_shareditem CASCADE"
            )
        prepare()
        put_back(cast.alice.archive)
        put_back(cast.bob.archive)
        yield server


POSTGRESQL = pytest.param(
    "server_database",
    id="postgresql",
    marks=[pytest.mark.postgresql],
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


@pytest.fixture
def full_disk(tmp_path: Path, cast: Cast, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """Open Alice's data folder on a disk that she has filled."""
    with disks.small_disk(tmp_path / "disk") as folder:
        copytree(cast.folder, folder, dirs_exist_ok=True)
        with django_db_blocker.unblock(), connected(database(folder)):
            disks.fill(folder, vault_of(cast))
            yield folder
