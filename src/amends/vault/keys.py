"""The account key, and the keys that come from it (docs/vault.md, "Keys")."""

import hmac
from dataclasses import dataclass, field
from functools import cached_property
from secrets import token_bytes

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
ID_BYTES = 16
KIND_TAG_BYTES = 16


def label(word: str) -> bytes:
    r"""Return the bytes that keep values of one purpose apart from all others.

    >>> label("records")
    b'amends-vault/1/records\x00'
    """
    return f"amends-vault/1/{word}\0".encode("ascii")


def derive(key: bytes, info: bytes, salt: bytes = b"") -> bytes:
    """Return 32 bytes made from a key that is already random (HKDF-SHA256)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(key)


def new_account_key() -> bytes:
    """Return a new account key, 32 random bytes."""
    return token_bytes(KEY_BYTES)


def sized(name: str, value: bytes, size: int) -> bytes:
    """Return the value; raises ValueError when it does not have `size` bytes."""
    if len(value) != size:
        raise ValueError(f"{name} has {len(value)} bytes, not {size}")
    return value


@dataclass(frozen=True, eq=False)
class AccountKeys:
    """The keys of one unlocked account, 32 bytes each; `account_id` has 16."""

    account_key: bytes = field(repr=False)
    account_id: bytes

    def __post_init__(self) -> None:
        sized("account_key", self.account_key, KEY_BYTES)
        sized("account_id", self.account_id, ID_BYTES)

    @cached_property
    def records(self) -> bytes:
        """Seals records."""
        return self._derived("records")

    @cached_property
    def index(self) -> bytes:
        """Hides the kinds of records."""
        return self._derived("index")

    @cached_property
    def blobs(self) -> bytes:
        """Set aside for attachments; format 1 does not use it."""
        return self._derived("blobs")

    @cached_property
    def export(self) -> bytes:
        """Set aside for sealed exports; format 1 does not use it."""
        return self._derived("export")

    @cached_property
    def commitment(self) -> bytes:
        """Says which account key a slot holds, without telling the key."""
        return self._derived("commitment")

    def _derived(self, word: str) -> bytes:
        return derive(self.account_key, label(word) + self.account_id)


def kind_tag(keys: AccountKeys, kind: str) -> bytes:
    """Return 16 bytes that stand for a kind in the table: the same in one account, never in two."""
    return hmac.digest(keys.index, kind.encode(), "sha256")[:KIND_TAG_BYTES]
