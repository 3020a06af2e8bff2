"""Moments as numbers, as exports with time stamps have them."""

from amends.chats import seconds
from benchmarks.generator import Said

APPLE = 978_307_200
"""2001-01-01, from which Apple counts."""


def milliseconds(one: Said) -> int:
    """Return when it was sent in milliseconds since 1970."""
    return seconds(one.at) * 1000
