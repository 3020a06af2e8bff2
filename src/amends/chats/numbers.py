"""Telephone numbers and addresses: which spellings are one person's."""

import re
from collections.abc import Iterable, Mapping

DIGITS = 9
"""The last ones of a number that are compared: without country, trunk prefix and spaces."""
SHORTEST = 7
"""Digits of a number without its area; what is shorter is a service."""
UNKNOWN = "?"
_NOT_DIGITS = re.compile("[^0-9]+")
_LETTER = re.compile(r"[^\W\d_]")


def key_of(address: str) -> str:
    """Return what spellings of one number share: its last digits; anything else in small letters.

    >>> key_of("+49 (151) 1234-5678") == key_of("0151 12345678"), key_of("Bank"), key_of("")
    (True, 'bank', '?')
    """
    digits = _NOT_DIGITS.sub("", address)
    if len(digits) >= SHORTEST and not _LETTER.search(address):
        return digits[-DIGITS:]
    return address.strip().casefold() or UNKNOWN


def aliases(keys: Iterable[str]) -> Mapping[str, str]:
    """Return for short numbers the one longer number that ends so: where the prefix was left out.

    >>> aliases([key_of("+47 12345678"), key_of("12 34 56 78")])
    {'12345678': '712345678'}
    """
    known = {*keys}
    longer: dict[str, list[str]] = {}
    for key in sorted(known):
        if len(key) == DIGITS and key.isdigit():
            for length in range(SHORTEST, DIGITS):
                longer.setdefault(key[-length:], []).append(key)
    return {key: longer[key][0] for key in sorted(known) if len(longer.get(key, ())) == 1}
