"""Key slots: what opens them, and what does not."""

from secrets import token_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.vault import (
    FLOOR,
    Damaged,
    NewerFormat,
    PassphraseSlot,
    RecoverySlot,
    UnusablePassphrase,
    WrongSecret,
    new_recovery_code,
    unwrap_with_code,
    unwrap_with_passphrase,
    wrap_with_code,
    wrap_with_passphrase,
)
from tests.vault.known import (
    CODE,
    KEYS,
    PASSPHRASE,
    VECTORS,
    each,
    raw,
    with_flipped_bit,
)

KEPT = raw(VECTORS["passphrase_slots"][0], "slot")
KEPT_FOR_CODE = raw(VECTORS["recovery_slots"][0], "slot")
Kind = type[PassphraseSlot | RecoverySlot]
BOTH = [(PassphraseSlot, KEPT), (RecoverySlot, KEPT_FOR_CODE)]
BYTES_32 = st.binary(min_size=32, max_size=32)


@each("passphrase", ["a", "x" * 5000, "zwölf Boxkämpfer 雪 😢", " spaces count ", "nul\0inside"])
def test_what_wraps_the_key_unwraps_it(passphrase: str) -> None:
    slot = wrap_with_passphrase(KEYS.account_key, KEYS.account_id, passphrase, FLOOR)
    kept = PassphraseSlot.from_bytes(slot.to_bytes())

    assert kept == slot
    assert unwrap_with_passphrase(kept, KEYS.account_id, passphrase) == KEYS.account_key


@each("typed", [PASSPHRASE + " ", PASSPHRASE.upper(), PASSPHRASE[:-1], "nul"])
def test_another_passphrase_is_wrong(typed: str) -> None:
    with pytest.raises(WrongSecret):
        unwrap_with_passphrase(PassphraseSlot.from_bytes(KEPT), KEYS.account_id, typed)


@pytest.mark.asvs("V6.2.8")
def test_a_passphrase_does_not_end_at_a_nul() -> None:
    slot = wrap_with_passphrase(KEYS.account_key, KEYS.account_id, "nul\0inside", FLOOR)

    with pytest.raises(WrongSecret):
        unwrap_with_passphrase(slot, KEYS.account_id, "nul")


@each("passphrase", ["", "\ud800", "half \udc80 a pair"])
def test_a_passphrase_that_cannot_be_kept_is_refused(passphrase: str) -> None:
    with pytest.raises(UnusablePassphrase):
        wrap_with_passphrase(KEYS.account_key, KEYS.account_id, passphrase, FLOOR)


@pytest.mark.asvs("V6.5.2", "V11.4.2")
def test_two_slots_for_one_passphrase_share_no_salt() -> None:
    one, two = (
        wrap_with_passphrase(KEYS.account_key, KEYS.account_id, PASSPHRASE, FLOOR) for _ in range(2)
    )

    assert one.salt != two.salt
    assert one.wrapped != two.wrapped


@given(account_key=BYTES_32, account_id=st.binary(min_size=16, max_size=16))
def test_what_a_code_wraps_it_unwraps(account_key: bytes, account_id: bytes) -> None:
    code = new_recovery_code()
    slot = wrap_with_code(account_key, account_id, code)

    kept = RecoverySlot.from_bytes(slot.to_bytes())

    assert kept == slot
    assert unwrap_with_code(kept, account_id, code) == account_key


def test_another_code_is_wrong() -> None:
    with pytest.raises(WrongSecret):
        unwrap_with_code(
            RecoverySlot.from_bytes(KEPT_FOR_CODE), KEYS.account_id, new_recovery_code()
        )


@given(account_id=st.binary(min_size=16, max_size=16).filter(lambda some: some != KEYS.account_id))
def test_a_slot_opens_for_its_own_account_only(account_id: bytes) -> None:
    slot = RecoverySlot.from_bytes(KEPT_FOR_CODE)

    with pytest.raises(WrongSecret):
        unwrap_with_code(slot, account_id, CODE)


@pytest.mark.asvs("V11.4.3")
def test_another_key_in_a_slot_is_told_by_the_commitment() -> None:
    """Someone who knows the code puts a key of their own in, and leaves the rest."""
    mine = RecoverySlot.from_bytes(KEPT_FOR_CODE)
    theirs = wrap_with_code(token_bytes(32), KEYS.account_id, CODE)
    mixed = RecoverySlot(theirs.salt, theirs.wrapped, mine.commitment)

    with pytest.raises(Damaged):
        unwrap_with_code(mixed, KEYS.account_id, CODE)


@each(("kind", "kept"), BOTH)
def test_a_slot_with_one_flipped_bit_is_refused_before_any_work(kind: Kind, kept: bytes) -> None:
    for bit in range(len(kept) * 8):
        with pytest.raises((Damaged, NewerFormat)):
            kind.from_bytes(with_flipped_bit(kept, bit))


@each(("kind", "kept"), BOTH)
def test_a_slot_with_a_part_missing_is_damaged(kind: Kind, kept: bytes) -> None:
    for length in range(len(kept)):
        with pytest.raises(Damaged):
            kind.from_bytes(kept[:length])


@given(st.binary(max_size=200))
@settings(max_examples=300)
def test_whatever_lies_in_a_slot_the_error_is_clear(kept: bytes) -> None:
    for kind in (PassphraseSlot, RecoverySlot):
        with pytest.raises((Damaged, NewerFormat)):
            kind.from_bytes(kept)


def test_one_kind_of_slot_is_not_read_as_the_other() -> None:
    with pytest.raises(Damaged):
        PassphraseSlot.from_bytes(KEPT_FOR_CODE)
    with pytest.raises(Damaged):
        RecoverySlot.from_bytes(KEPT)
