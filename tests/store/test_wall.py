"""On PostgreSQL a second wall stands behind every query: the server shows one account at a time."""

from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from amends.store import RoleTooStrong, Vault, database, prepare
from amends.store.models import KeySlot, Record
from amends.store.wall import reading, writing
from tests.store.cast import Note, connected
from tests.store.postgresql import Server

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.parametrize("both", ["server_database"], ids=["postgresql"], indirect=True),
]


def account(vault: Vault) -> UUID:
    return UUID(bytes=vault.account)


def test_a_query_without_a_filter_sees_one_account(alice: Vault, bob: Vault) -> None:
    alice.put(Note("hers"))
    bob.put(Note("his"))

    with reading(account(alice)):
        assert {row.account_id for row in Record.objects.all()} == {account(alice)}
        assert {slot.account_id for slot in KeySlot.objects.all()} == {account(alice)}


def test_outside_of_an_account_nothing_is_seen(alice: Vault) -> None:
    alice.put(Note("hers"))

    assert list(Record.objects.all()) == []
    assert list(KeySlot.objects.all()) == []


def test_a_query_without_a_filter_deletes_nothing_of_another(alice: Vault, bob: Vault) -> None:
    alice.put(Note("hers"))
    kept = bob.put(Note("his"))
    with writing(account(alice)):
        Record.objects.all().delete()

    assert bob.all(Note) == [kept]


@pytest.mark.asvs("V8.4.1")
def test_no_row_can_be_given_to_another(alice: Vault, bob: Vault) -> None:
    kept = alice.put(Note("hers"))

    with pytest.raises(ProgrammingError, match="row-level security"), writing(account(alice)):
        Record.objects.update(account_id=account(bob))
    assert alice.all(Note) == [kept]


def test_an_account_inside_another_gives_way_again(alice: Vault, bob: Vault) -> None:
    alice.put(Note("hers"))
    with writing(account(alice)):
        bob.put(Note("his"))

        assert {row.account_id for row in Record.objects.all()} == {account(alice)}


def test_the_wall_falls_with_its_transaction(alice: Vault) -> None:
    alice.put(Note("hers"))
    with writing(account(alice)):
        pass

    with transaction.atomic():
        assert Record.objects.count() == 0


@pytest.mark.asvs("V13.2.2")
def test_a_role_that_passes_the_wall_is_refused(alice: Vault, server: Server) -> None:
    entry = database(Path(), server.url("postgres", "amends"))
    with connected(entry), pytest.raises(RoleTooStrong):
        prepare()

    assert alice.all(Note) == []


def test_it_holds_for_the_owner_of_the_tables(alice: Vault, server: Server) -> None:
    alice.put(Note("hers"))
    url = server.url("amends", "amends")

    with psycopg.connect(url) as plain:
        assert plain.execute("SELECT count(*) FROM store_record").fetchone() == (0,)
