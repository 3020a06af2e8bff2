"""Deleting means that nothing is left to open, and nothing of the other account is touched."""

from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest
from pytest_django import DjangoDbBlocker

from amends.store import (
    FullDisk,
    NoAccount,
    Vault,
    accounts,
    begin_session,
    database,
    destroy,
)
from amends.store.archive import collect
from amends.store.connection import FILE
from tests.store import disks
from tests.store.cast import ALICE, BOB, Cast, Note, connected, vault_of


@pytest.mark.asvs("V7.4.2")
def test_nothing_of_the_account_is_left(alice: Vault) -> None:
    alice.put(Note("one"))
    begin_session(alice)
    alice.delete_everything()

    assert alice.all(Note) == []
    assert alice.account not in [one.id for one in accounts()]
    with pytest.raises(NoAccount):
        collect(UUID(bytes=alice.account))


def test_the_other_account_is_untouched(alice: Vault, bob: Vault) -> None:
    kept = bob.put(Note("one"))
    alice.delete_everything()

    assert Vault.open(bob.account, BOB).all(Note) == [kept]


def test_it_works_while_locked(alice: Vault) -> None:
    destroy(alice.account)

    with pytest.raises(NoAccount):
        Vault.open(alice.account, ALICE)


def test_it_works_twice(alice: Vault) -> None:
    destroy(alice.account)
    destroy(alice.account)

    assert len(accounts()) == 1


def test_the_slots_go_first(alice: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever fails afterwards, what is left cannot be opened."""
    alice.put(Note("one"))
    monkeypatch.setattr("amends.store.destruction._scrub_keys", _fail)

    with pytest.raises(PowerCutError):
        destroy(alice.account)

    monkeypatch.undo()
    left = collect(UUID(bytes=alice.account))
    assert (len(left.slots), len(left.records)) == (0, 1)


class PowerCutError(Exception):
    """The machine goes off."""


def _fail(*_: object) -> None:
    raise PowerCutError


def test_the_files_hold_nothing_of_it_any_more(sqlite: Path, cast: Cast) -> None:
    alice = vault_of(cast)
    alice.put(Note("one"))
    before = collect(UUID(bytes=alice.account))
    secrets = [slot.wrapped for slot in before.slots] + [row.sealed for row in before.records]
    assert all(one in everything_in(sqlite) for one in secrets)
    destroy(alice.account)

    assert not any(one in everything_in(sqlite) for one in secrets)


def everything_in(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.iterdir())


def test_it_works_on_a_full_disk(full_disk: Path, cast: Cast) -> None:
    """There no row can be deleted: when nobody else's account is in the file, the file goes."""
    disks.make_room(full_disk)
    destroy(cast.bob.archive.account.bytes)
    disks.fill(full_disk, vault_of(cast))
    destroy(cast.alice.archive.account.bytes)

    assert not any(slot.wrapped in everything_in(full_disk) for slot in cast.alice.archive.slots)


def test_a_full_disk_costs_the_other_account_nothing(full_disk: Path, cast: Cast) -> None:
    """The file stays, because it is theirs too; what could not be deleted is told."""
    with suppress(FullDisk):
        destroy(cast.alice.archive.account.bytes)

    disks.make_room(full_disk)
    assert Vault.open(cast.bob.archive.account.bytes, BOB).all(Note) == []


def test_it_works_in_a_damaged_file(
    folder: Path, cast: Cast, django_db_blocker: DjangoDbBlocker
) -> None:
    size = (folder / FILE).stat().st_size
    (folder / FILE).write_bytes(b"damage" * (size // 6))
    with django_db_blocker.unblock(), connected(database(folder)):
        destroy(cast.alice.archive.account.bytes)

    assert list(folder.iterdir()) == []
