"""Validate lessons, sheets, evidence, helplines and rules."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from amends.coach import Rules
from amends.journey import ContentErrors, Program
from amends.safety import check_helplines, countries
from amends.text import CONTENT, ContentError

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Folder = Annotated[Path, typer.Argument(metavar="[FOLDER]", help="A folder of content.")]


@app.callback()
def content() -> None:
    """Look after the words that amends shows."""


@app.command()
def check(folder: Folder = CONTENT) -> None:
    """Say file, line and a hint for every mistake in content. Exit code 2 when there is one."""
    problems = [*check_helplines(folder)]
    for language in _languages(folder):
        problems += _in_program(language, folder)
    for problem in problems:
        _tell(problem)
    if problems:
        raise typer.Exit(2)
    print(_counts(folder))


def _languages(folder: Path) -> list[str]:
    return sorted(path.parent.name for path in folder.glob("*/journey"))


def _in_program(language: str, folder: Path) -> tuple[ContentError, ...]:
    try:
        Program.load(language, folder)
    except ContentErrors as errors:
        return errors.errors
    return ()


def _tell(problem: ContentError) -> None:
    here = Path.cwd()
    path = problem.path.relative_to(here) if problem.path.is_relative_to(here) else problem.path
    typer.echo(f"{path}:{problem.line}: {problem.problem}", err=True)
    if problem.hint:
        typer.echo(f"hint: {problem.hint}", err=True)


def _counts(folder: Path) -> str:
    return f"{len(countries(folder))} countries"
