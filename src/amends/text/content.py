"""Content files: a TOML header between two lines `+++`, then Markdown."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).resolve().parent.parent / "content"
"""The folder of content that ships with the package."""

FENCE = "+++"
_TABLE = re.compile(r"\s*(\[\[?)\s*([\w.\-]+)\s*\]")
_KEY = re.compile(r"\s*([\w\-]+)\s*=")
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class ContentError(Exception):
    """One mistake in a file of content: where it is, what it is, and a hint."""

    def __init__(self, path: Path, line: int, problem: str, hint: str = "") -> None:
        super().__init__(path, line, problem, hint)
        self.path = path
        self.line = line
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        told = f"{self.path}:{self.line}: {self.problem}"
        return f"{told}\nhint: {self.hint}" if self.hint else told


@dataclass(frozen=True)
class ContentFile:
    """One file of content.

    `header_lines` says on which line each key of the header stands, tables with their number from
    zero: `title`, `field.0` (the line `[[field]]`), `field.0.name`. `body` is the Markdown after
    the header, and `body_line` the line on which it begins. Lines count from 1.
    """

    path: Path
    header: Mapping[str, Any]
    body: str
    header_lines: Mapping[str, int]
    body_line: int

    def line_of(self, key: str) -> int:
        """Return the line of a key of the header, or of the nearest table around it."""
        while key and key not in self.header_lines:
            key = key.rpartition(".")[0]
        return self.header_lines.get(key, 1)

    def mistake(self, key: str, problem: str, hint: str = "") -> ContentError:
        """Return an error at the line of a key of the header."""
        return ContentError(self.path, self.line_of(key), problem, hint)


def load_content(path: Path) -> ContentFile:
    """Read one file of content.

    Raises:
        ContentError: the file is missing, is not UTF-8, or its header cannot be read.
    """
    lines = _read(path).split("\n")
    if lines[0].rstrip() != FENCE:
        raise ContentError(path, 1, "the header is missing", "begin the file with a line +++")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    if not end:
        raise ContentError(path, 1, "the header has no end", "close it with a second line +++")
    header_lines = lines[1:end]
    return ContentFile(
        path=path,
        header=_toml(path, header_lines, 2, "header"),
        body="\n".join(lines[end + 1 :]),
        header_lines=_lines_of_keys(header_lines, 2),
        body_line=end + 2,
    )


def load_table(path: Path) -> ContentFile:
    """Read one file of content that is TOML from its first line to its last.

    Raises:
        ContentError: the file is missing, is not UTF-8, or is not TOML.
    """
    lines = _read(path).split("\n")
    return ContentFile(path, _toml(path, lines, 1, "file"), "", _lines_of_keys(lines, 1), 1)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ContentError(path, line, "this is not UTF-8 text", "save the file as UTF-8") from None
    except FileNotFoundError:
        raise ContentError(path, 1, "there is no such file", "check the name") from None
    except OSError as error:
        raise ContentError(path, 1, f"the file cannot be read: {error.strerror}") from None


def _toml(path: Path, lines: list[str], first: int, called: str) -> dict[str, Any]:
    """Return what the lines of a file hold, of which the first is number `first`."""
    text = "\n".join(lines)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = str(error)
        place = _TOML_PLACE.search(problem)
        line = int(place[1]) if place and place[1] else text.rstrip("\n").count("\n") + 1
        told = problem[: place.start()] if place else problem
        hint = "text needs quotes, lists need [ ], and every list item but the last a comma"
        raise ContentError(
            path, first - 1 + line, f"the {called} is not TOML: {told}", hint
        ) from None


def _lines_of_keys(lines: list[str], first: int) -> dict[str, int]:
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(lines, first):
        if opened := _TABLE.match(line):
            table = opened[2]
            if opened[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}.{counts[table]}"
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return found
