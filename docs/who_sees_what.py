"""Who sees what: every page and every file, against everyone who might look.

A cell follows from what a page says of itself (`OPEN`, and whether its address names a record), so
a new page has its row at once. `tests/web/test_who_sees_what.py` walks all cells.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from docs.lists import declared_pages

PARTNER = "a partner with an account of their own here"
EX = "an ex-partner with an account and old keys"
VISITOR = "someone without an account"
HOLDER = "someone with a copy of the data folder"
RUNNER = "whoever runs the server"
VIEWERS = (PARTNER, EX, VISITOR, HOLDER, RUNNER)

SAME = "the page as everyone sees it"
OWN = "their own page"
NOT_THERE = "not there"
LOCKED = "locked"
SEALED = "sealed"
WHILE_UNLOCKED = "sealed; readable while you are unlocked"
NO_WORDS = "nothing you wrote"
PLAIN = "all of it, in plain text"
HELD_BACK = "not in it"
OLD_KEY = "opens with the passphrase of that day"
UNREACHED = "no way to it"
NONE_MADE = "none is made"

FILES: Mapping[str, Mapping[str, str]] = {
    "every file in the data folder": {HOLDER: SEALED, RUNNER: WHILE_UNLOCKED},
    "a backup": {EX: OLD_KEY, HOLDER: SEALED, RUNNER: SEALED},
    "an export": {HOLDER: PLAIN, RUNNER: WHILE_UNLOCKED},
    "letters that the gate holds, in an export": dict.fromkeys(VIEWERS, HELD_BACK),
    "log lines": dict.fromkeys(VIEWERS, NO_WORDS),
    "temporary files": dict.fromkeys(VIEWERS, NONE_MADE),
    "addresses and titles in the browser's history": dict.fromkeys(VIEWERS, NO_WORDS),
}
"""What amends makes besides pages; who is not named has no way to it through amends."""


@dataclass(frozen=True)
class Page:
    """A page as it declares itself: its folder, its address, whether it opens while locked."""

    name: str
    address: str
    is_open: bool

    @property
    def names_a_record(self) -> bool:
        """Say whether its address holds the id of something that one person keeps."""
        return "_id>" in self.address


def pages() -> list[Page]:
    """Return every page in the folder."""
    return [Page(*one) for one in declared_pages()]


def page_cell(page: Page, viewer: str) -> str:
    """Return what someone gets who asks for a page of yours."""
    if viewer == HOLDER:
        return SEALED
    if viewer == RUNNER:
        return WHILE_UNLOCKED
    if page.is_open:
        return SAME
    if viewer == VISITOR:
        return LOCKED
    return NOT_THERE if page.names_a_record else OWN


def file_cell(file: str, viewer: str) -> str:
    """Return what someone gets out of a file of yours."""
    return FILES[file].get(viewer, UNREACHED)


def who_sees_what() -> str:
    """Return both tables as Markdown."""
    by_page = [(f"`{one.address}`", [page_cell(one, who) for who in VIEWERS]) for one in pages()]
    by_file = [(name, [file_cell(name, who) for who in VIEWERS]) for name in FILES]
    return f"{_table('page', sorted(by_page))}\n\n{_table('file', by_file)}"


def _table(what: str, rows: list[tuple[str, list[str]]]) -> str:
    head = [f"| {what} | {' | '.join(VIEWERS)} |", "|---" * (len(VIEWERS) + 1) + "|"]
    return "\n".join([*head, *(f"| {name} | {' | '.join(cells)} |" for name, cells in rows)])
