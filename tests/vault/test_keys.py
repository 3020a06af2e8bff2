"""The account key and what comes from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.vault import AccountKeys, kind_tag, new_account_key
from tests.vault.known import KEYS, OTHERS, each

NAMES = ["records", "index", "blobs", "export", "commitment"]


def test_every_account_key_is_new() -> None:
    keys = {new_account_key() for _ in range(100)}

    assert len(keys) == 100
    assert {len(key) for key in keys} == {32}


def test_every_purpose_has_its_own_key() -> None:
    derived = {getattr(keys, name) for name in NAMES for keys in (KEYS, OTHERS)}

    assert len(derived) == 2 * len(NAMES)
    assert KEYS.account_key not in derived


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16))
def test_the_account_is_part_of_every_key(account_key: bytes, account_id: bytes) -> None:
    mine = AccountKeys(account_key, account_id)
    other = AccountKeys(account_key, bytes(byte ^ 1 for byte in account_id))

    assert all(getattr(mine, name) != getattr(other, name) for name in NAMES)


def test_no_key_shows_in_a_repr() -> None:
    assert repr(KEYS) == f"AccountKeys(account_id={KEYS.account_id!r})"


@each(("key_bytes", "id_bytes"), [(31, 16), (33, 16), (0, 16), (32, 15), (32, 36)])
def test_it_takes_no_key_or_id_of_another_size(key_bytes: int, id_bytes: int) -> None:
    with pytest.raises(ValueError, match="bytes, not"):
        AccountKeys(bytes(key_bytes), bytes(id_bytes))


@given(st.text(), st.text())
def test_a_kind_has_one_tag_in_one_account(one: str, two: str) -> None:
    assert len(kind_tag(KEYS, one)) == 16
    assert (kind_tag(KEYS, one) == kind_tag(KEYS, two)) is (one == two)


def test_a_kind_has_another_tag_in_another_account() -> None:
    assert kind_tag(KEYS, "journal") != kind_tag(OTHERS, "journal")
