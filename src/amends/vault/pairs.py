"""Two key pairs of an account: one signs, one is sealed to (docs/vault.md, "Shared spaces")."""

from dataclasses import dataclass, field
from functools import cached_property
from secrets import token_bytes

from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.signing import SigningKey, VerifyKey

from amends.vault.errors import Damaged
from amends.vault.keys import KEY_BYTES, sized

SIGNATURE_BYTES = 64
BOX_BYTES = 48
"""What a sealed box adds: a key for this message alone, and the tag."""


@dataclass(frozen=True)
class PublicKeys:
    """The halves that another person may know: Ed25519 and X25519, 32 bytes each."""

    signing: bytes
    sealing: bytes

    def __post_init__(self) -> None:
        sized("signing", self.signing, KEY_BYTES)
        sized("sealing", self.sealing, KEY_BYTES)

    def to_bytes(self) -> bytes:
        """Return both, 64 bytes."""
        return self.signing + self.sealing

    @classmethod
    def from_bytes(cls, both: bytes) -> "PublicKeys":
        """Read 64 bytes; raises Damaged for any other number."""
        if len(both) != 2 * KEY_BYTES:
            raise Damaged
        return cls(both[:KEY_BYTES], both[KEY_BYTES:])

    def seal(self, plain: bytes) -> bytes:
        """Return what only the owner of these keys can open; nothing in it tells who made it."""
        return SealedBox(PublicKey(self.sealing)).encrypt(plain)

    def check(self, message: bytes, signature: bytes) -> None:
        """Raise Damaged unless the owner of these keys signed exactly this."""
        try:
            VerifyKey(self.signing).verify(message, signature)
        except (BadSignatureError, ValueError):
            raise Damaged from None


@dataclass(frozen=True, eq=False)
class KeyPair:
    """Both private halves, 32 bytes each; they are kept sealed under the account's key."""

    signing: bytes = field(repr=False)
    sealing: bytes = field(repr=False)

    def __post_init__(self) -> None:
        sized("signing", self.signing, KEY_BYTES)
        sized("sealing", self.sealing, KEY_BYTES)

    @cached_property
    def public(self) -> PublicKeys:
        """The halves that the other may know."""
        return PublicKeys(
            bytes(SigningKey(self.signing).verify_key),
            bytes(PrivateKey(self.sealing).public_key),
        )

    def sign(self, message: bytes) -> bytes:
        """Return a signature of 64 bytes."""
        return SigningKey(self.signing).sign(message).signature

    def open(self, sealed: bytes) -> bytes:
        """Return what was sealed to this pair; raises Damaged."""
        try:
            return SealedBox(PrivateKey(self.sealing)).decrypt(sealed)
        except (CryptoError, ValueError):
            raise Damaged from None


def new_key_pair() -> KeyPair:
    """Return a new pair, from 64 random bytes."""
    return KeyPair(token_bytes(KEY_BYTES), token_bytes(KEY_BYTES))
