"""A backup: one age file. Making one takes seconds, so the tests share the few they make."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.vault import Damaged, UnusablePassphrase, VaultError, open_backup, seal_backup
from tests.vault.known import CODE, PASSPHRASE, VECTORS, file_of, with_flipped_bit

ARCHIVE = b"canary-7f3a " * 10_000  # more than one of age's chunks of 64 KiB
LIGHT = file_of(VECTORS["backups"][0])  # made with little work, so that it can be tried often


@cache
def sealed() -> bytes:
    return seal_backup(ARCHIVE, CODE)


def test_a_backup_opens_again_by_a_code_however_it_is_typed() -> None:
    typed = CODE.lower().replace("-", " ").replace("1", "l")

    assert open_backup(sealed(), typed) == ARCHIVE


def test_a_backup_is_an_age_file_with_a_passphrase() -> None:
    first, second = sealed().splitlines()[:2]

    assert first == b"age-encryption.org/v1"
    assert second.startswith(b"-> scrypt ")


def test_a_backup_asks_for_much_work() -> None:
    work = int(sealed().splitlines()[1].split()[-1])

    assert 14 <= work <= 22  # 16 MiB at least, also on a slow machine


def test_nothing_of_the_archive_shows() -> None:
    assert b"canary" not in sealed()


def test_one_flipped_bit_refuses() -> None:
    for bit in range(len(LIGHT) * 8):
        with pytest.raises(VaultError):
            open_backup(with_flipped_bit(LIGHT, bit), PASSPHRASE)


def test_a_part_of_it_is_damaged() -> None:
    for length in range(len(LIGHT)):
        with pytest.raises(Damaged):
            open_backup(LIGHT[:length], PASSPHRASE)


@given(st.binary(max_size=300))
@settings(max_examples=50)
def test_whatever_lies_in_a_file_the_error_is_clear(some: bytes) -> None:
    with pytest.raises(VaultError):
        open_backup(some, PASSPHRASE)
    with pytest.raises(VaultError):
        open_backup(LIGHT[:22] + some, PASSPHRASE)


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(UnusablePassphrase):
        seal_backup(ARCHIVE, "")
