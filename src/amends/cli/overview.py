"""What amends says about itself: its commands, its version, and a command that is not there."""

import ast
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.metadata import version as version_of
from pathlib import Path

from amends.cli.catalogue import FOLDER, command_names
from amends.cli.problem import Problem


def overview() -> str:
    """Return every command with its purpose."""
    rows = [f"  {name:14} {purpose}" for name, purpose in purposes().items()]
    head = "amends [command] [options]: without a command it opens in the browser."
    tail = "`amends <command> --help` says more about one of them."
    return "\n".join([head, "", *rows, "", tail])


def purposes(folder: Path = FOLDER) -> Mapping[str, str]:
    """Return for every command the first line of its docstring, without importing it."""
    return {name: _purpose(folder, name) for name in command_names(folder)}


def version() -> str:
    """Return the version that is installed."""
    return version_of("amends")


def no_such_command(given: list[str]) -> Problem:
    """Return what to say about words that name no command; they are not repeated."""
    problem = "there is no such command"
    if Path(given[0]).is_file():
        return Problem(problem, "to have a file read, write: amends check FILE")
    for words in (" ".join(given[:2]), given[0]):
        near = get_close_matches(words, command_names(), n=1)
        if near:
            return Problem(problem, f"did you mean: amends {near[0]}")
    return Problem(problem, "amends --help names the commands")


def _purpose(folder: Path, name: str) -> str:
    path = folder / f"{name.replace(' ', '_')}.py"
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]
