"""Reads the words after a command, and says in plain words what is wrong with them."""

from argparse import Action, ArgumentError, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from amends.cli.problem import Problem

WIDTH = 78
"""Columns of help; the same everywhere, because the documents show it."""


class _Help(HelpFormatter):
    """Help as argparse lays it out, in one width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=WIDTH)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[object],
        prefix: str | None = "Usage: ",
    ) -> None:
        super().add_usage(usage, actions, groups, prefix)  # type: ignore[arg-type]


class Parser(ArgumentParser):
    """The words that one command takes. What was typed is never repeated in a problem."""

    def __init__(self, name: str, purpose: str) -> None:
        super().__init__(
            prog=f"amends {name}",
            description=purpose,
            formatter_class=_Help,
            allow_abbrev=False,
            exit_on_error=False,
            add_help=False,
        )
        self._positionals.title = "arguments"
        self.add_argument("--help", "-h", action="help", help="Say this, and do nothing.")

    def read(self, words: Sequence[str]) -> Namespace:
        """Return what was asked for; `--help` tells it and leaves.

        Raises:
            Problem: something is missing, unknown or cannot be used.
        """
        try:
            found, rest = self.parse_known_args(words)
        except ArgumentError as error:
            raise self._told(error) from None
        if rest:
            raise self._too_much(rest)
        return found

    def error(self, message: str) -> NoReturn:
        """Say which words are missing: argparse calls this for nothing else."""
        missing = message.rpartition(": ")[2]
        raise Problem(f"something is missing: {missing}", self._hint())

    def _told(self, error: ArgumentError) -> Problem:
        if not error.argument_name:
            self.error(error.message)
        if "expected" in error.message:
            return Problem(f"{error.argument_name} needs a value after it", self._hint())
        return Problem(f"{error.argument_name} takes no value", self._hint())

    def _too_much(self, rest: Sequence[str]) -> Problem:
        if any(word.startswith("-") for word in rest):
            return Problem("there is no such option", self._hint())
        hint = 'put a name with spaces between quotes: "my letter.txt"'
        return Problem("there is a word too many", hint)

    def _hint(self) -> str:
        return f"{self.prog} --help says what it takes"


def one_of(option: str, known: Sequence[str]) -> Callable[[str], str]:
    """Return how to read a value that has to be one of the known ones."""

    def read(value: str) -> str:
        if value not in known:
            raise Problem(f"{option}: this value is unknown", "one of: " + ", ".join(known))
        return value

    return read
