"""Text that comes in: from files, from folders, or from standard input."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from amends.cli.problem import Problem

STDIN = "-"
DRAFTS = (".txt", ".md")
"""How the names of drafts end, whatever their case."""


def find_drafts(names: Sequence[str]) -> list[str]:
    """Return the files to read: each name, and for a folder every draft below it, in order.

    Raises:
        Problem: a name is no file, or there is no draft in a folder.
    """
    return [path for name in names for path in _drafts(name)]


def _drafts(name: str) -> Iterator[str]:
    if name != STDIN and not exists(name):
        raise no_such_file()
    if name == STDIN or not Path(name).is_dir():
        yield name
        return
    below = sorted(path for path in Path(name).rglob("*") if path.suffix.lower() in DRAFTS)
    files = [str(path) for path in below if path.is_file()]
    if not files:
        problem = f"{name}: there is no draft in this folder"
        raise Problem(problem, "a draft is a file that ends with " + " or ".join(DRAFTS))
    yield from files


def exists(name: str | Path) -> bool:
    """Say whether there is a file or a folder of this name."""
    try:
        return Path(name).exists()
    except OSError:  # longer than a name may be: a draft, typed in the wrong place
        return False


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
        raise no_such_file() from None


def no_such_file() -> Problem:
    """Return the problem of a name that no file has; what was typed is not repeated."""
    hint = 'check the name; one with spaces goes between quotes: "my letter.txt"'
    return Problem("there is no such file", hint)
