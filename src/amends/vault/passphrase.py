"""One passphrase, one sequence of bytes, on every keyboard."""

import unicodedata

from amends.vault.errors import UnusablePassphrase


def normal(passphrase: str) -> str:
    r"""Return the passphrase in Unicode's form NFC; raises UnusablePassphrase.

    >>> normal("cafe\u0301") == "caf\u00e9"
    True
    """
    composed = unicodedata.normalize("NFC", passphrase)
    if not composed or any("\ud800" <= character <= "\udfff" for character in composed):
        raise UnusablePassphrase
    return composed
