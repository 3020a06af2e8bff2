"""Which texts the content lint is held against, and what it says of them."""

from collections.abc import Iterator
from pathlib import Path

from amends.journey import Lint
from amends.text import CONTENT, ContentError

PACKAGE = CONTENT.parent
SPOKEN = ("web/**/*.html", "web/**/*.py", "*/errors.py")
"""What people read beside the content that ships: pages, and what errors say."""


def wrong_words(home: Path, folder: Path) -> Iterator[ContentError]:
    """Yield what amends would not say, in the content of one language and all that it shares."""
    try:
        lint = Lint.load(home)
    except ContentError as error:
        yield error
        return
    for path in texts(home, folder):
        yield from lint.check(path)


def reading_levels(home: Path) -> Iterator[str]:
    """Yield a line for each lesson, the hardest first: its grade, and its hardest sentence."""
    lint = Lint.load(home)
    found = [level for path in _written(home) if (level := lint.level(path))]
    for level in sorted(found, key=lambda one: one.grade, reverse=True):
        line, hard, sentence = level.hardest[0]
        name = level.path.relative_to(home)
        yield f"{level.grade:4.1f}  {name}; hardest: line {line} ({hard:.0f}), {sentence}"


def texts(home: Path, folder: Path) -> Iterator[Path]:
    """Yield every file of words for people: one language, what is shared, and what pages say."""
    yield from _written(home)
    yield from sorted(folder.glob("*.toml"))
    yield from sorted((folder / "helplines").glob("*.toml"))
    if folder == CONTENT:
        yield from sorted(path for some in SPOKEN for path in PACKAGE.glob(some))


def _written(home: Path) -> Iterator[Path]:
    """Yield the files of one language that hold words for people."""
    for path in sorted([*home.rglob("*.toml"), *home.rglob("*.md")]):
        if path.name != Lint.FILE:
            yield path
