"""AK between two requests: half in the database, half in the cookie."""

from secrets import token_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.vault import VaultError, WrongSecret, open_session, seal_session
from tests.vault.known import KEYS, with_flipped_bit

COOKIE = bytes(range(32))
SEALED = seal_session(KEYS.account_key, COOKIE, "one")
BYTES_32 = st.binary(min_size=32, max_size=32)
TYPABLE = st.text(st.characters(exclude_categories=["Cs"]))


@given(BYTES_32, BYTES_32, TYPABLE)
def test_both_halves_together_open(account_key: bytes, cookie: bytes, session_id: str) -> None:
    sealed = seal_session(account_key, cookie, session_id)

    assert len(sealed) == 73
    assert open_session(sealed, cookie, session_id) == account_key


def test_the_database_half_does_not_hold_the_key() -> None:
    assert KEYS.account_key not in SEALED


@given(BYTES_32.filter(lambda some: some != COOKIE))
def test_another_cookie_is_wrong(cookie: bytes) -> None:
    with pytest.raises(WrongSecret):
        open_session(SEALED, cookie, "one")


@given(st.text().filter(lambda some: some != "one"))
def test_another_session_is_wrong(session_id: str) -> None:
    with pytest.raises(WrongSecret):
        open_session(SEALED, COOKIE, session_id)


@given(st.binary(max_size=40).filter(lambda some: len(some) != 32))
def test_a_cookie_of_another_size_is_wrong(cookie: bytes) -> None:
    with pytest.raises(WrongSecret):
        open_session(SEALED, cookie, "one")


@given(st.integers(min_value=0, max_value=73 * 8 - 1))
def test_one_flipped_bit_refuses(bit: int) -> None:
    with pytest.raises(VaultError):
        open_session(with_flipped_bit(SEALED, bit), COOKIE, "one")


def test_a_part_of_it_refuses() -> None:
    for length in range(len(SEALED)):
        with pytest.raises(VaultError):
            open_session(SEALED[:length], COOKIE, "one")


def test_only_a_whole_key_is_sealed() -> None:
    with pytest.raises(ValueError, match="account_key has 31 bytes"):
        seal_session(token_bytes(31), COOKIE, "one")
    with pytest.raises(ValueError, match="cookie_key has 16 bytes"):
        seal_session(token_bytes(32), COOKIE[:16], "one")
