"""The recovery code: 160 random bits for a sheet of paper (docs/vault.md, "Recovery code")."""

import hmac
import unicodedata
from base64 import b32decode, b32encode
from hashlib import sha256
from secrets import token_bytes

from amends.vault.errors import BadRecoveryCode
from amends.vault.keys import label

CODE_BYTES = 20
CHECK_CHARACTERS = 4
CHARACTERS = CODE_BYTES * 8 // 5 + CHECK_CHARACTERS
GROUP = 4
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RFC_4648 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_WRITTEN = str.maketrans(RFC_4648, ALPHABET)
_READ = str.maketrans(ALPHABET, RFC_4648)
_LOOK_ALIKES = str.maketrans("ILOU", "110V")
_LEFT_OUT = {"Pd", "Zs", "Zl", "Zp", "Cc", "Cf"}  # Unicode: dashes, spaces, what cannot be seen
_MINUS = "\N{MINUS SIGN}"


def new_recovery_code() -> str:
    """Return a new code: nine groups of four, the last one a checksum."""
    return written(token_bytes(CODE_BYTES))


def written(secret: bytes) -> str:
    """Return the canonical form of a code of 20 bytes.

    >>> written(bytes(20))
    '0000-0000-0000-0000-0000-0000-0000-0000-263T'
    """
    characters = _base32(secret) + _checksum(secret)
    return "-".join(characters[at : at + GROUP] for at in range(0, CHARACTERS, GROUP))


def read_code(code: str) -> bytes:
    """Return the 20 bytes of a typed code; case, spaces, dashes and look-alikes do not matter.

    Raises BadRecoveryCode for a typing mistake; whether the code fits an account is not known yet.
    """
    characters = "".join(filter(_counts, unicodedata.normalize("NFKC", code))).upper()
    characters = characters.translate(_LOOK_ALIKES)
    if len(characters) != CHARACTERS or not set(characters) <= set(ALPHABET):
        raise BadRecoveryCode
    secret = b32decode(characters[:-CHECK_CHARACTERS].translate(_READ))
    if not hmac.compare_digest(_checksum(secret), characters[-CHECK_CHARACTERS:]):
        raise BadRecoveryCode
    return secret


def _base32(some: bytes) -> str:
    return b32encode(some).decode("ascii").translate(_WRITTEN)


def _checksum(secret: bytes) -> str:
    return _base32(sha256(label("recovery-code") + secret).digest())[:CHECK_CHARACTERS]


def _counts(character: str) -> bool:
    return unicodedata.category(character) not in _LEFT_OUT and character != _MINUS
