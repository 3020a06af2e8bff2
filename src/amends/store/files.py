"""Write a file that only its owner may read, whole or not at all."""

import os
from pathlib import Path

from amends.store.errors import DiskTrouble, FileInTheWay, FolderNotEmpty
from amends.store.trouble import files_told_plainly


def write_new(path: Path, content: bytes) -> None:
    """Write a new file and read it back.

    Raises FileInTheWay, FullDisk, ReadOnlyDisk, DiskTrouble.
    """
    refuse_taken(path)
    with files_told_plainly():
        part = path.with_name(f"{path.name}.partial")
        try:
            _write_through(part, content)
            part.rename(path)
            sync_folder(path.parent)
        finally:
            part.unlink(missing_ok=True)
        if path.read_bytes() != content:
            raise DiskTrouble


def refuse_taken(path: Path) -> None:
    """Raise FileInTheWay when something has this name."""
    with files_told_plainly():
        if path.exists():
            raise FileInTheWay(path)


def empty_folder(folder: Path) -> None:
    """Make a folder that only its owner may open; raises FolderNotEmpty when it holds something."""
    with files_told_plainly():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise FolderNotEmpty(folder)


def sync_folder(folder: Path) -> None:
    """Have the disk remember the names in a folder, over a power cut too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_through(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
