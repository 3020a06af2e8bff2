"""Which commands there are: the files of one folder."""

from pathlib import Path

FOLDER = Path(__file__).parent / "commands"


def command_names(folder: Path = FOLDER) -> list[str]:
    """Return the names of all commands, in order, without importing any."""
    stems = (path.stem for path in folder.glob("*.py"))
    return sorted(stem.replace("_", " ") for stem in stems if not stem.startswith("_"))


def split(given: list[str], names: list[str]) -> tuple[str, list[str]] | None:
    """Return the command that the words begin with, and the words after it; None for no command.

    >>> split(["content", "check", "here"], ["check", "content check"])
    ('content check', ['here'])
    """
    for name in sorted(names, key=len, reverse=True):
        words = name.split()
        if given[: len(words)] == words:
            return name, given[len(words) :]
    return None
