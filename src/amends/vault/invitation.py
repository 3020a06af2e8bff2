"""An invitation: a code said or written from one person to the other (docs/vault.md).

The code opens a letter of either side, so that the keys in them are those of the two who know it.
"""

from hashlib import sha256
from secrets import token_bytes

from amends.vault.keys import ID_BYTES, derive, label
from amends.vault.pairs import PublicKeys
from amends.vault.recovery import CODE_BYTES, read_code, written
from amends.vault.sealing import new_nonce, open_bytes, seal_bytes

PHRASE_WORDS = 6
WORDS_TO_CHOOSE_FROM = 256


def new_invitation_code() -> str:
    """Return a new code of 160 random bits, in the form of a recovery code."""
    return written(token_bytes(CODE_BYTES))


def place_of(code: str) -> bytes:
    """Return where an invitation lies, 16 bytes; tells nothing about the code.

    Raises BadRecoveryCode for a typing mistake.
    """
    return derive(read_code(code), label("invitation-place"))[:ID_BYTES]


def seal_letter(code: str, word: str, plain: bytes) -> bytes:
    """Return a letter that only this code opens; `word` is `offer` or `answer`."""
    return seal_bytes(_key(code), label(word), place_of(code), plain, new_nonce())


def open_letter(code: str, word: str, sealed: bytes) -> bytes:
    """Return what a letter says; raises Damaged, NewerFormat."""
    return open_bytes(_key(code), label(word), place_of(code), sealed)


def safety_phrase(space: bytes, one: PublicKeys, other: PublicKeys) -> tuple[int, ...]:
    """Return six numbers below 256, the same for both members; each stands for a word.

    Someone who slipped in between them would make two different phrases.
    """
    both = b"".join(sorted((one.to_bytes(), other.to_bytes())))
    return tuple(sha256(label("phrase") + space + both).digest()[:PHRASE_WORDS])


def _key(code: str) -> bytes:
    return derive(read_code(code), label("invitation"))
