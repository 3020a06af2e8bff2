"""Bring a backup back into an empty data folder."""

import sys
from argparse import Namespace
from pathlib import Path

from amends import store
from amends.cli.folder import add_data, folder_of, name_database, server, told_plainly
from amends.cli.parser import Parser
from amends.cli.passphrase import add_passphrase, passphrase
from amends.cli.problem import Problem
from amends.cli.reading import exists, no_such_file


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path, help="The backup, such as notes.age.")
    add_data(parser)
    add_passphrase(parser)


def run(given: Namespace) -> int:
    """Write the account back, then say how it opens."""
    path = given.file.expanduser()
    with told_plainly():
        _refuse(path)
        typed = passphrase(given, "The passphrase of the backup")
        name_database(given)
        store.restore(path, typed, folder_of(given), server())
    place = "the database server" if server() else folder_of(given)
    sys.stdout.write(
        f"Your notes are back, in {place}.\n"
        "They open with the passphrase that they had when the backup was made.\n"
    )
    return 0


def _refuse(path: Path) -> None:
    """Say before the passphrase is asked what could not be read after it."""
    if not exists(path):
        raise no_such_file()
    if path.is_dir():
        raise Problem(f"{path}: this is a folder", "name the backup in it; it ends in .age")
    if not path.is_file():
        raise store.NoSuchFile(path)
