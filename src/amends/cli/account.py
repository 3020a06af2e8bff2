"""The account that a command works on, and how it is unlocked."""

import sys
from argparse import Namespace
from dataclasses import dataclass, field

from amends import store
from amends.cli.folder import add_data, find_notes
from amends.cli.parser import Parser
from amends.cli.passphrase import add_passphrase, passphrase
from amends.cli.problem import Problem


@dataclass(frozen=True)
class Unlocked:
    """An open vault, and the passphrase that opened it."""

    vault: "store.Vault"
    passphrase: str = field(repr=False)


def add_account(parser: Parser) -> None:
    """Add the option `--account`."""
    words = "Whose, when there are several; the page for unlocking shows the names."
    parser.add_argument("--account", metavar="NAME", help=words)


def add_unlocking(parser: Parser) -> None:
    """Add the options of every command that unlocks."""
    add_data(parser)
    add_account(parser)
    add_passphrase(parser)


def unlock(given: Namespace, warning: str = "") -> Unlocked:
    """Open the notes and unlock them with the passphrase; raises Problem and StoreError.

    A warning is told before the passphrase is asked for.
    """
    find_notes(given)
    store.prepare()
    account = choose(given)
    sys.stderr.write(warning)
    typed = passphrase(given, "Your passphrase")
    return Unlocked(store.Vault.open(account.id, typed), typed)


def choose(given: Namespace) -> "store.AccountName":
    """Return the account that was named, or the only one. Names are not repeated.

    Raises:
        Problem: there are several, or none of that name.
    """
    known = store.accounts()
    found = [one for one in known if given.account in (None, one.name)]
    if len(found) == 1:
        return found[0]
    hint = "name one with --account; the page for unlocking shows the names"
    if not found:
        raise Problem("there is no account of this name here", hint)
    raise Problem("there are several accounts here", hint)
