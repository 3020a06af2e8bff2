"""Say whether all is sound: the data folder, and the listener.

The folder has to be private, whole, and to have room; the coach's second listener has to read.
Changes nothing, needs no passphrase, and names nothing that anyone wrote. The exit code is 1 when
something needs care.
"""

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage

from amends import listener, store
from amends.cli.folder import add_data, folder_of, name_database, server, told_plainly
from amends.cli.parser import Parser

GB = 1_000_000_000
LITTLE_ROOM = 0.3 * GB
"""Bytes; enough for years of writing, and for the second copy that deleting makes of the file."""
OTHERS = 0o077


@dataclass(frozen=True)
class Finding:
    """One sentence about the folder, and what to do when it needs care."""

    sentence: str
    hint: str = ""


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    add_data(parser)


def run(given: Namespace) -> int:
    """Tell every finding; return 1 when one needs care."""
    folder = folder_of(given)
    with told_plainly():
        name_database(given)
    findings = [*(_at_server() if server() else _in_folder(folder)), _listener()]
    for finding in findings:
        sys.stdout.write(finding.sentence + "\n")
        if finding.hint:
            sys.stdout.write(f"  Needs care: {finding.hint}\n")
    needs_care = [finding for finding in findings if finding.hint]
    sys.stdout.write("" if needs_care else "Nothing needs care.\n")
    return 1 if needs_care else 0


def _at_server() -> Iterator[Finding]:
    yield Finding("Your notes are on the database server that DATABASE_URL names.")
    yield from _database()


def _in_folder(folder: Path) -> Iterator[Finding]:
    if not folder.is_dir():
        yield Finding(f"There is no folder {folder} yet; amends makes it when it starts.")
        yield Finding("If you have written before: was it moved, or a drive unplugged?")
        return
    yield Finding(f"The data folder is {folder}.")
    yield _permissions(folder)
    if _is_empty(folder):
        yield Finding("It is empty: nothing has been kept in it yet.")
    else:
        yield from _database()
    yield _room(folder)


def _permissions(folder: Path) -> Finding:
    if folder.stat().st_mode & OTHERS:
        sentence = "Other people who use this machine can look into it."
        return Finding(sentence, f"close it with: chmod 700 {folder}")
    return Finding("Nobody but you can open it.")


def _is_empty(folder: Path) -> bool:
    try:
        return not any(folder.iterdir())
    except OSError:
        return False  # opening the database says why


def _database() -> Iterator[Finding]:
    try:
        found = store.examine()
    except store.StoreError as error:
        yield Finding(error.problem, error.hint)
        return
    yield Finding("The database opens, and its check of itself found nothing wrong.")
    yield Finding("No newer version of amends has written in it.")
    yield Finding(f"It holds {_counted(found.accounts)}.")
    if found.accounts:
        yield _code(found)


def _counted(accounts: int) -> str:
    return {0: "no account yet", 1: "one account"}.get(accounts, f"{accounts} accounts")


def _code(found: "store.Examined") -> Finding:
    if not found.without_code:
        return Finding("Its recovery code was typed back once, as it should be.")
    sentence = (
        "A recovery code was never typed back, so a forgotten passphrase would lose the notes."
    )
    return Finding(sentence, "open amends, then Settings, and make a new recovery code")


def _room(folder: Path) -> Finding:
    free = disk_usage(folder).free
    sentence = f"Free on this disk: {free / GB:.1f} GB."
    return Finding(sentence, "make room on the disk" if free < LITTLE_ROOM else "")


def _listener() -> Finding:
    hint = "install amends again; until then, amends check --rules-only does without it"
    try:
        listener.Listener.load().hear("I am sorry.")
    except listener.NoListenerError:
        return Finding("The coach's second listener is not there.", hint)
    except Exception:  # noqa: BLE001  a damaged model fails in ways that its reader does not name
        return Finding("The coach's second listener is there, and cannot be read.", hint)
    return Finding("The coach's second listener is there, and reads.")
