"""A case by its number: which export, and what was done to it."""
# ruff: noqa: S311 - the dice need not be secret

import random
import tempfile
import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.chats.fuzz.damage import damaged, packed
from tests.chats.test_exports import CASES, made


@dataclass(frozen=True)
class Whole:
    """An export as it was made by hand: its files by name."""

    name: str
    files: tuple[tuple[str, bytes], ...]


@cache
def wholes() -> tuple[Whole, ...]:
    """Return every export that was made by hand."""
    with tempfile.TemporaryDirectory() as folder:
        return tuple(_whole(case, Path(folder)) for case in CASES)


def _whole(case: Path, folder: Path) -> Whole:
    path = made(case, folder / case.parent.name)
    inside = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    top = path if path.is_dir() else path.parent
    files = tuple((one.relative_to(top).as_posix(), one.read_bytes()) for one in inside)
    return Whole(f"{case.parent.name}/{case.name}", files)


def case(seed: int, number: int) -> tuple[str, str, bytes]:
    """Return the name of an export, and a file as someone would hand it over: name and bytes."""
    dice = random.Random(f"{seed}:{number}")
    whole = dice.choice(wholes())
    others = [content for _, content in dice.choice(wholes()).files]
    files = [
        (name, damaged(content, dice, others) if _is_hit(whole, dice) else content)
        for name, content in whole.files
    ]
    bare = len(files) == 1 or dice.random() < 0.1
    if bare and dice.random() < 0.9:
        return whole.name, *dice.choice(files)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two files of one name
        return whole.name, "export.zip", packed(files, dice)


def _is_hit(whole: Whole, dice: random.Random) -> bool:
    return len(whole.files) == 1 or dice.random() < 0.5
