"""What apps write into chats and dates themselves, in many languages: `content/chats/*.toml`."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "content" / "chats"
"""Beside the content of the rooms; `amends.text` would double the time to start."""
MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Direction marks and the mark of the byte order: nobody sees them."""
_NO_MARKS = dict.fromkeys(map(ord, MARKS))


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
