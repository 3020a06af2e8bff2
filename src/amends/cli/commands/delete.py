"""Delete everything, for good; needs no passphrase.

The keys go first, then all that was written. Nobody can bring it back.
"""

import sys
from argparse import Namespace

from amends import store
from amends.cli.account import add_account, choose
from amends.cli.folder import add_data, find_notes, told_plainly
from amends.cli.parser import Parser
from amends.cli.problem import Problem

WORD = "delete"
SURVIVES = """\
This deletes everything that you wrote here, for good. Nobody can bring it back.
What survives, because it lies elsewhere: backups and folders that you saved, the list of visited
pages in your browser, what you released into a shared space, and what the disk may still hold of
blocks that were overwritten.
"""
STILL_READ = """\
Everything is deleted, but amends still runs and reads the file. Stop it with Ctrl+C: its last
traces go when it ends.
"""


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    parser.add_argument("--yes", action="store_true", help="Do not ask.")
    add_data(parser)
    add_account(parser)


def run(given: Namespace) -> int:
    """Name what survives, ask, then destroy; return 1 while another program reads the file."""
    with told_plainly():
        account = _account(given)
        sys.stderr.write(SURVIVES)
        if not given.yes:
            _ask()
        is_cut = _destroy(account)
    sys.stdout.write("Everything is deleted.\n" if is_cut else STILL_READ)
    return 0 if is_cut else 1


def _account(given: Namespace) -> bytes:
    """Return whose notes go; in a file too damaged to say, no one's, and then the file goes."""
    try:
        find_notes(given)
        return choose(given).id
    except store.DamagedFile:
        if given.account:
            raise
        return bytes(16)


def _ask() -> None:
    sys.stderr.write(f"Type the word {WORD} to go on: ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() != WORD:
        raise Problem("nothing was deleted", f"type the word {WORD}, or add --yes")


def _destroy(account: bytes) -> bool:
    """Delete; False when the rows are gone but another program still reads the file."""
    try:
        store.destroy(account)
    except store.Busy:
        if account in [one.id for one in store.accounts()]:
            hint = "stop amends where it runs, with Ctrl+C, then try again"
            raise Problem("another window is still saving, so nothing was deleted", hint) from None
        return False
    return True
