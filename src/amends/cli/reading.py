"""Text that comes in: from a file, or from standard input."""

import sys
from pathlib import Path

from amends.cli.problem import Problem

STDIN = "-"


def read_text(source: str) -> str:
    """Return the text of a file, or of standard input for `-`.

    A name is repeated only when there is such a file: it may be a draft, typed in the wrong place.

    Raises:
        Problem: there is no such file, or it is not UTF-8 text.
    """
    name = "standard input" if source == STDIN else source
    try:
        text = _bytes(source).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{name}: this is not UTF-8 text", "save it as plain text") from None
    if "\0" in text:
        raise Problem(f"{name}: this is not text", "save it as plain text")
    return text


def _bytes(source: str) -> bytes:
    if source == STDIN:
        if sys.stdin.isatty():
            sys.stderr.write("Write or paste the text, then press Ctrl-D.\n")
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except IsADirectoryError:
        raise Problem(f"{source}: this is a folder", "name one file in it") from None
    except PermissionError:
        raise Problem(f"{source}: this file may not be read", "look at its permissions") from None
    except OSError:
        hint = "check the name; without one, the text is read from standard input"
        raise Problem("there is no such file", hint) from None
