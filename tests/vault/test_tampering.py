"""100,000 sealed records that someone changed, cut, mixed or moved: none opens."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, permutations
from typing import NamedTuple

import pytest

from amends.vault import (
    AccountKeys,
    RecordHeader,
    VaultError,
    kind_tag,
    open_sealed,
    seal,
)
from tests.vault.known import KEYS, with_flipped_bit

NEIGHBOUR = AccountKeys(bytes(range(32)), bytes(range(16)))  # the same account id, another key
NAMESAKE = AccountKeys(KEYS.account_key, bytes(16))  # the same key, another account id
KINDS = ("journal", "draft", "agreement")


class Row(NamedTuple):
    """One record as it lies in a table, and the keys that are tried on it."""

    keys: AccountKeys
    header: RecordHeader
    sealed: bytes


def row(number: int) -> Row:
    tag = kind_tag(KEYS, KINDS[number % len(KINDS)])
    header = RecordHeader(number.to_bytes(16, "big"), tag, number + 1)
    return Row(KEYS, header, seal(KEYS, header, b"entry %d " % number * (number + 1)))


ROWS = [row(number) for number in range(32)]


def bit_flips() -> Iterator[Row]:
    for one in ROWS:
        for bit in range(len(one.sealed) * 8):
            yield one._replace(sealed=with_flipped_bit(one.sealed, bit))


def truncations() -> Iterator[Row]:
    for one in ROWS:
        for length in range(len(one.sealed)):
            yield one._replace(sealed=one.sealed[:length])
            yield one._replace(sealed=one.sealed[length + 1 :])


def additions() -> Iterator[Row]:
    for one in ROWS:
        for byte in range(256):
            yield one._replace(sealed=one.sealed + bytes([byte]))


def versions() -> Iterator[Row]:
    for one in ROWS:
        for version in chain([0], range(2, 256)):
            yield one._replace(sealed=bytes([version]) + one.sealed[1:])


def record_ids() -> Iterator[Row]:
    for one, two in permutations(ROWS, 2):
        yield one._replace(header=replace(one.header, record_id=two.header.record_id))


def kinds() -> Iterator[Row]:
    for one in ROWS:
        for kind in ("", *KINDS, *map(str, range(100))):
            if (tag := kind_tag(KEYS, kind)) != one.header.kind_tag:
                yield one._replace(header=replace(one.header, kind_tag=tag))


def revisions() -> Iterator[Row]:
    for one in ROWS:
        for revision in chain(range(100), (2**bit for bit in range(7, 64))):
            if revision != one.header.revision:
                yield one._replace(header=replace(one.header, revision=revision))


def accounts() -> Iterator[Row]:
    for one in ROWS:
        yield one._replace(keys=NEIGHBOUR)
        yield one._replace(keys=NAMESAKE)


def swapped_rows() -> Iterator[Row]:
    for one, two in permutations(ROWS, 2):
        yield one._replace(sealed=two.sealed)


def grafts() -> Iterator[Row]:
    """The nonce, the text or the seal of another record."""
    for one, two in permutations(ROWS, 2):
        for start, end in ((1, 25), (25, -16), (-16, None)):
            tail = one.sealed[end:] if end else b""
            yield one._replace(sealed=one.sealed[:start] + two.sealed[start:end] + tail)


WAYS = (
    bit_flips,
    truncations,
    additions,
    versions,
    record_ids,
    kinds,
    revisions,
    accounts,
    swapped_rows,
    grafts,
)


def opens(one: Row) -> bool:
    try:
        open_sealed(*one)
    except VaultError:
        return False
    return True


def test_every_record_opens_when_nobody_touched_it() -> None:
    assert all(map(opens, ROWS))


@pytest.mark.asvs("V11.3.3")
def test_none_of_100_000_tampered_records_opens() -> None:
    tried = Counter[str]()
    opened = Counter[str]()
    for way in WAYS:
        for one in way():
            tried[way.__name__] += 1
            opened[way.__name__] += opens(one)

    assert tried.total() >= 100_000
    assert all(tried[way.__name__] for way in WAYS)
    assert opened.total() == 0
