"""Sealed, padded records (docs/vault.md, "Records")."""

from dataclasses import dataclass

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError

from amends.vault.errors import Damaged
from amends.vault.keys import ID_BYTES, KIND_TAG_BYTES, AccountKeys, label, sized
from amends.vault.sealing import new_nonce, open_bytes, seal_bytes

FINE, COARSE = 256, 4096
_WORD = label("record")


@dataclass(frozen=True)
class RecordHeader:
    """What lies beside a record and is bound to it: id and kind tag (16 bytes), revision."""

    record_id: bytes
    kind_tag: bytes
    revision: int

    def __post_init__(self) -> None:
        sized("record_id", self.record_id, ID_BYTES)
        sized("kind_tag", self.kind_tag, KIND_TAG_BYTES)
        if not 0 <= self.revision < 2**64:
            raise ValueError("a revision is a number from 0 to 2**64 - 1")

    def to_bytes(self) -> bytes:
        """Return the 40 bytes that are bound to the record."""
        return self.record_id + self.kind_tag + self.revision.to_bytes(8, "big")


def seal(keys: AccountKeys, header: RecordHeader, plaintext: bytes) -> bytes:
    """Return the sealed record; only these keys and this header open it."""
    return seal_with_nonce(keys, header, plaintext, new_nonce())


def seal_with_nonce(
    keys: AccountKeys, header: RecordHeader, plaintext: bytes, nonce: bytes
) -> bytes:
    """Seal with a given nonce of 24 bytes, as the test vectors do; never use one twice."""
    return seal_bytes(keys.records, _WORD, _bound(keys, header), pad(plaintext), nonce)


def open_sealed(keys: AccountKeys, header: RecordHeader, sealed: bytes) -> bytes:
    """Return the plaintext; raises Damaged, or NewerFormat."""
    return unpad(open_bytes(keys.records, _WORD, _bound(keys, header), sealed))


def pad(plaintext: bytes) -> bytes:
    """Return the text made longer, in steps of 256 bytes up to 4 KiB, then of 4 KiB."""
    return sodium_pad(plaintext, FINE if len(plaintext) < COARSE else COARSE)


def unpad(padded: bytes) -> bytes:
    """Return what was padded; raises Damaged when this is no padding of ours."""
    block = FINE if len(padded) <= COARSE else COARSE
    if not padded or len(padded) % block:
        raise Damaged
    try:
        return sodium_unpad(padded, block)
    except CryptoError:
        raise Damaged from None


def _bound(keys: AccountKeys, header: RecordHeader) -> bytes:
    return keys.account_id + header.to_bytes()
