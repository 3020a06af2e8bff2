"""What apps write into chats and dates themselves, in many languages: `content/chats/*.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "content" / "chats"
"""Beside the content of the rooms; `amends.text` would double the time to start."""
MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Direction marks and the mark of the byte order: nobody sees them."""
_NO_MARKS = dict.fromkeys(map(ord, MARKS))
_ANY, _SIGN = r"[^\n]{0,300}", r"[^\w\n]{1,40}"
_PLACES = re.compile(r"(\{name\}|\{sign\}|\{any\})")


@cache
def wording(name: str) -> Mapping[str, Any]:
    """Return the table of one app."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def unmarked(text: str) -> str:
    r"""Return a name or a header without marks and with plain spaces, to match on.

    >>> unmarked("\u200eAlice\u00a0B ")
    'Alice B'
    """
    if text.isascii():
        return text.strip()
    return re.sub(r"\s", " ", text.translate(_NO_MARKS)).strip()


def whole_line(patterns: Iterable[str], names: Sequence[str]) -> re.Pattern[str]:
    """Return an expression for the lines that an app writes about these people.

    {name} stands for one of the names, {sign} for something without letters, {any} for anything.

    >>> bool(whole_line(["{name} left."], ["Bob"]).fullmatch("Bob left."))
    True
    """
    known = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True) if one)
    places = {"{name}": f"(?:{known or '(?!)'})", "{sign}": _SIGN, "{any}": _ANY}
    parts = [
        "".join(places.get(piece) or re.escape(piece) for piece in _PLACES.split(pattern))
        for pattern in patterns
    ]
    return re.compile("|".join(parts) or "(?!)")
