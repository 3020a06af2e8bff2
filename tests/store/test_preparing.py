"""A data folder is made once, private, and never touched by a program that is too old for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django import DjangoDbBlocker

from amends.store import (
    MissingFile,
    NewerFolder,
    accounts,
    database,
    has_account,
    prepare,
)
from amends.store.connection import FILE
from amends.store.models import FormatVersion
from amends.store.preparing import FORMAT
from tests.store.cast import Cast, Note, connected, vault_of


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture
def unblocked(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.mark.usefixtures("unblocked")
def test_it_makes_the_folder_for_the_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a folder" / "with ü and ?x=1"
    with connected(database(folder)):
        prepare()
        has_account()
        modes = {mode(one) for one in folder.iterdir()}

    assert (mode(folder), modes) == (0o700, {0o600})
    assert (folder / FILE).exists()


@pytest.mark.usefixtures("unblocked")
def test_it_closes_a_folder_of_ours_that_stood_open(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / FILE).chmod(0o644)
    with connected(database(folder)):
        prepare()

    assert (mode(folder), mode(folder / FILE)) == (0o700, 0o600)


@pytest.mark.usefixtures("unblocked")
def test_it_leaves_a_shared_folder_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"")
    tmp_path.chmod(0o755)
    with connected(database(tmp_path)):
        prepare()

    assert (mode(tmp_path), mode(tmp_path / FILE)) == (0o755, 0o600)


@pytest.mark.usefixtures("both")
def test_it_does_nothing_the_second_time() -> None:
    prepare()

    assert len(accounts()) == 2
    assert [row.version for row in FormatVersion.objects.all()] == [FORMAT]


@pytest.mark.usefixtures("both")
def test_the_tables_are_what_the_models_say() -> None:
    call_command("makemigrations", "store", "--check", "--dry-run", verbosity=0)


@pytest.mark.usefixtures("both")
def test_a_folder_of_a_newer_amends_is_refused() -> None:
    FormatVersion.objects.create(version=FORMAT + 1)
    before = connection.introspection.table_names()

    with pytest.raises(NewerFolder):
        prepare()
    assert connection.introspection.table_names() == before
    assert len(accounts()) == 2


@pytest.mark.usefixtures("unblocked")
def test_a_refused_folder_is_not_touched(folder: Path) -> None:
    with connected(database(folder)):
        FormatVersion.objects.create(version=FORMAT + 1)
    before = (folder / FILE).read_bytes()
    with connected(database(folder)), pytest.raises(NewerFolder):
        prepare()

    assert (folder / FILE).read_bytes() == before


@pytest.mark.usefixtures("unblocked")
def test_a_missing_file_is_told_and_no_new_one_is_made(folder: Path) -> None:
    (folder / FILE).unlink()

    with connected(database(folder)), pytest.raises(MissingFile):
        accounts()
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("unblocked")
def test_a_journal_without_its_file_is_left_alone(folder: Path) -> None:
    (folder / FILE).rename(folder / f"{FILE}-wal")

    with connected(database(folder)), pytest.raises(MissingFile):
        prepare()
    assert [one.name for one in folder.iterdir()] == [f"{FILE}-wal"]


def test_a_file_taken_away_while_it_is_open_is_told(sqlite: Path, cast: Cast) -> None:
    alice = vault_of(cast)
    connection.close()
    (sqlite / FILE).rename(sqlite / "elsewhere")

    with pytest.raises(MissingFile):
        alice.put(Note("one"))
