"""The command `amends`.

One file `commands/<name>.py` is one command: its docstring says what it is for, `app` is a
`typer.Typer`. Only the file of the command that was called is imported.
"""

from amends.cli.main import main

__all__ = ["main"]
