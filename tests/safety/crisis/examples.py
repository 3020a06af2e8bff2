"""The examples beside this file, one a line; lines that begin with # are remarks."""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Examples:
    """Texts that are signs, and texts that are none."""

    signs: tuple[str, ...]
    others: tuple[str, ...]


def _lines(name: str) -> tuple[str, ...]:
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _marked(name: str, mark: str) -> tuple[str, ...]:
    return tuple(line[2:] for line in _lines(name) if line.startswith(f"{mark} "))


SIGNS, OTHERS = _lines("signs"), _lines("others")
UNSEEN = Examples(_marked("unseen", "+"), _marked("unseen", "-"))
"""Written after the phrases; none was written from them, though their totals were seen."""
