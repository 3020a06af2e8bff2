"""Keeps the lists in documents true: each is made from the folder that it speaks of.

A list stands between `<!-- made: NAME -->` and `<!-- end -->`. `python -m docs.make` writes all of
them anew; with `--check` it writes nothing, and leaves with exit code 1 when one is out of date.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from docs.lists import commands, evidence, exercises, pages, rules

HERE = Path(__file__).parent
LISTS: Mapping[str, Callable[[], str]] = {
    "commands": commands,
    "evidence": evidence,
    "exercises": exercises,
    "pages": pages,
    "rules": rules,
}
_OPENS = re.compile(r"<!-- made: (?P<name>[\w-]+) -->")
_BLOCK = re.compile(rf"{_OPENS.pattern}\n.*?<!-- end -->", re.DOTALL)


class DocumentError(Exception):
    """A list in a document that cannot be made."""

    def __init__(self, path: Path, problem: str, hint: str) -> None:
        super().__init__(f"{path.name}: {problem}\nhint: {hint}")


def documents(folder: Path = HERE) -> Iterator[Path]:
    """Yield every document."""
    yield from sorted(folder.glob("*.md"))


def made(path: Path, lists: Mapping[str, Callable[[], str]] = LISTS) -> str:
    """Return a document with its lists made anew.

    Raises:
        DocumentError: a list has no end, or a name that is not known.
    """
    text = path.read_text(encoding="utf-8")
    if len(_OPENS.findall(text)) != len(_BLOCK.findall(text)):
        raise DocumentError(path, "a list has no end", "close it with a line <!-- end -->")
    return _BLOCK.sub(partial(_block, path=path, lists=lists), text)


def _block(found: re.Match[str], path: Path, lists: Mapping[str, Callable[[], str]]) -> str:
    name = found["name"]
    if name not in lists:
        hint = "one of: " + ", ".join(sorted(lists))
        raise DocumentError(path, f"there is no list `{name}`", hint)
    return f"<!-- made: {name} -->\n{lists[name]().strip()}\n<!-- end -->"


def stale(folder: Path = HERE) -> list[Path]:
    """Return the documents with a list that is out of date."""
    return [one for one in documents(folder) if made(one) != one.read_text(encoding="utf-8")]


def main(arguments: list[str], folder: Path = HERE) -> int:
    """Write every list anew, or only look with `--check`; return the exit code."""
    old = stale(folder)
    if "--check" in arguments:
        for path in old:
            sys.stderr.write(f"{path.name}: a list is out of date\nhint: run make docs\n")
        return 1 if old else 0
    for path in old:
        path.write_text(made(path), encoding="utf-8")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DocumentError as error:
        sys.exit(str(error))
