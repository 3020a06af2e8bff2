"""What a locked page carries: sealed under a key that this server alone holds, until it stops.

The page holds the sealed bytes and not the key; the server holds the key and not the bytes. They
come together when the account that they belong to has been unlocked.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from typing import Self

from amends.vault import (
    AccountKeys,
    RecordHeader,
    VaultError,
    kind_tag,
    new_account_key,
    open_sealed,
    seal,
)

_KEY = new_account_key()
_KIND = "carried"


@dataclass(frozen=True)
class SentForm:
    """A form that was sent while locked: where it was going, and its fields."""

    path: str
    fields: tuple[tuple[str, str], ...]

    def to_bytes(self) -> bytes:
        """Return it as JSON."""
        return json.dumps([self.path, self.fields]).encode()

    @classmethod
    def from_bytes(cls, plain: bytes) -> Self:
        """Return what `to_bytes` was given."""
        path, fields = json.loads(plain)
        return cls(path, tuple((name, value) for name, value in fields))


def carry(account: bytes, plain: bytes) -> str:
    """Return bytes sealed for an account (its id, 16 bytes), as a page or a cookie holds them."""
    keys = AccountKeys(_KEY, account)
    return urlsafe_b64encode(seal(keys, _header(keys), plain)).decode()


def arrived(account: bytes, carried: str) -> bytes | None:
    """Return what was carried; None for another account, or when the server was started anew."""
    keys = AccountKeys(_KEY, account)
    try:
        return open_sealed(keys, _header(keys), urlsafe_b64decode(carried.encode()))
    except (VaultError, NotBase64, ValueError):
        return None


def _header(keys: AccountKeys) -> RecordHeader:
    return RecordHeader(bytes(16), kind_tag(keys, _KIND), 0)
