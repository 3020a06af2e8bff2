"""Sealed records: round trips, sizes, and what they are bound to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.vault import Damaged, NewerFormat, RecordHeader, VaultError, open_sealed, seal
from amends.vault.records import pad, unpad
from tests.vault.known import HEADER, KEYS, OTHERS, each, with_flipped_bit

SIZES = st.integers(min_value=0, max_value=20_000)
IDS = st.binary(min_size=16, max_size=16)
HEADERS = st.builds(RecordHeader, IDS, IDS, st.integers(min_value=0, max_value=2**64 - 1))
SEALED = seal(KEYS, HEADER, b"I left you waiting.")


@given(HEADERS, st.binary(max_size=10_000))
def test_what_is_sealed_opens_again(header: RecordHeader, plain: bytes) -> None:
    assert open_sealed(KEYS, header, seal(KEYS, header, plain)) == plain


@given(SIZES, st.sampled_from([b"\0", b"\x80", b"a"]))
def test_every_size_comes_back_whole(size: int, byte: bytes) -> None:
    assert unpad(pad(byte * size)) == byte * size


@given(SIZES)
def test_only_the_step_of_a_size_shows(size: int) -> None:
    padded = len(seal(KEYS, HEADER, b"a" * size)) - 41

    assert padded % (256 if padded <= 4096 else 4096) == 0
    assert size < padded <= size + (256 if size < 4096 else 4096)


@given(st.binary(max_size=255), st.binary(max_size=255))
def test_short_records_are_of_one_size(one: bytes, two: bytes) -> None:
    assert len(seal(KEYS, HEADER, one)) == len(seal(KEYS, HEADER, two)) == 297


@each(
    ("size", "padded"),
    [(0, 256), (255, 256), (256, 512), (4095, 4096), (4096, 8192), (8191, 8192), (8192, 12288)],
)
def test_the_steps_are_where_the_specification_puts_them(size: int, padded: int) -> None:
    assert len(pad(b"a" * size)) == padded


@given(st.binary(max_size=9000))
def test_no_bytes_break_the_unpadding(padded: bytes) -> None:
    try:
        plain = unpad(padded)
    except Damaged:
        return

    assert pad(plain) == padded


def test_the_same_text_never_looks_the_same() -> None:
    sealed = {seal(KEYS, HEADER, b"sorry") for _ in range(100)}

    assert len({one[1:25] for one in sealed}) == 100
    assert len({one[25:] for one in sealed}) == 100


def test_nothing_of_the_text_shows() -> None:
    text = b"canary-7f3a " * 400

    assert b"canary" not in seal(KEYS, HEADER, text)


@pytest.mark.asvs("V11.3.3")
@given(st.integers(min_value=0, max_value=len(SEALED) * 8 - 1))
def test_one_flipped_bit_refuses(bit: int) -> None:
    with pytest.raises((Damaged, NewerFormat)):
        open_sealed(KEYS, HEADER, with_flipped_bit(SEALED, bit))


@given(HEADERS.filter(lambda header: header != HEADER))
def test_another_header_refuses(header: RecordHeader) -> None:
    with pytest.raises(Damaged):
        open_sealed(KEYS, header, SEALED)


def test_another_account_refuses() -> None:
    with pytest.raises(Damaged):
        open_sealed(OTHERS, HEADER, SEALED)


@given(st.binary(max_size=600))
def test_whatever_lies_in_a_row_the_error_is_clear(sealed: bytes) -> None:
    with pytest.raises(VaultError):
        open_sealed(KEYS, HEADER, sealed)


@pytest.mark.asvs("V11.2.2")
def test_a_newer_version_is_told_as_such() -> None:
    for version in range(2, 256):
        with pytest.raises(NewerFormat):
            open_sealed(KEYS, HEADER, bytes([version]) + SEALED[1:])


@each(
    ("record_id", "tag", "revision"),
    [(15, 16, 0), (17, 16, 0), (16, 15, 0), (16, 32, 0), (16, 16, -1), (16, 16, 2**64)],
)
def test_a_header_of_another_shape_is_not_made(record_id: int, tag: int, revision: int) -> None:
    with pytest.raises(ValueError, match=r"bytes, not|a revision is"):
        RecordHeader(bytes(record_id), bytes(tag), revision)
