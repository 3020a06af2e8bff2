"""A database can be looked at from outside: sound or not, how many accounts, which codes."""

from pathlib import Path

import pytest
from django.db import connection

from amends.store import DamagedFile, MissingFile, NewerFolder, Vault, examine
from amends.store.connection import FILE
from amends.store.models import FormatVersion
from amends.store.preparing import FORMAT
from tests.store.cast import Cast, Note, vault_of


def test_it_counts_accounts_and_unconfirmed_codes(alice: Vault, cast: Cast) -> None:
    before = examine()
    alice.confirm_recovery_code(cast.alice.code)

    assert (before.accounts, before.without_code) == (2, 2)
    assert (examine().accounts, examine().without_code) == (2, 1)


def test_looking_changes_no_byte(sqlite: Path) -> None:
    before = (sqlite / FILE).read_bytes()

    examine()
    connection.close()

    assert (sqlite / FILE).read_bytes() == before
    assert [one.name for one in sqlite.iterdir()] == [FILE]


@pytest.mark.usefixtures("both")
def test_a_newer_folder_is_told() -> None:
    FormatVersion.objects.create(version=FORMAT + 1)

    with pytest.raises(NewerFolder):
        examine()


def test_a_missing_file_is_told(sqlite: Path) -> None:
    (sqlite / FILE).unlink()

    with pytest.raises(MissingFile):
        examine()


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 400])
def test_a_file_that_is_no_database_is_told(sqlite: Path, damage: bytes) -> None:
    (sqlite / FILE).write_bytes(damage)

    with pytest.raises(DamagedFile):
        examine()


def test_a_bad_page_is_found_that_no_query_reads(sqlite: Path, cast: Cast) -> None:
    vault_of(cast).put(Note("x" * 100_000))
    connection.close()
    size = (sqlite / FILE).stat().st_size
    with (sqlite / FILE).open("r+b") as file:
        file.seek(size - 5 * 4096)
        file.write(b"\xff" * 4096)

    with pytest.raises(DamagedFile):
        examine()
