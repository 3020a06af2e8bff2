"""A second program, written from docs/vault.md alone, with other libraries where there are any.

It shares nothing with the package, so a mistake there, or in its libraries, shows as a difference.
"""

import hmac
import struct
from base64 import b64decode
from hashlib import sha256
from unicodedata import normalize

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap_with_padding

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def label(word: bytes) -> bytes:
    return b"amends-vault/1/" + word + b"\0"


def hkdf(key: bytes, info: bytes, salt: bytes = b"") -> bytes:
    """RFC 5869, for 32 bytes: one step of each half."""
    inner = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(inner, info + b"\1", "sha256")


def derived(account_key: bytes, account: bytes, word: bytes) -> bytes:
    return hkdf(account_key, label(word) + account)


def key_in_passphrase_slot(slot: bytes, account: bytes, passphrase: str) -> bytes:
    memory, passes, lanes = struct.unpack(">IHH", slot[2:10])
    argon2 = Argon2id(
        salt=slot[10:26], length=32, iterations=passes, lanes=lanes, memory_cost=memory
    )
    stretched = argon2.derive(normalize("NFC", passphrase).encode())
    kek = hkdf(stretched, label(b"passphrase") + account + slot[:26])
    return aes_key_unwrap_with_padding(kek, slot[26:66])


def key_in_recovery_slot(slot: bytes, account: bytes, code: str) -> bytes:
    bits = "".join(f"{ALPHABET.index(letter):05b}" for letter in code.replace("-", ""))
    secret = int(bits[:160], 2).to_bytes(20, "big")
    kek = hkdf(secret, label(b"recovery") + account + slot[:2], slot[2:18])
    return aes_key_unwrap_with_padding(kek, slot[18:58])


def slot_checksum(slot: bytes) -> bytes:
    return sha256(label(b"slot") + slot[:-8]).digest()[:8]


def kind_tag(account_key: bytes, account: bytes, kind: str) -> bytes:
    return hmac.digest(derived(account_key, account, b"index"), kind.encode(), "sha256")[:16]


def open_seal(key: bytes, sealed: bytes, aad: bytes) -> bytes:
    """XChaCha20-Poly1305 as the draft builds it: HChaCha20, then ChaCha20-Poly1305."""
    nonce = sealed[1:25]
    inner = ChaCha20Poly1305(hchacha20(key, nonce[:16]))
    return inner.decrypt(bytes(4) + nonce[16:], sealed[25:], aad)


def unpadded(padded: bytes) -> bytes:
    return padded.rstrip(b"\0").removesuffix(b"\x80")


def hchacha20(key: bytes, nonce: bytes) -> bytes:
    """draft-irtf-cfrg-xchacha-03, section 2.2."""
    s = list(struct.unpack("<16I", b"expand 32-byte k" + key + nonce))
    columns = [(i, 4 + i, 8 + i, 12 + i) for i in range(4)]
    diagonals = [(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4) for i in range(4)]
    for a, b, c, d in (columns + diagonals) * 10:
        for x, y, z, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[x] = (s[x] + s[y]) % 2**32
            s[z] = rotated(s[z] ^ s[x], by)
    return struct.pack("<8I", *s[:4], *s[12:])


def rotated(word: int, by: int) -> int:
    return (word << by | word >> 32 - by) % 2**32


def open_age(sealed: bytes, passphrase: str) -> bytes:
    """Read an age file of one scrypt recipient and one chunk (c2sp.org/age)."""
    _, recipient, wrapped, end = sealed.split(b"\n", 3)
    mac, payload = end[4:47], end[48:]
    salt, work = recipient.split()[2:]
    full_salt = b"age-encryption.org/v1/scrypt" + b64decode(salt + b"==")
    kek = Scrypt(salt=full_salt, length=32, n=2 ** int(work), r=8, p=1).derive(passphrase.encode())
    file_key = ChaCha20Poly1305(kek).decrypt(bytes(12), b64decode(wrapped + b"="), None)
    head = sealed[: sealed.index(b"\n---") + 4]
    assert hmac.digest(hkdf(file_key, b"header"), head, "sha256") == b64decode(mac + b"=")
    key = hkdf(file_key, b"payload", payload[:16])
    return ChaCha20Poly1305(key).decrypt(bytes(11) + b"\1", payload[16:], None)
