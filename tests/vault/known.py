"""The test vectors of format 1, and one account that the tests share."""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from amends.vault import AccountKeys, RecordHeader, kind_tag

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "vectors/v1.json").read_text("utf-8"))
KEYS = AccountKeys(
    bytes.fromhex(VECTORS["keys"]["account_key"]), bytes.fromhex(VECTORS["keys"]["account_id"])
)
OTHERS = AccountKeys(bytes(32), bytes(16))
PASSPHRASE = str(VECTORS["passphrase_slots"][0]["passphrase"])
CODE = str(VECTORS["recovery_slots"][0]["code"])
HEADER = RecordHeader(bytes(range(16)), kind_tag(KEYS, "journal"), 3)

Vector = dict[str, Any]
each = pytest.mark.parametrize


def named(vectors: list[Vector]) -> list[object]:
    """Return refused vectors, each with its reason as the test's id."""
    return [pytest.param(vector, id=str(vector["why"])) for vector in vectors]


def raw(vector: Vector, name: str) -> bytes:
    """Return the bytes of a hexadecimal value."""
    return bytes.fromhex(vector[name])


def file_of(vector: Vector) -> bytes:
    """Return the bytes of a backup."""
    return b64decode(vector["file"])


def header_of(vector: Vector) -> RecordHeader:
    """Return what lies beside the record."""
    return RecordHeader(
        raw(vector, "record_id"), kind_tag(KEYS, vector["kind"]), vector["revision"]
    )


def with_flipped_bit(some: bytes, bit: int) -> bytes:
    """Return a copy in which one bit is another."""
    copy = bytearray(some)
    copy[bit // 8] ^= 1 << bit % 8
    return bytes(copy)
