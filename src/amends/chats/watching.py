"""How far the reading of an export has come: bytes that were read, of those that may be words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import IO, Any, cast

from amends.chats.export import Export, ExportFile

Told = Callable[[float], None]
"""What is told how far something has come, as a share of one; it may raise to stop the work."""
STEP = 0.005
"""Smaller steps are not told: two hundred of them are as many as a line in a terminal shows."""
_WORDS = (".txt", ".json", ".jsonl", ".html", ".htm", ".xml", ".csv", ".md", ".db", ".sqlite")
"""Endings of files that hold words; beside them lie pictures, which nobody reads."""


def silent(share: float) -> None:
    """Tell nobody."""


def part_of(told: Told, number: int, count: int) -> Told:
    """Return whom to tell about one part of several that take the same time."""
    if told is silent:
        return silent
    return lambda share: told((number + share) / count)


def watched(export: Export, told: Told) -> Export:
    """Return the same export; while it is read, the share of its bytes is told."""
    if told is silent:
        return export
    words = [one for one in export.files if one.name.lower().endswith(_WORDS)] or export.files
    heard = _Heard(sum(one.size for one in words), told)
    files = tuple(_Watched(**vars(one), heard=heard.of(one.name)) for one in export.files)
    return replace(export, files=files)


@dataclass
class _Heard:
    """How far each file was read at the most: some are read twice."""

    total: int
    told: Told
    furthest: dict[str, int] = field(default_factory=dict)
    last: float = 0.0

    def of(self, name: str) -> Callable[[int], None]:
        """Return whom to tell how far this file was read."""

        def hear(reached: int) -> None:
            if reached <= self.furthest.get(name, 0):
                return
            self.furthest[name] = reached
            share = min(1.0, sum(self.furthest.values()) / max(1, self.total))
            if share >= self.last + STEP:
                self.last = share
                self.told(share)

        return hear


@dataclass(frozen=True)
class _Watched(ExportFile):
    heard: Callable[[int], None] = field(default=silent, repr=False, compare=False)

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        with super().opened() as stream:
            yield cast("IO[bytes]", _Counted(stream, self.heard))


class _Counted:
    """A stream that tells how many bytes were read from it; all else is the stream's own."""

    def __init__(self, stream: IO[bytes], heard: Callable[[int], None]) -> None:
        self._stream = stream
        self._heard = heard
        self._reached = 0

    def read(self, *size: int) -> bytes:
        return self._count(self._stream.read(*size))

    def read1(self, *size: int) -> bytes:
        return self._count(self._stream.read1(*size))  # type: ignore[attr-defined]

    def readline(self, *size: int) -> bytes:
        return self._count(self._stream.readline(*size))

    def __iter__(self) -> Iterator[bytes]:
        return map(self._count, self._stream)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the stream has
        return getattr(self._stream, name)

    def _count(self, piece: bytes) -> bytes:
        self._reached += len(piece)
        self._heard(self._reached)
        return piece
