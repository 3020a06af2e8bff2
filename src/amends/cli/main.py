"""Finds the command that was called, and calls it."""

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

from amends.cli.catalogue import command_names, purposes
from amends.cli.problem import Problem

DEFAULT = "run"
"""The command for `amends` alone, and for `amends --port 8000`."""
_HELP = {"--help", "-h", "help"}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command, then leave with its exit code: 2 for bad input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        _call(given)
    except Problem as problem:
        problem.tell()
        sys.exit(2)


def _call(given: list[str]) -> None:
    if given and given[0] in _HELP:
        sys.stdout.write(_overview() + "\n")
        return
    if given[:1] == ["--version"]:
        sys.stdout.write(_version() + "\n")
        return
    has_name = bool(given) and not given[0].startswith("-")
    name, rest = (given[0], given[1:]) if has_name else (DEFAULT, given)
    if name not in command_names():
        raise _unknown(name, given=has_name)
    app = import_module(f"amends.cli.commands.{name}").app
    app.pretty_exceptions_enable = False  # a pretty traceback would show what a person wrote
    app(args=rest, prog_name=f"amends {name}")


def _unknown(name: str, *, given: bool) -> Problem:
    if not given:
        return Problem("say what to do", "amends --help names the commands")
    near = get_close_matches(name, command_names(), n=1)
    hint = f"did you mean: amends {near[0]}" if near else "amends --help names the commands"
    return Problem("there is no such command", hint)


def _overview() -> str:
    rows = [f"  {name:10} {purpose}" for name, purpose in purposes().items()]
    head = "amends [command] [options]: without a command it opens in the browser."
    tail = "`amends <command> --help` says more about one of them."
    return "\n".join([head, "", *rows, "", tail])


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415  slow to import, seldom asked for

    return version("amends")
