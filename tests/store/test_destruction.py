"""Deleting means that nothing is left to open, and nothing of the other account is touched."""

from pathlib import Path
from uuid import UUID

import pytest

from amends.store import NoAccount, Vault, accounts, begin_session, destroy
from amends.store.archive import collect
from tests.store.conftest import ALICE, BOB, Cast, Note


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
    monkeypatch.setattr("amends.store.destruction._scrub", _fail)

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
    alice = Vault.resume(cast.alice.archive.account.bytes, cast.alice.account_key)
    alice.put(Note("one"))
    before = collect(UUID(bytes=alice.account))
    secrets = [slot.wrapped for slot in before.slots] + [row.sealed for row in before.records]
    assert all(one in everything_in(sqlite) for one in secrets)
    destroy(alice.account)

    assert not any(one in everything_in(sqlite) for one in secrets)


def everything_in(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.iterdir())
