"""One module for each app: `NAME`, `identify(export) -> bool`, `read(export) -> Messages`.

The folder is the list. The first module that says yes reads the export, in the order of RANK (10
where a module has none): forms that are told by one sure sign come before those that are learnt.

To load all of them takes longer than to read ten thousand messages. So each says in constants,
which are read from its source, what an export must have for it to be asked at all:

- `ENDINGS`: among several files, one whose name ends so;
- `BEGINS`, `HOLDS`: a file that is alone begins with one of these, or has one of those in its
  first bytes. Small letters stand for large ones, too. Without both, it is asked.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from amends.chats.export import Export
from amends.chats.message import Messages

_SAYS = re.compile(r"^(RANK|ENDINGS|BEGINS|HOLDS) = (.+)$", re.MULTILINE)
_RANK = 10
_BLANK = "\ufeff \t\r\n"


class Importer(Protocol):
    """What each module of this folder has."""

    NAME: str

    def identify(self, export: Export) -> bool:
        """Say whether the export is of this app; reads no more than its head."""

    def read(self, export: Export) -> Messages:
        """Return its messages; raises ChatsError."""


@dataclass(frozen=True)
class _Known:
    """What an importer says of itself without being loaded."""

    rank: int
    module: str
    endings: tuple[str, ...]
    begins: tuple[str, ...]
    holds: tuple[str, ...]

    def may_read(self, export: Export, head: str) -> bool:
        if not export.only:
            return bool(export.named(*self.endings))
        signs = self.begins or self.holds
        return not signs or head.startswith(self.begins) or any(one in head for one in self.holds)


def importers() -> tuple[Importer, ...]:
    """Return every importer, the surest first."""
    return tuple(_loaded(one.module) for one in _known())


def importers_for(export: Export) -> Iterator[Importer]:
    """Yield those that may say yes to an export, the surest first, each loaded in its turn."""
    head = _head(export)
    return (_loaded(one.module) for one in _known() if one.may_read(export, head))


def _head(export: Export) -> str:
    """Return the beginning of a file that is alone, in small letters, whatever its encoding."""
    return export.head.replace(b"\0", b"").lower().decode("utf-8", "ignore").lstrip(_BLANK)


@cache
def _known() -> tuple[_Known, ...]:
    paths = sorted(Path(__file__).parent.glob("[a-z]*.py"))
    known = (_read(path) for path in paths)
    return tuple(sorted(known, key=lambda one: (one.rank, one.module)))


def _read(path: Path) -> _Known:
    said = {
        name: ast.literal_eval(value)
        for name, value in _SAYS.findall(path.read_text(encoding="utf-8"))
    }
    signs = (said.get(name, ()) for name in ("ENDINGS", "BEGINS", "HOLDS"))
    return _Known(said.get("RANK", _RANK), path.stem, *signs)


def _loaded(module: str) -> Importer:
    importer: Importer = import_module(f"{__name__}.{module}")
    return importer
