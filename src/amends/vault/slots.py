"""Key slots: the account key, wrapped by passphrase or recovery code (docs/vault.md)."""

import hmac
import struct
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_bytes
from typing import Any, ClassVar, Self

from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap_with_padding,
    aes_key_wrap_with_padding,
)

from amends.vault.cost import KdfCost, stretch
from amends.vault.errors import Damaged, WrongSecret
from amends.vault.keys import ID_BYTES, AccountKeys, derive, label, sized
from amends.vault.passphrase import normal
from amends.vault.recovery import read_code
from amends.vault.sealing import VERSION, check_version

SALT_BYTES = 16
CHECKSUM_BYTES = 8


@dataclass(frozen=True)
class PassphraseSlot:
    """AK wrapped by a passphrase: cost, salt (16 bytes), wrapped key (40), commitment (32)."""

    cost: KdfCost
    salt: bytes
    wrapped: bytes
    commitment: bytes

    LAYOUT: ClassVar[struct.Struct] = struct.Struct(">BBIHH16s40s32s")
    KIND: ClassVar[int] = 1

    def to_bytes(self) -> bytes:
        """Return the 106 bytes to keep."""
        return _with_checksum(_start(self.cost, self.salt) + self.wrapped + self.commitment)

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        """Read a slot; raises NewerFormat, Damaged, CostTooLow."""
        memory, passes, lanes, *rest = _fields(cls.LAYOUT, cls.KIND, kept)
        return cls(KdfCost(memory, passes, lanes), *rest)


@dataclass(frozen=True)
class RecoverySlot:
    """AK wrapped by a recovery code: salt (16 bytes), wrapped key (40), commitment (32)."""

    salt: bytes
    wrapped: bytes
    commitment: bytes

    LAYOUT: ClassVar[struct.Struct] = struct.Struct(">BB16s40s32s")
    KIND: ClassVar[int] = 2

    def to_bytes(self) -> bytes:
        """Return the 98 bytes to keep."""
        mark = bytes([VERSION, self.KIND])
        return _with_checksum(mark + self.salt + self.wrapped + self.commitment)

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        """Read a slot; raises NewerFormat, Damaged."""
        return cls(*_fields(cls.LAYOUT, cls.KIND, kept))


def wrap_with_passphrase(
    account_key: bytes, account_id: bytes, passphrase: str, cost: KdfCost
) -> PassphraseSlot:
    """Return a new slot; takes as long as `cost` says. Raises UnusablePassphrase, OutOfMemory."""
    return passphrase_slot(account_key, account_id, passphrase, cost, token_bytes(SALT_BYTES))


def passphrase_slot(
    account_key: bytes, account_id: bytes, passphrase: str, cost: KdfCost, salt: bytes
) -> PassphraseSlot:
    """Wrap with a given salt of 16 bytes, as the test vectors do."""
    keys = AccountKeys(account_key, account_id)
    kek = _kek_of_passphrase(passphrase, cost, salt, account_id)
    wrapped = aes_key_wrap_with_padding(kek, account_key)
    return PassphraseSlot(cost, salt, wrapped, keys.commitment)


def unwrap_with_passphrase(slot: PassphraseSlot, account_id: bytes, passphrase: str) -> bytes:
    """Return the account key; raises WrongSecret, Damaged, OutOfMemory."""
    kek = _kek_of_passphrase(passphrase, slot.cost, slot.salt, account_id)
    return _unwrapped(kek, slot.wrapped, account_id, slot.commitment)


def wrap_with_code(account_key: bytes, account_id: bytes, code: str) -> RecoverySlot:
    """Return a new slot; raises BadRecoveryCode."""
    return recovery_slot(account_key, account_id, code, token_bytes(SALT_BYTES))


def recovery_slot(account_key: bytes, account_id: bytes, code: str, salt: bytes) -> RecoverySlot:
    """Wrap with a given salt of 16 bytes, as the test vectors do."""
    keys = AccountKeys(account_key, account_id)
    wrapped = aes_key_wrap_with_padding(_kek_of_code(code, salt, account_id), account_key)
    return RecoverySlot(salt, wrapped, keys.commitment)


def unwrap_with_code(slot: RecoverySlot, account_id: bytes, code: str) -> bytes:
    """Return the account key; raises BadRecoveryCode for a typing mistake, WrongSecret, Damaged."""
    kek = _kek_of_code(code, slot.salt, account_id)
    return _unwrapped(kek, slot.wrapped, account_id, slot.commitment)


def _kek_of_passphrase(passphrase: str, cost: KdfCost, salt: bytes, account_id: bytes) -> bytes:
    stretched = stretch(normal(passphrase).encode(), sized("salt", salt, SALT_BYTES), cost)
    bound = sized("account_id", account_id, ID_BYTES) + _start(cost, salt)
    return derive(stretched, label("passphrase") + bound)


def _kek_of_code(code: str, salt: bytes, account_id: bytes) -> bytes:
    bound = sized("account_id", account_id, ID_BYTES) + bytes([VERSION, RecoverySlot.KIND])
    return derive(read_code(code), label("recovery") + bound, sized("salt", salt, SALT_BYTES))


def _unwrapped(kek: bytes, wrapped: bytes, account_id: bytes, commitment: bytes) -> bytes:
    try:
        key = aes_key_unwrap_with_padding(kek, wrapped)
        found = AccountKeys(key, account_id).commitment
    except (InvalidUnwrap, ValueError):
        raise WrongSecret from None
    if not hmac.compare_digest(found, commitment):
        raise Damaged
    return key


def _start(cost: KdfCost, salt: bytes) -> bytes:
    numbers = (VERSION, PassphraseSlot.KIND, cost.memory_kib, cost.passes, cost.lanes)
    return struct.pack(">BBIHH", *numbers) + salt


def _fields(layout: struct.Struct, kind: int, kept: bytes) -> tuple[Any, ...]:
    check_version(kept)
    if len(kept) != layout.size + CHECKSUM_BYTES or _with_checksum(kept[: layout.size]) != kept:
        raise Damaged
    _version, found, *fields = layout.unpack_from(kept)
    if found != kind:
        raise Damaged
    return tuple(fields)


def _with_checksum(kept: bytes) -> bytes:
    return kept + sha256(label("slot") + kept).digest()[:CHECKSUM_BYTES]
