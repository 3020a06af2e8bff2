"""Save everything as one sealed file.

It opens with the passphrase of the day on which it was made; `amends restore` brings it back.
"""

import sys
from argparse import Namespace
from pathlib import Path

from amends import store
from amends.cli.account import add_unlocking, unlock
from amends.cli.folder import told_plainly
from amends.cli.parser import Parser
from amends.cli.problem import Problem


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    words = "The new file, such as notes.age; nothing is ever overwritten."
    parser.add_argument("file", metavar="FILE", type=Path, help=words)
    add_unlocking(parser)


def run(given: Namespace) -> int:
    """Write the file, then say where it is."""
    path = given.file.expanduser()
    with told_plainly():
        _refuse(path)
        unlocked = unlock(given)
        store.back_up(unlocked.vault, path, unlocked.passphrase)
    sys.stdout.write(
        f"The backup is {path}. It opens with the passphrase that you typed now.\n"
        "Keep it on another disk than your notes.\n"
    )
    return 0


def _refuse(path: Path) -> None:
    """Say before the passphrase is asked what could not be written after it."""
    if path.is_dir():
        raise Problem(f"{path}: this is a folder", "name a file in it, such as notes.age")
    if path.exists():
        raise store.FileInTheWay(path)
    if not path.parent.is_dir():
        raise Problem(f"there is no folder {path.parent}", "make it first, or choose another")
