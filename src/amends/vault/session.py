"""AK between two requests: sealed for the database, under a key that only the cookie holds."""

from amends.vault.errors import Damaged, WrongSecret
from amends.vault.keys import KEY_BYTES, label, sized
from amends.vault.sealing import new_nonce, open_bytes, seal_bytes

_WORD = label("session")


def seal_session(account_key: bytes, cookie_key: bytes, session_id: str) -> bytes:
    """Return the database's half, 73 bytes; `cookie_key` (32 bytes) is the other half."""
    return session_with_nonce(account_key, cookie_key, session_id, new_nonce())


def session_with_nonce(
    account_key: bytes, cookie_key: bytes, session_id: str, nonce: bytes
) -> bytes:
    """Seal with a given nonce of 24 bytes, as the test vectors do; never use one twice."""
    sized("account_key", account_key, KEY_BYTES)
    sized("cookie_key", cookie_key, KEY_BYTES)
    return seal_bytes(cookie_key, _WORD, session_id.encode(), account_key, nonce)


def open_session(sealed: bytes, cookie_key: bytes, session_id: str) -> bytes:
    """Return the account key; raises WrongSecret for another's cookie, Damaged, NewerFormat."""
    if len(cookie_key) != KEY_BYTES:
        raise WrongSecret
    bound = session_id.encode(errors="surrogatepass")
    key = open_bytes(cookie_key, _WORD, bound, sealed, wrong=WrongSecret)
    if len(key) != KEY_BYTES:
        raise Damaged
    return key
