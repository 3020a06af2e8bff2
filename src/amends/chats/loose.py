"""Values from files that anyone may have written: each is what it should be, or is left out."""

import re

LAST_SECOND = 253_402_300_799
"""The end of the year 9999: no calendar here goes further."""
MOST_DIGITS = 20
"""Of a number in a file: one of 64 bits has 20 at most."""
_HALF = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


def record(value: object) -> dict[str, object]:
    """Return a JSON object, an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def listed(value: object) -> list[object]:
    """Return a JSON list, an empty one in place of anything else."""
    return value if isinstance(value, list) else []


def words(value: object) -> str:
    """Return a text, "" in place of anything else; halves of broken emoji become U+FFFD.

    >>> words("fine"), words(None)
    ('fine', '')
    """
    if not isinstance(value, str):
        return ""
    return value if value.isascii() else _HALF.sub(_joined, value)


def number(value: object) -> int | None:
    """Return a whole number, also one that is written as a text; None in place of anything else.

    >>> number("1772460000000"), number(3), number("three"), number(True)
    (1772460000000, 3, None, None)
    """
    if isinstance(value, str):
        digits = value.strip()
        plain = digits.removeprefix("-")
        is_number = plain.isascii() and plain.isdigit() and len(plain) <= MOST_DIGITS
        return int(digits) if is_number else None
    if isinstance(value, float):
        return int(value) if abs(value) < 10**MOST_DIGITS else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def second(stamp: int | None, per_second: int = 1) -> int | None:
    """Return a time stamp since 1970 in whole seconds; None where there is no such day.

    >>> second(1772460000123, 1000), second(10**20), second(None)
    (1772460000, None, None)
    """
    if stamp is None or not 0 < stamp // per_second <= LAST_SECOND:
        return None
    return stamp // per_second


def _joined(half: re.Match[str]) -> str:
    return half[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
