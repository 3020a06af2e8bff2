"""Keeps the lists in documents true: each is made from the folder that it speaks of.

A list stands between `<!-- made: NAME -->` and `<!-- end -->`; some folders are made as a whole.
`python -m docs.make` writes all of them anew; with `--check` it writes nothing, and leaves with
exit code 1 when one is out of date.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from docs.asvs import RequirementError, asvs
from docs.for_two import for_two
from docs.lists import commands, evidence, exercises, for_professionals, importers, pages
from docs.pattern_list import patterns
from docs.refusals import not_heard, refusals
from docs.rule_pages import rule_pages
from docs.who_sees_what import who_sees_what

HERE = Path(__file__).parent
LISTS: Mapping[str, Callable[[], str]] = {
    "asvs": asvs,
    "commands": commands,
    "evidence": evidence,
    "exercises": exercises,
    "for-two": for_two,
    "importers": importers,
    "not-heard": not_heard,
    "pages": pages,
    "patterns": patterns,
    "professionals": for_professionals,
    "refusals": refusals,
    "who-sees-what": who_sees_what,
}
Folders = Mapping[str, Callable[[], Mapping[str, str]]]
FOLDERS: Folders = {"rules": rule_pages}
"""What makes a folder as a whole: every page in it, by its path there."""
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


def wanted(folder: Path = HERE, folders: Folders = FOLDERS) -> dict[Path, str]:
    """Return what every document ought to say, by its path."""
    texts = {path: made(path) for path in documents(folder)}
    for name, make in folders.items():
        texts |= {folder / name / page: text for page, text in make().items()}
    return texts


def stale(folder: Path = HERE, folders: Folders = FOLDERS) -> list[Path]:
    """Return the documents that are out of date, missing, or about something that is gone."""
    texts = wanted(folder, folders)
    there = {path for name in folders for path in (folder / name).rglob("*.md")}
    return sorted(path for path in there | set(texts) if _said(path) != texts.get(path))


def _said(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(arguments: list[str], folder: Path = HERE, folders: Folders = FOLDERS) -> int:
    """Write every list anew, or only look with `--check`; return the exit code."""
    old = stale(folder, folders)
    if "--check" in arguments:
        for path in old:
            where = path.relative_to(folder)
            sys.stderr.write(f"{where}: this is out of date\nhint: run make docs\n")
        return 1 if old else 0
    texts = wanted(folder, folders)
    for path in old:
        _write(path, texts.get(path))
    return 0


def _write(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (DocumentError, RequirementError) as error:
        sys.exit(str(error))
