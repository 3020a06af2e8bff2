"""How many messages a reader has right, beside what was said."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generator import Said
from benchmarks.measuring import setting
from benchmarks.readers import Reader

Row = tuple[str, str, str]


@dataclass(frozen=True)
class Right:
    """How many messages were found, how many have minute and author right, how many the text."""

    found: int
    told: int
    whole: int


def right(reader: Reader, path: Path, said: Iterable[Said]) -> Right | None:
    """Return how many messages a reader has right, or None where it failed."""
    command = [*reader.command, path, "rows"]
    done = subprocess.run(command, env=setting(), capture_output=True, check=False)
    if done.returncode:
        return None
    read, true = [*_rows(done.stdout)], [_row(one) for one in said]
    whole = Counter(read) & Counter(true)
    told = Counter(row[:2] for row in read) & Counter(row[:2] for row in true)
    return Right(len(read), told.total(), whole.total())


def _row(one: Said) -> Row:
    return one.at.isoformat(timespec="minutes"), one.name, one.text


def _rows(printed: bytes) -> Iterator[Row]:
    _, *lines = printed.decode().rstrip("\n").split("\n")
    for line in lines:
        at, author, text = json.loads(line)
        yield at[:16], author, text
