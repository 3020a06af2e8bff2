"""Finds the command that was called, and calls it."""

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from amends.cli.catalogue import command_names, split
from amends.cli.parser import Parser
from amends.cli.problem import Problem

DEFAULT = "run"
"""The command for `amends` alone, and for `amends --port 8000`."""
_HELP = {"--help", "-h", "help"}
_STOPPED, _UNREAD = 130, 141
"""What a shell says of a program that a signal stopped (SIGINT, SIGPIPE): 128 and its number."""
_FAILED = 70
"""EX_SOFTWARE in sysexits.h: the program itself is at fault."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command, then leave with its exit code: 2 for bad input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _write_utf8()
    try:
        code = _call(given)
        sys.stdout.flush()
    except Problem as problem:
        problem.tell()
        code = 2
    except KeyboardInterrupt:
        code = _STOPPED
    except BrokenPipeError:  # whoever was reading, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = _UNREAD
    except Exception as error:  # noqa: BLE001  a traceback may hold what a person wrote
        _failure(error).tell()
        code = _FAILED
    sys.exit(code)


def _call(given: list[str]) -> int:
    if given and (given[0] in _HELP or given[0] == "--version"):
        return _about(given[0])
    found = split(given, command_names())
    if found is None and given and not given[0].startswith("-"):
        raise import_module("amends.cli.overview").no_such_command(given)
    name, rest = found or (DEFAULT, given)
    return _run(name, rest)


def _run(name: str, rest: list[str]) -> int:
    command = import_module(f"amends.cli.commands.{name.replace(' ', '_')}")
    parser = Parser(name, command.__doc__ or "")
    command.arguments(parser)
    return int(command.run(parser.read(rest)))


def _about(asked: str) -> int:
    about = import_module("amends.cli.overview")  # slow to import, seldom asked for
    told = about.version() if asked == "--version" else about.overview()
    sys.stdout.write(f"{told}\n")
    return 0


def _write_utf8() -> None:
    """Write UTF-8 also where the terminal's language is not set, and never fail at a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _failure(error: Exception) -> Problem:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    file = Path(trace.tb_frame.f_code.co_filename).name if trace else ""
    place = f"{file}, line {trace.tb_lineno}" if trace else "nowhere"
    problem = f"something in amends failed: {type(error).__name__} in {place}"
    return Problem(problem, "please report this line; it holds nothing that you wrote")
