"""How many messages a reader has right, beside what was said: in a process of its own."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generator import Said
from benchmarks.made import said
from benchmarks.measuring import printed, setting
from benchmarks.readers import Reader

Row = tuple[str, str, str]


@dataclass(frozen=True)
class Right:
    """How many messages were found, how many have minute and author right, how many the text."""

    found: int
    told: int
    whole: int


def right(reader: Reader, path: Path, messages: int) -> Right | None:
    """Return how many messages a reader has right, or None where it failed."""
    command = [sys.executable, "-m", "benchmarks.right", str(messages), *reader.command, path]
    told = json.loads(printed(command))
    return Right(*told) if told else None


def _right(command: Sequence[str], true: Sequence[Row]) -> Right | None:
    done = subprocess.run(
        [*command, "rows"],
        check=False,
        env=setting(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    if done.returncode:
        return None
    read = [*_rows(done.stdout)]
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


def main(messages: str, *command: str) -> None:
    """Print it as JSON."""
    found = _right(command, [_row(one) for one in said(int(messages))])
    sys.stdout.write(json.dumps(found and [found.found, found.told, found.whole]))


if __name__ == "__main__":
    main(*sys.argv[1:])
