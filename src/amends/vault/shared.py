"""Items of a shared space: sealed under its key and signed by their author (docs/vault.md)."""

import hmac
from dataclasses import dataclass, field
from functools import cached_property

from amends.vault.errors import Damaged
from amends.vault.keys import ID_BYTES, KEY_BYTES, KIND_TAG_BYTES, derive, label, sized
from amends.vault.pairs import SIGNATURE_BYTES, KeyPair, PublicKeys
from amends.vault.records import RecordHeader, pad, unpad
from amends.vault.sealing import new_nonce, open_bytes, seal_bytes

_ITEM, _SIGNATURE, _GRANT = label("item"), label("item-signature"), label("space-key")
_SIGNED = KEY_BYTES + SIGNATURE_BYTES
"""Bytes before the text of an item: the author's signing key, and the signature."""


@dataclass(frozen=True, eq=False)
class SpaceKeys:
    """The key of one epoch of a space, 32 bytes; `space` has 16. Leaving ends an epoch."""

    space_key: bytes = field(repr=False)
    space: bytes
    epoch: int

    def __post_init__(self) -> None:
        sized("space_key", self.space_key, KEY_BYTES)
        sized("space", self.space, ID_BYTES)

    @property
    def place(self) -> bytes:
        """The space and the epoch, 20 bytes; bound to everything in it."""
        return self.space + self.epoch.to_bytes(4, "big")

    @cached_property
    def items(self) -> bytes:
        """Seals items."""
        return derive(self.space_key, label("items") + self.place)

    @cached_property
    def index(self) -> bytes:
        """Hides their kinds."""
        return derive(self.space_key, label("item-index") + self.place)


def item_tag(keys: SpaceKeys, kind: str) -> bytes:
    """Return 16 bytes that stand for a kind of item: the same in one epoch, never in two."""
    return hmac.digest(keys.index, kind.encode(), "sha256")[:KIND_TAG_BYTES]


def seal_item(keys: SpaceKeys, header: RecordHeader, plain: bytes, author: KeyPair) -> bytes:
    """Return the sealed item; who wrote it is inside the seal."""
    return item_with_nonce(keys, header, plain, author, new_nonce())


def item_with_nonce(
    keys: SpaceKeys, header: RecordHeader, plain: bytes, author: KeyPair, nonce: bytes
) -> bytes:
    """Seal with a given nonce of 24 bytes, as the test vectors do; never use one twice."""
    bound = keys.place + header.to_bytes()
    public = author.public.signing
    inside = public + author.sign(_SIGNATURE + bound + public + plain) + plain
    return seal_bytes(keys.items, _ITEM, bound, pad(inside), nonce)


def open_item(
    keys: SpaceKeys, header: RecordHeader, sealed: bytes, members: tuple[PublicKeys, ...]
) -> tuple[PublicKeys, bytes]:
    """Return who wrote an item, and its text.

    Raises Damaged when it was changed, swapped, or written by nobody of the members; NewerFormat.
    """
    bound = keys.place + header.to_bytes()
    inside = unpad(open_bytes(keys.items, _ITEM, bound, sealed))
    public, signature = inside[:KEY_BYTES], inside[KEY_BYTES:_SIGNED]
    author = next((one for one in members if hmac.compare_digest(one.signing, public)), None)
    if author is None:
        raise Damaged
    plain = inside[_SIGNED:]
    author.check(_SIGNATURE + bound + public + plain, signature)
    return author, plain


def seal_space_key(keys: SpaceKeys, to: PublicKeys, sender: KeyPair) -> bytes:
    """Return the key of an epoch, sealed to a member and signed by the sender."""
    signature = sender.sign(_GRANT + keys.place + to.to_bytes() + keys.space_key)
    return to.seal(signature + keys.space_key)


def open_space_key(
    sealed: bytes, space: bytes, epoch: int, mine: KeyPair, sender: PublicKeys
) -> SpaceKeys:
    """Return the key that a member was given; raises Damaged unless `sender` meant it for them."""
    inside = mine.open(sealed)
    if len(inside) != SIGNATURE_BYTES + KEY_BYTES:
        raise Damaged
    keys = SpaceKeys(inside[SIGNATURE_BYTES:], space, epoch)
    message = _GRANT + keys.place + mine.public.to_bytes() + keys.space_key
    sender.check(message, inside[:SIGNATURE_BYTES])
    return keys
