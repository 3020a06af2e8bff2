"""What `amends chats` writes into files: a table of every message, and a page for a browser."""

import io
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, BinaryIO, TextIO

from amends.chats import ChatsError, Conversation, write_csv, write_lines, write_parquet
from amends.cli.new_file import new_file, refuse_taken
from amends.cli.problem import Problem

if TYPE_CHECKING:
    from amends.chats import Pattern

# The two top rooms do not import each other: the face is named by its address, as a server does.
DJANGO = "amends.web.wsgi:application"
PAGE = "amends.web.pages.chats.on_disk:html_of"
IN_CLEAR = "It is plain text: whoever opens the file can read it, their words too."


def refuse(given: Namespace) -> None:
    """Say before anything is read what could not be written; raises Problem."""
    if given.html and not given.me:
        hint = "add --me NAME, one of the two; without --html the names are listed"
        raise Problem("--html shows your side first, and needs --me for that", hint)
    if given.table and _ending(given.table) not in TABLES:
        problem = "a table ends in " + " or ".join(TABLES)
        raise Problem(problem, "choose another name for the file")
    for name in filter(None, (given.html, given.table)):
        refuse_taken(Path(name))


def write(given: Namespace, conversation: Conversation, found: Sequence["Pattern"]) -> None:
    """Write what was asked for; raises Problem."""
    if given.table:
        with new_file(Path(given.table)) as file:
            _write_table(conversation, file, _ending(given.table))
    if given.html:
        page = _page(conversation, given.me, found, with_theirs=given.both)
        with new_file(Path(given.html)) as file:
            file.write(page.encode("utf-8", "replace"))
        sys.stderr.write(f"{given.html}: the page is written. {IN_CLEAR}\n")


def _page(
    conversation: Conversation, me: str, found: Sequence["Pattern"], *, with_theirs: bool
) -> str:
    resolve_name(DJANGO)
    return str(resolve_name(PAGE)(conversation, me, found, with_theirs=with_theirs))


def _ending(name: str) -> str:
    return Path(name).suffix.lower()


def _write_table(conversation: Conversation, file: BinaryIO, ending: str) -> None:
    try:
        TABLES[ending](conversation, file)
    except ChatsError as error:
        problem = error.problem[0].lower() + error.problem[1:].rstrip(".")
        raise Problem(problem, error.hint[0].lower() + error.hint[1:]) from None


def _as_text(
    write: Callable[[Conversation, TextIO], None],
) -> Callable[[Conversation, BinaryIO], None]:
    def write_bytes(conversation: Conversation, file: BinaryIO) -> None:
        # half a character, which UTF-8 does not have, becomes a question mark
        text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
        write(conversation, text)
        text.detach()

    return write_bytes


TABLES: Mapping[str, Callable[[Conversation, BinaryIO], None]] = {
    ".csv": _as_text(write_csv),
    ".jsonl": _as_text(write_lines),
    ".parquet": write_parquet,
}
