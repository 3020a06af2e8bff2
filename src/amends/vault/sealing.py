"""Seal and open bytes: version, nonce, XChaCha20-Poly1305 (docs/vault.md, "Notation")."""

from secrets import token_bytes

from nacl import bindings
from nacl.exceptions import CryptoError

from amends.vault.errors import Damaged, NewerFormat, VaultError

VERSION = 1
NONCE_BYTES = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES  # 24
TAG_BYTES = bindings.crypto_aead_xchacha20poly1305_ietf_ABYTES  # 16
_MARK = bytes([VERSION])
_START = len(_MARK) + NONCE_BYTES


def new_nonce() -> bytes:
    """Return a nonce that no other seal has: 24 random bytes."""
    return token_bytes(NONCE_BYTES)


def check_version(sealed: bytes) -> None:
    """Raise NewerFormat for a version above ours, Damaged for one that never was."""
    if sealed[:1] > _MARK:
        raise NewerFormat
    if sealed[:1] != _MARK:
        raise Damaged


def seal_bytes(key: bytes, word: bytes, bound: bytes, plain: bytes, nonce: bytes) -> bytes:
    """Return version, nonce, ciphertext; `word` (a label) and `bound` must match on opening."""
    aad = word + _MARK + bound
    sealed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, aad, nonce, key)
    return _MARK + nonce + sealed


def open_bytes(
    key: bytes, word: bytes, bound: bytes, sealed: bytes, wrong: type[VaultError] = Damaged
) -> bytes:
    """Return what was sealed; raises NewerFormat, Damaged, or `wrong` when the key does not fit."""
    check_version(sealed)
    if len(sealed) < _START + TAG_BYTES:
        raise Damaged
    nonce, rest, aad = sealed[len(_MARK) : _START], sealed[_START:], word + _MARK + bound
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(rest, aad, nonce, key)
    except CryptoError:
        raise wrong from None
