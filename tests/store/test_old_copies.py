"""What old copies open, and what they do not; docs/threats.md says both."""

from pathlib import Path

import pytest

from amends.store import Vault, WrongPassphrase
from amends.store.archive import from_bytes
from amends.store.backups import back_up_bytes
from amends.vault import PassphraseSlot, VaultError, open_backup, unwrap_with_passphrase
from tests.store.cast import ALICE, Cast, Note, vault_of

NEW = "eleven brass keys under snow"


def key_in(backup: bytes, passphrase: str) -> bytes:
    """Return the account's key as someone finds it who has an old backup and its passphrase."""
    archive = from_bytes(open_backup(backup, passphrase))
    slot = next(slot for slot in archive.slots if slot.kind == "passphrase")
    return unwrap_with_passphrase(
        PassphraseSlot.from_bytes(slot.wrapped), archive.account.bytes, passphrase
    )


def test_after_a_new_passphrase_the_old_one_opens_nothing_here(sqlite: Path, cast: Cast) -> None:
    alice = vault_of(cast)

    alice.change_passphrase(ALICE, NEW)

    with pytest.raises(WrongPassphrase):
        Vault.open(alice.account, ALICE)


def test_an_old_backup_does_not_open_with_the_new_passphrase(sqlite: Path, cast: Cast) -> None:
    alice = vault_of(cast)
    backup = back_up_bytes(alice, ALICE)

    alice.change_passphrase(ALICE, NEW)

    with pytest.raises(VaultError):
        open_backup(backup, NEW)


def test_an_old_backup_does_not_hold_what_came_later(sqlite: Path, cast: Cast) -> None:
    alice = vault_of(cast)
    backup = back_up_bytes(alice, ALICE)

    later = alice.put(Note("written later"))

    assert later.id not in [
        one.record_id.bytes for one in from_bytes(open_backup(backup, ALICE)).records
    ]


def test_what_does_not_hold_an_old_backup_and_a_newer_copy_of_the_folder_open_what_came_later(
    sqlite: Path, cast: Cast
) -> None:
    """The account's key outlives a passphrase: this is told, and the way out is a new account."""
    alice = vault_of(cast)
    backup = back_up_bytes(alice, ALICE)
    alice.change_passphrase(ALICE, NEW)
    kept = alice.put(Note("written later"))

    found = Vault.resume(alice.account, key_in(backup, ALICE))

    assert found.get(Note, kept.id).record == Note("written later")
