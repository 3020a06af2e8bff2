"""Format 1 as published: vectors open, are rebuilt bit for bit; refused ones do not open."""

from hashlib import sha256

import pytest

from amends.vault import (
    KdfCost,
    PassphraseSlot,
    RecoverySlot,
    VaultError,
    kind_tag,
    open_backup,
    open_sealed,
    open_session,
    unwrap_with_code,
    unwrap_with_passphrase,
)
from amends.vault.records import seal_with_nonce
from amends.vault.recovery import read_code, written
from amends.vault.session import session_with_nonce
from amends.vault.slots import passphrase_slot, recovery_slot
from tests.vault.known import KEYS, VECTORS, Vector, each, file_of, header_of, named, raw

REFUSED = VECTORS["refused"]


@each("name", ["records", "index", "blobs", "export", "commitment"])
def test_it_derives_the_published_keys(name: str) -> None:
    assert getattr(KEYS, name) == raw(VECTORS["keys"], name)


@each("vector", VECTORS["kind_tags"])
def test_it_makes_the_published_kind_tags(vector: Vector) -> None:
    assert kind_tag(KEYS, vector["kind"]) == raw(vector, "tag")


@each("vector", VECTORS["passphrase_slots"])
def test_it_opens_the_published_passphrase_slots(vector: Vector) -> None:
    slot = PassphraseSlot.from_bytes(raw(vector, "slot"))

    assert unwrap_with_passphrase(slot, KEYS.account_id, vector["passphrase"]) == KEYS.account_key


@each("vector", VECTORS["passphrase_slots"])
def test_it_rebuilds_the_published_passphrase_slots(vector: Vector) -> None:
    cost = KdfCost(vector["memory_kib"], vector["passes"], vector["lanes"])
    passphrase, salt = vector["passphrase"], raw(vector, "salt")

    slot = passphrase_slot(KEYS.account_key, KEYS.account_id, passphrase, cost, salt)

    assert slot.to_bytes() == raw(vector, "slot")


@each("vector", VECTORS["recovery_codes"])
def test_it_writes_and_reads_the_published_recovery_codes(vector: Vector) -> None:
    assert written(raw(vector, "secret")) == vector["code"]
    assert read_code(vector["code"]) == raw(vector, "secret")


@each("vector", VECTORS["recovery_slots"])
def test_it_opens_the_published_recovery_slots(vector: Vector) -> None:
    slot = RecoverySlot.from_bytes(raw(vector, "slot"))

    assert unwrap_with_code(slot, KEYS.account_id, vector["code"]) == KEYS.account_key


@each("vector", VECTORS["recovery_slots"])
def test_it_rebuilds_the_published_recovery_slots(vector: Vector) -> None:
    slot = recovery_slot(KEYS.account_key, KEYS.account_id, vector["code"], raw(vector, "salt"))

    assert slot.to_bytes() == raw(vector, "slot")


@each("vector", VECTORS["records"])
def test_it_opens_the_published_records(vector: Vector) -> None:
    plain = open_sealed(KEYS, header_of(vector), raw(vector, "sealed"))

    assert plain == raw(vector, "plain")


@each("vector", VECTORS["records"])
def test_it_rebuilds_the_published_records(vector: Vector) -> None:
    nonce, plain = raw(vector, "nonce"), raw(vector, "plain")

    assert seal_with_nonce(KEYS, header_of(vector), plain, nonce) == raw(vector, "sealed")


@each("vector", VECTORS["large_records"])
def test_it_rebuilds_the_published_large_records(vector: Vector) -> None:
    plain = raw(vector, "plain_byte") * vector["plain_bytes"]

    sealed = seal_with_nonce(KEYS, header_of(vector), plain, raw(vector, "nonce"))

    assert len(sealed) == vector["sealed_bytes"]
    assert sha256(sealed).digest() == raw(vector, "sealed_sha256")


@each("vector", VECTORS["sessions"])
def test_it_opens_and_rebuilds_the_published_sessions(vector: Vector) -> None:
    cookie, session_id = raw(vector, "cookie_key"), vector["session_id"]
    sealed = session_with_nonce(KEYS.account_key, cookie, session_id, raw(vector, "nonce"))

    assert sealed == raw(vector, "sealed")
    assert open_session(sealed, cookie, session_id) == KEYS.account_key


@each("vector", VECTORS["backups"])
def test_it_opens_the_published_backups(vector: Vector) -> None:
    """They were written by a second program, with little work, from the age specification."""
    assert open_backup(file_of(vector), vector["passphrase"]) == raw(vector, "archive")


@each("vector", named(REFUSED["passphrase_slots"]))
def test_it_refuses_the_published_bad_passphrase_slots(vector: Vector) -> None:
    with pytest.raises(VaultError) as caught:
        unwrap_with_passphrase(
            PassphraseSlot.from_bytes(raw(vector, "slot")), KEYS.account_id, vector["passphrase"]
        )

    assert type(caught.value).__name__ == vector["error"]


@each("vector", named(REFUSED["recovery_slots"]))
def test_it_refuses_the_published_bad_recovery_slots(vector: Vector) -> None:
    with pytest.raises(VaultError) as caught:
        unwrap_with_code(
            RecoverySlot.from_bytes(raw(vector, "slot")), KEYS.account_id, vector["code"]
        )

    assert type(caught.value).__name__ == vector["error"]


@each("vector", named(REFUSED["records"]))
def test_it_refuses_the_published_bad_records(vector: Vector) -> None:
    with pytest.raises(VaultError) as caught:
        open_sealed(KEYS, header_of(vector), raw(vector, "sealed"))

    assert type(caught.value).__name__ == vector["error"]


@each("vector", named(REFUSED["sessions"]))
def test_it_refuses_the_published_bad_sessions(vector: Vector) -> None:
    with pytest.raises(VaultError) as caught:
        open_session(raw(vector, "sealed"), raw(vector, "cookie_key"), vector["session_id"])

    assert type(caught.value).__name__ == vector["error"]


@each("vector", named(REFUSED["backups"]))
def test_it_refuses_the_published_bad_backups(vector: Vector) -> None:
    with pytest.raises(VaultError) as caught:
        open_backup(file_of(vector), vector["passphrase"])

    assert type(caught.value).__name__ == vector["error"]
