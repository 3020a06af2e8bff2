"""A program that was written from docs/vault.md alone opens what amends seals."""

from secrets import token_bytes

import pytest

from amends.vault import FLOOR, kind_tag, new_recovery_code, seal, seal_session
from amends.vault import wrap_with_code as wrap_code
from amends.vault import wrap_with_passphrase as wrap_passphrase
from tests.vault import second_program as second
from tests.vault.known import HEADER, KEYS, VECTORS, Vector, each, file_of, raw

KEY, ACCOUNT = KEYS.account_key, KEYS.account_id


@pytest.mark.asvs("V11.2.1", "V11.2.3")
def test_it_derives_the_same_keys() -> None:
    for word in ("records", "index", "blobs", "export", "commitment"):
        assert second.derived(KEY, ACCOUNT, word.encode()) == getattr(KEYS, word)


def test_it_hides_kinds_in_the_same_way() -> None:
    assert second.kind_tag(KEY, ACCOUNT, "journal") == kind_tag(KEYS, "journal")


@pytest.mark.asvs("V11.2.1", "V11.4.4")
def test_it_opens_a_passphrase_slot() -> None:
    slot = wrap_passphrase(KEY, ACCOUNT, "Cafe\u0301", FLOOR).to_bytes()

    assert second.key_in_passphrase_slot(slot, ACCOUNT, "Caf\u00e9") == KEY
    assert slot[66:98] == KEYS.commitment
    assert slot[98:] == second.slot_checksum(slot)


def test_it_opens_a_recovery_slot() -> None:
    code = new_recovery_code()
    slot = wrap_code(KEY, ACCOUNT, code).to_bytes()

    assert second.key_in_recovery_slot(slot, ACCOUNT, code) == KEY
    assert slot[58:90] == KEYS.commitment
    assert slot[90:] == second.slot_checksum(slot)


@pytest.mark.asvs("V11.3.2", "V11.1.2")
@each("size", [0, 1, 255, 256, 4095, 4096, 50_000])
def test_it_opens_a_record(size: int) -> None:
    plain = b"a" * size
    header = HEADER.record_id + HEADER.kind_tag + HEADER.revision.to_bytes(8, "big")
    aad = second.label(b"record") + b"\1" + ACCOUNT + header

    opened = second.open_seal(KEYS.records, seal(KEYS, HEADER, plain), aad)

    assert second.unpadded(opened) == plain


def test_it_opens_a_session() -> None:
    cookie = token_bytes(32)
    aad = second.label(b"session") + b"\1" + b"one"

    assert second.open_seal(cookie, seal_session(KEY, cookie, "one"), aad) == KEY


@each("vector", VECTORS["backups"][:1])
def test_it_opens_a_published_backup(vector: Vector) -> None:
    assert second.open_age(file_of(vector), vector["passphrase"]) == raw(vector, "archive")
