"""Who has the passphrase or the recovery code gets in; nothing is lost when either is changed."""

from hashlib import sha256
from uuid import UUID, uuid4

import pytest

from amends.store import (
    DamagedSlot,
    NameTaken,
    NewerFolder,
    NoAccount,
    UnusablePassphrase,
    Vault,
    WeakenedSlot,
    WrongPassphrase,
    WrongRecoveryCode,
    accounts,
    has_account,
)
from amends.store.models import KeySlot
from amends.store.wall import writing
from amends.vault import FLOOR, new_recovery_code
from tests.store.cast import ALICE, BOB, Cast, Note


def slots_of(vault: Vault, kind: str) -> list[KeySlot]:
    with writing(UUID(bytes=vault.account)):
        slots = KeySlot.objects.filter(account_id=UUID(bytes=vault.account), kind=kind)
        return list(slots.order_by("number"))


def change_slots(vault: Vault, kind: str, wrapped: bytes) -> None:
    with writing(UUID(bytes=vault.account)):
        slots = KeySlot.objects.filter(account_id=UUID(bytes=vault.account), kind=kind)
        slots.update(wrapped=wrapped)


def test_the_passphrase_opens_what_was_kept(alice: Vault) -> None:
    kept = alice.put(Note("one"))

    assert Vault.open(alice.account, ALICE).all(Note) == [kept]


def test_another_passphrase_does_not(alice: Vault) -> None:
    with pytest.raises(WrongPassphrase):
        Vault.open(alice.account, BOB)


@pytest.mark.usefixtures("both")
def test_nobody_gets_in_where_there_is_no_account() -> None:
    with pytest.raises(NoAccount):
        Vault.open(uuid4().bytes, ALICE)
    with pytest.raises(NoAccount):
        Vault.recover(uuid4().bytes, new_recovery_code(), ALICE)


@pytest.mark.usefixtures("both")
def test_a_new_account_has_a_neutral_name() -> None:
    assert has_account()
    assert [one.name for one in accounts()] == ["Notebook 1", "Notebook 2"]


@pytest.mark.usefixtures("both")
def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(UnusablePassphrase):
        Vault.create("", cost=FLOOR)

    assert len(accounts()) == 2


@pytest.mark.usefixtures("both")
def test_a_name_is_given_once() -> None:
    with pytest.raises(NameTaken):
        Vault.create("one more passphrase", name="Notebook 1", cost=FLOOR)


def test_a_new_passphrase_replaces_the_old_one(alice: Vault) -> None:
    kept = alice.put(Note("one"))
    alice.change_passphrase(ALICE, "nine slow owls at noon")

    assert Vault.open(alice.account, "nine slow owls at noon").all(Note) == [kept]
    assert len(slots_of(alice, "passphrase")) == 1
    with pytest.raises(WrongPassphrase):
        Vault.open(alice.account, ALICE)


def test_a_new_passphrase_rewrites_no_record(alice: Vault) -> None:
    kept = alice.put(Note("one"))
    alice.change_passphrase(ALICE, "nine slow owls at noon")

    assert alice.get(Note, kept.id).revision == 1


def test_the_passphrase_changes_only_for_who_knows_the_old_one(alice: Vault) -> None:
    with pytest.raises(WrongPassphrase):
        alice.change_passphrase(BOB, "nine slow owls at noon")

    assert Vault.open(alice.account, ALICE) == alice


