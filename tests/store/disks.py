"""A disk so small that it can be filled."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage, which

from django.db import connection

from amends.store import FullDisk, Vault
from tests.store.cast import Note

MIB = 1024 * 1024
BALLAST = "ballast"


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Yield a folder on a disk of one MiB; where none can be mounted, an ordinary folder."""
    folder.mkdir()
    is_mounted = _as_root("mount", "-t", "tmpfs", "-o", "size=1m,mode=0777", "tests", str(folder))
    try:
        yield folder
    finally:
        if is_mounted:
            _as_root("umount", str(folder))


def _as_root(program: str, *arguments: str) -> bool:
    """Run one of the system's programs, with sudo if that asks nothing; False when it cannot be."""
    found = which(program)
    sudo = [which("sudo") or "", "-n"] if os.geteuid() else []
    if not found or "" in sudo:
        return False
    return (
        subprocess.run([*sudo, found, *arguments], check=False, capture_output=True).returncode == 0
    )


def fill(folder: Path, vault: Vault) -> None:
    """Keep notes until no more fits; `make_room` takes the ballast away."""
    if is_small(folder):
        (folder / BALLAST).write_bytes(bytes(MIB // 2))
    else:
        limit(pages=100)
    for size in (20_000, 10):
        _keep_notes_until_full(vault, size)


def _keep_notes_until_full(vault: Vault, size: int) -> None:
    while True:
        try:
            vault.put(Note("x" * size))
        except FullDisk:
            return


def make_room(folder: Path) -> None:
    """Take the ballast away, or SQLite's limit."""
    if is_small(folder):
        (folder / BALLAST).unlink()
    else:
        limit(pages=100_000)


def is_small(folder: Path) -> bool:
    """Whether the folder is on the small disk, or SQLite has to be held to a size instead."""
    return disk_usage(folder).total <= MIB


def limit(pages: int) -> None:
    """Have SQLite say that the disk is full at so many pages."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA max_page_count={pages}")
