"""Asks for a passphrase: never as an argument, where others could read it in a list of programs."""

import sys
from argparse import Namespace
from getpass import getpass

from amends.cli.parser import Parser
from amends.cli.problem import Problem
from amends.cli.reading import read_text


def add_passphrase(parser: Parser) -> None:
    """Add the option `--passphrase-file`."""
    words = "Read the passphrase from the first line of a file; without it, it is asked for."
    parser.add_argument("--passphrase-file", metavar="FILE", help=words)


def passphrase(given: Namespace, question: str) -> str:
    """Return the passphrase: from the file, from the keyboard, or from a pipe.

    Raises:
        Problem: nothing was given.
    """
    typed = _first_line(given, question).rstrip("\r\n")
    if not typed:
        raise Problem("the passphrase is empty", "nothing was done; type it, then press Enter")
    return typed


def _first_line(given: Namespace, question: str) -> str:
    if given.passphrase_file:
        return read_text(given.passphrase_file).partition("\n")[0]
    if sys.stdin.isatty():
        return _asked(question)
    return sys.stdin.readline()


def _asked(question: str) -> str:
    try:
        return getpass(f"{question}: ")
    except EOFError:
        return ""
