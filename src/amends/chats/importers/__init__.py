"""One module for each app: `NAME`, `identify(export) -> bool`, `read(export) -> Messages`.

The folder is the list. The first module that says yes reads the export, in the order of RANK (10
where a module has none): forms that are told by one sure sign come before those that are learnt.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from amends.chats.export import Export
from amends.chats.message import Messages


class Importer(Protocol):
    """What each module of this folder has."""

    NAME: str

    def identify(self, export: Export) -> bool:
        """Say whether the export is of this app; reads no more than its head."""

    def read(self, export: Export) -> Messages:
        """Return its messages; raises ChatsError."""


@cache
def importers() -> tuple[Importer, ...]:
    """Return every importer, the surest first."""
    names = sorted(module.name for module in iter_modules(__path__))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(sorted(modules, key=lambda one: getattr(one, "RANK", 10)))
