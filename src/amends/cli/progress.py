"""One line on a terminal that says how far long work is; nothing where nobody watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

from amends.chats import Told, silent

PATIENCE = 0.5
"""Seconds that pass without a line: what is done sooner needs none."""
PAUSE = 0.1
"""Seconds between two changes of the line; more often than that nobody reads it."""
_CELLS = 20


@contextmanager
def progress(doing: str) -> Iterator[Told]:
    """Yield whom to tell how far it is; the line goes when the work is done or has failed."""
    if not sys.stderr.isatty():
        yield silent
        return
    line = _Line(doing, sys.stderr)
    try:
        yield line.told
    finally:
        line.clear()


class _Line:
    def __init__(self, doing: str, stream: TextIO) -> None:
        self._doing = doing
        self._stream = stream
        self._next = monotonic() + PATIENCE
        self._width = 0

    def told(self, share: float) -> None:
        now = monotonic()
        if now < self._next:
            return
        self._next = now + PAUSE
        bar = ("=" * round(_CELLS * share)).ljust(_CELLS)
        self._draw(f"{self._doing} [{bar}] {share:4.0%}")

    def clear(self) -> None:
        if self._width:
            self._draw("")
            self._stream.write("\r")
            self._stream.flush()

    def _draw(self, line: str) -> None:
        self._stream.write("\r" + line.ljust(self._width))
        self._stream.flush()
        self._width = len(line)
