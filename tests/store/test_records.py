"""A record that was kept comes back as it was, to its account alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import connection

from amends.store import ChangedElsewhere, DamagedRecord, NewerFolder, NotKept, Vault
from amends.store.connection import FILE
from amends.store.models import Record
from amends.store.wall import writing
from tests.store.cast import Cast, Letter, Note, vault_of


def rows_of(vault: Vault) -> list[Record]:
    with writing(UUID(bytes=vault.account)):
        return list(Record.objects.filter(account_id=UUID(bytes=vault.account)))


def change_row(vault: Vault, **columns: object) -> None:
    with writing(UUID(bytes=vault.account)):
        Record.objects.filter(account_id=UUID(bytes=vault.account)).update(**columns)


def test_it_gives_back_what_was_put(alice: Vault) -> None:
    letter = Letter(to="Bob", lines=("I was late 😢", "", "\x00 and \u2019quoted\u2019"))

    kept = alice.put(letter)

    assert alice.get(Letter, kept.id) == kept
    assert kept.record == letter


def test_it_gives_all_of_one_kind_oldest_first(alice: Vault) -> None:
    notes = [alice.put(Note(text)) for text in ("one", "two", "three")]
    alice.put(Letter(to="Bob"))

    assert alice.all(Note) == notes


def test_it_does_not_open_other_kinds(alice: Vault) -> None:
    alice.put(Letter(to="Bob"))
    change_row(alice, sealed=b"not sealed at all")

    assert alice.all(Note) == []


def test_a_changed_record_keeps_its_place(alice: Vault) -> None:
    first, second = alice.put(Note("one")), alice.put(Note("two"))
    changed = alice.put(Note("ONE"), first.id, first.revision)

    assert alice.all(Note) == [changed, second]
    assert changed.revision == 2


@pytest.mark.asvs("V2.3.4")
def test_two_tabs_do_not_overwrite_each_other(alice: Vault) -> None:
    kept = alice.put(Note("as it was"))
    first_tab = alice.put(Note("from the first tab"), kept.id, kept.revision)

    with pytest.raises(ChangedElsewhere):
        alice.put(Note("from the second tab"), kept.id, kept.revision)

    assert alice.get(Note, kept.id) == first_tab


def test_without_a_revision_the_latest_is_replaced(alice: Vault) -> None:
    kept = alice.put(Note("one"))
    alice.put(Note("two"), kept.id)
    alice.put(Note("three"), kept.id)

    assert alice.get(Note, kept.id).revision == 3
    assert alice.get(Note, kept.id).record == Note("three")


def test_a_deleted_record_is_gone(alice: Vault) -> None:
    kept = alice.put(Note("one"))
    alice.delete(kept.id)

    with pytest.raises(NotKept):
        alice.get(Note, kept.id)
    assert alice.all(Note) == []


@pytest.mark.parametrize("unknown", [bytes(16), b"", b"too short", b"x" * 17])
def test_an_unknown_id_is_not_kept(alice: Vault, unknown: bytes) -> None:
    with pytest.raises(NotKept):
        alice.get(Note, unknown)
    with pytest.raises(NotKept):
        alice.put(Note(), unknown, 1)
    with pytest.raises(NotKept):
        alice.delete(unknown)


def test_a_record_is_not_found_under_another_kind(alice: Vault) -> None:
    kept = alice.put(Note("one"))

    with pytest.raises(NotKept):
        alice.get(Letter, kept.id)
    with pytest.raises(NotKept):
        alice.put(Letter(), kept.id, kept.revision)


@pytest.mark.asvs("V8.2.2")
def test_nobody_else_finds_it(alice: Vault, bob: Vault) -> None:
    kept = alice.put(Note("one"))

    assert bob.all(Note) == []
    with pytest.raises(NotKept):
        bob.get(Note, kept.id)
    with pytest.raises(NotKept):
        bob.put(Note("mine now"), kept.id, kept.revision)
    with pytest.raises(NotKept):
        bob.delete(kept.id)


def test_what_belongs_together_is_kept_together(alice: Vault) -> None:
    with alice.at_once():
        alice.put(Note("one"))
        alice.put(Letter("Bob"))

    assert len(alice.all(Note)) == len(alice.all(Letter)) == 1


@pytest.mark.asvs("V2.3.3", "V16.5.3")
def test_what_belongs_together_is_not_kept_by_halves(alice: Vault) -> None:
    def half() -> None:
        with alice.at_once():
            alice.put(Note("one"))
            alice.delete(uuid4().bytes)

    with pytest.raises(NotKept):
        half()
    assert alice.all(Note) == []


def test_no_table_holds_what_was_written(alice: Vault) -> None:
    alice.put(Note("canary-7f3a"))
    alice.put(Letter(to="canary-7f3a"))

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - names from the schema
            assert "canary" not in repr(cursor.fetchall())


@pytest.mark.asvs("V14.2.4")
def test_no_file_holds_what_was_written(sqlite: Path, cast: Cast) -> None:
    vault_of(cast).put(Note("canary-7f3a " * 400))

    assert {one.name for one in sqlite.iterdir()} > {FILE, f"{FILE}-wal"}
    assert not any(b"canary" in one.read_bytes() for one in sqlite.iterdir())


def test_the_table_tells_neither_the_kind_nor_the_time(alice: Vault) -> None:
    alice.put(Note("one"))
    row = rows_of(alice)[0]

    assert b"note" not in bytes(row.kind_tag)
    assert type(row.day) is date


def test_the_same_kind_has_another_tag_in_another_account(alice: Vault, bob: Vault) -> None:
    alice.put(Note("one"))
    bob.put(Note("one"))

    assert rows_of(alice)[0].kind_tag != rows_of(bob)[0].kind_tag


def test_short_records_have_the_same_size(alice: Vault) -> None:
    for text in ("a", "a word", "a few words more"):
        alice.put(Note(text))

    assert len({len(row.sealed) for row in rows_of(alice)}) == 1


def test_a_record_swapped_for_another_does_not_open(alice: Vault) -> None:
    kept = [alice.put(Note("I said no")), alice.put(Note("I said yes"))]
    first, second = rows_of(alice)
    change_row(alice, sealed=second.sealed)

    with pytest.raises(DamagedRecord):
        alice.get(Note, kept[0].id)
    assert alice.get(Note, kept[1].id).record == Note("I said yes")
    assert first.sealed != second.sealed


def test_an_older_revision_does_not_open_as_a_newer_one(alice: Vault) -> None:
    kept = alice.put(Note("first"))
    old = rows_of(alice)[0].sealed
    alice.put(Note("second"), kept.id, kept.revision)
    change_row(alice, sealed=old)

    with pytest.raises(DamagedRecord):
        alice.get(Note, kept.id)


def test_a_record_sealed_by_a_newer_amends_says_so(alice: Vault) -> None:
    kept = alice.put(Note("one"))
    change_row(alice, sealed=b"\x02" + rows_of(alice)[0].sealed[1:])

    with pytest.raises(NewerFolder):
        alice.get(Note, kept.id)


def test_a_vault_never_shows_its_key(alice: Vault) -> None:
    assert alice.account_key.hex() not in repr(alice)
    assert repr(alice.account_key) not in repr(replace(alice))
