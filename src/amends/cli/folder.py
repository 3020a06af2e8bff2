"""The data folder that a command works on.

Names of `store` that need the tables are looked up late, as `store.name`: Django has to know the
folder first.
"""

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from amends import store
from amends.cli.parser import Parser
from amends.cli.problem import Problem


def add_data(parser: Parser) -> None:
    """Add the option `--data`."""
    words = "The data folder; without it, the one that the app uses."
    parser.add_argument("--data", metavar="DIR", type=folder_path, help=words)


def folder_path(value: str) -> Path:
    """Return a folder's path; raises Problem when a file is there."""
    path = Path(value).expanduser()
    if path.is_file():
        raise Problem(f"{path}: this is a file", "name a folder")
    return path


def folder_of(given: Namespace) -> Path:
    """Return the data folder: the one that was named, or the app's; as a whole path."""
    return (given.data or store.data_folder()).absolute()


def name_database(given: Namespace) -> None:
    """Have the store use the same database as the app, without touching it yet."""
    store.open_folder(folder_of(given), server())


def find_notes(given: Namespace) -> None:
    """Name the database, which has to hold an account: a mistyped folder is not to be filled.

    Raises:
        Problem: there is none.
    """
    name_database(given)
    try:
        is_empty = not store.has_account()
    except store.MissingFile:
        is_empty = True
    if is_empty:
        place = "the database" if server() else folder_of(given)
        hint = "name the data folder with --data DIR; amends doctor says which one is used"
        raise Problem(f"there are no notes in {place}", hint)


def server() -> str:
    """Return the address of a database server, which holds a password; empty without one."""
    return os.environ.get("DATABASE_URL", "")


@contextmanager
def told_plainly() -> Iterator[None]:
    """Tell what the store cannot do as the command line tells it."""
    try:
        yield
    except store.StoreError as error:
        raise Problem(error.problem, error.hint) from None