def test_a_passphrase_that_cannot_be_read_back_leaves_the_old_one(
    alice: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    torn = bytes(slots_of(alice, "passphrase")[0].wrapped)[:-1]
    monkeypatch.setattr("amends.store.slots._read", lambda _: torn)

    with pytest.raises(DamagedSlot):
        alice.change_passphrase(ALICE, "nine slow owls at noon")

    assert Vault.open(alice.account, ALICE) == alice


@pytest.mark.asvs("V6.4.3")
def test_the_recovery_code_opens_what_was_kept(alice: Vault, cast: Cast) -> None:
    kept = alice.put(Note("one"))
    again, _ = Vault.recover(alice.account, cast.alice.code, "nine slow owls at noon")

    assert again.all(Note) == [kept]
    assert Vault.open(alice.account, "nine slow owls at noon") == alice
    with pytest.raises(WrongPassphrase):
        Vault.open(alice.account, ALICE)


@pytest.mark.asvs("V6.5.1")
def test_a_used_code_is_replaced(alice: Vault, cast: Cast) -> None:
    _, code = Vault.recover(alice.account, cast.alice.code, "nine slow owls at noon")

    with pytest.raises(WrongRecoveryCode):
        Vault.recover(alice.account, cast.alice.code, "ten slow owls at noon")
    assert Vault.recover(alice.account, code, "ten slow owls at noon")[0] == alice


def test_another_code_does_not_open(alice: Vault) -> None:
    for typed in ("", "not a code", new_recovery_code()):
        with pytest.raises(WrongRecoveryCode):
            Vault.recover(alice.account, typed, "nine slow owls at noon")

    assert Vault.open(alice.account, ALICE) == alice


def test_a_code_is_unconfirmed_until_it_is_typed_back(alice: Vault, cast: Cast) -> None:
    before = alice.has_confirmed_code
    alice.confirm_recovery_code(cast.alice.code.lower().replace("-", " "))

    assert not before
    assert alice.has_confirmed_code


def test_a_code_typed_back_wrongly_stays_unconfirmed(alice: Vault) -> None:
    with pytest.raises(WrongRecoveryCode):
        alice.confirm_recovery_code(new_recovery_code())

    assert not alice.has_confirmed_code


def test_the_old_code_opens_until_the_new_one_is_typed_back(alice: Vault, cast: Cast) -> None:
    alice.confirm_recovery_code(cast.alice.code)
    new = alice.new_recovery_code(ALICE)
    both = [len(slots_of(alice, "recovery"))]
    alice.confirm_recovery_code(new)

    assert [*both, len(slots_of(alice, "recovery"))] == [2, 1]
    with pytest.raises(WrongRecoveryCode):
        Vault.recover(alice.account, cast.alice.code, ALICE)


def test_the_old_code_still_opens_while_the_new_one_waits(alice: Vault, cast: Cast) -> None:
    alice.confirm_recovery_code(cast.alice.code)
    alice.new_recovery_code(ALICE)

    assert Vault.recover(alice.account, cast.alice.code, "nine slow owls")[0] == alice


def test_a_damaged_slot_says_so_and_the_code_still_opens(alice: Vault, cast: Cast) -> None:
    kept = alice.put(Note("one"))
    change_slots(alice, "passphrase", b"\x01" + b"damaged" * 15)

    with pytest.raises(DamagedSlot):
        Vault.open(alice.account, ALICE)
    assert Vault.recover(alice.account, cast.alice.code, ALICE)[0].all(Note) == [kept]


def test_a_slot_from_a_newer_amends_says_so(alice: Vault) -> None:
    wrapped = bytes(slots_of(alice, "passphrase")[0].wrapped)
    change_slots(alice, "passphrase", b"\x02" + wrapped[1:])

    with pytest.raises(NewerFolder):
        Vault.open(alice.account, ALICE)


def test_a_slot_made_cheap_to_guess_is_not_used(alice: Vault) -> None:
    # A whole slot as an attacker would write it: one pass over 8 KiB, and a checksum that is right.
    change_slots(alice, "passphrase", weakened(bytes(slots_of(alice, "passphrase")[0].wrapped)))

    with pytest.raises(WeakenedSlot):
        Vault.open(alice.account, ALICE)


def weakened(slot: bytes) -> bytes:
    """Return the slot of docs/vault.md with the least cost that Argon2 knows."""
    cheap = slot[:2] + (8).to_bytes(4) + (1).to_bytes(2) + (1).to_bytes(2) + slot[10:98]
    return cheap + sha256(b"amends-vault/1/slot\x00" + cheap).digest()[:8]
