"""Which commands there are: the files of one folder."""

import ast
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parent / "commands"


def command_names(folder: Path = FOLDER) -> list[str]:
    """Return the names of all commands, in order, without importing any."""
    return sorted(p.stem for p in folder.glob("*.py") if not p.stem.startswith("_"))


def purposes(folder: Path = FOLDER) -> Mapping[str, str]:
    """Return for every command the first line of its docstring, without importing it."""
    return {name: _purpose(folder / f"{name}.py") for name in command_names(folder)}


def _purpose(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]
