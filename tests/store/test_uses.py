"""The last uses of a passphrase are remembered: sealed, as times, with the tries that failed."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from amends.store import Vault, WrongPassphrase
from amends.store.attempts import FailedTries
from amends.store.uses import REMEMBERED, note_use
from tests.store.cast import ALICE, Cast, Note

EARLIER = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)


def fail(vault: Vault, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassphrase):
            Vault.open(vault.account, "a wrong guess")


def test_opening_is_remembered(alice: Vault) -> None:
    before = datetime.now(UTC)
    Vault.open(alice.account, ALICE)

    (use,) = alice.last_uses
    assert before <= use.at <= datetime.now(UTC)
    assert (use.failed, use.with_code) == (0, False)


@pytest.mark.asvs("V16.3.1")
def test_tries_that_failed_are_told_beside_the_next_that_worked(alice: Vault) -> None:
    fail(alice, 2)
    Vault.open(alice.account, ALICE)

    (use,) = alice.last_uses
    assert use.failed == 2
    assert use.last_failed is not None
    assert timedelta(0) <= use.at - use.last_failed < timedelta(minutes=1)


def test_tries_that_failed_since_are_told_too(alice: Vault) -> None:
    fail(alice)

    assert alice.failed_tries.count == 1
    assert alice.last_uses == ()


def test_a_check_of_the_passphrase_is_remembered_as_well(alice: Vault) -> None:
    fail(alice)
    alice.check_passphrase(ALICE)

    assert [use.failed for use in alice.last_uses] == [1]


def test_the_recovery_code_is_remembered_as_such(alice: Vault, cast: Cast) -> None:
    fail(alice)
    Vault.recover(alice.account, cast.alice.code, ALICE)

    assert [(use.with_code, use.failed) for use in alice.last_uses] == [(True, 1)]


def test_the_newest_comes_first_and_the_oldest_are_forgotten(alice: Vault) -> None:
    for failed in range(REMEMBERED + 3):
        note_use(UUID(bytes=alice.account), alice.keys, FailedTries(failed, EARLIER))

    assert [use.failed for use in alice.last_uses] == list(range(REMEMBERED + 2, 2, -1))


def test_one_account_does_not_see_the_uses_of_another(alice: Vault, bob: Vault) -> None:
    Vault.open(alice.account, ALICE)

    assert bob.last_uses == ()


@pytest.mark.asvs("V16.2.5")
def test_the_times_are_sealed(alice: Vault) -> None:
    Vault.open(alice.account, ALICE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM store_record")
        rows = str(cursor.fetchall())

    assert alice.last_uses[0].at.strftime("%H:%M:%S") not in rows


def test_a_damaged_list_keeps_nobody_out(alice: Vault) -> None:
    Vault.open(alice.account, ALICE)
    kept = alice.put(Note("one"))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE store_record SET sealed = %s WHERE revision = 1", [b"\x01" * 64])

    assert Vault.open(alice.account, ALICE) == alice
    assert kept.revision == 1
