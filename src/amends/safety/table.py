"""Reads a file of content that is TOML from its first line to its last."""

import re
import tomllib
from pathlib import Path

from amends.text import ContentError, ContentFile

_TABLE = re.compile(r"\s*(\[\[?)\s*([\w.\-]+)\s*\]")
_KEY = re.compile(r"\s*([\w\-]+)\s*=")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_HINT = "text needs quotes, lists need [ ], and every list item but the last a comma"


def load_table(path: Path) -> ContentFile:
    """Read one TOML file without Markdown.

    Raises:
        ContentError: the file is missing, is not UTF-8, or is not TOML.
    """
    text = _read(path)
    try:
        header = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(path, text, str(error)) from None
    return ContentFile(path, header, "", _lines_of_keys(text.split("\n")), 1)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ContentError(path, 1, "this is not UTF-8 text", "save the file as UTF-8") from None
    except OSError as error:
        problem, hint = f"the file cannot be read: {error.strerror}", "check its name"
        raise ContentError(path, 1, problem, hint) from None


def _not_toml(path: Path, text: str, problem: str) -> ContentError:
    place = _PLACE.search(problem)
    line = int(place[1]) if place and place[1] else text.rstrip("\n").count("\n") + 1
    told = problem[: place.start()] if place else problem
    return ContentError(path, line, f"the file is not TOML: {told}", _HINT)


def _lines_of_keys(lines: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(lines, 1):
        if opened := _TABLE.match(line):
            table = opened[2]
            if opened[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}.{counts[table]}"
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return found
