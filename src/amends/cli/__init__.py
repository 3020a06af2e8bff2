"""The command `amends`.

One file `commands/<name>.py` is one command; `_` in its name is a space, so that
`content_check.py` is `amends content check`. The first line of its docstring says what it is for,
`arguments(parser)` names what it takes, `run(arguments)` does it and returns the exit code. Only
the file of the command that was called is imported.
"""

from amends.cli.main import main

__all__ = ["main"]
