"""A file that is there as a whole or not at all, and that its owner alone can read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from amends.cli.problem import Problem


def refuse_taken(path: Path) -> None:
    """Raise Problem where something has this name already."""
    if os.path.lexists(path):
        raise Problem(f"{path}: this file is there already", "choose another name")


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file under a name that only it will have; nothing stays of one that fails.

    Raises:
        Problem: the name is taken, or nothing can be written there.
    """
    try:
        descriptor, written = mkstemp(dir=path.parent, prefix=".amends-")  # readable by its owner
        try:
            with os.fdopen(descriptor, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            refuse_taken(path)
            Path(written).replace(path)
        except BaseException:
            Path(written).unlink(missing_ok=True)
            raise
    except OSError:
        raise Problem("the file cannot be written there", "look at the folder") from None
