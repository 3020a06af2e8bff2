"""SQLite files of an export, read where they lie: nothing is written, no copy on the disk is made.

What the app wrote last may still be in a second file, `…-wal`. SQLite would change the folder to
read it, so its pages are laid over those of the database in memory.
"""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from amends.chats.errors import DamagedExport, PackedDatabase, TooLarge
from amends.chats.export import ExportFile

MAGIC = b"SQLite format 3\0"
MOST_IN_MEMORY = 2**29
"""Bytes of a database with a `-wal`; years of messages without pictures are a tenth of it."""
_WAL = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_WAL_HEADER, _FRAME_HEADER = 32, 24
_PAGE_SIZES = tuple(2**one for one in range(9, 17))
_STEP = 100_000
"""Of SQLite's instructions; after so many it is asked whether to go on."""
_STEPS_AT_LEAST, _STEPS_PER_MEGABYTE = 500, 20
"""How often it may be asked: far more than a reading needs, and an end for a trap."""


@contextmanager
def opened(file: ExportFile) -> Iterator[sqlite3.Connection]:
    """Open a database to read it; raises PackedDatabase, DamagedExport, TooLarge."""
    if file.packed:
        raise PackedDatabase
    try:
        with closing(_connected(file)) as connection:
            connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.set_progress_handler(_patience(file.size), _STEP)
            yield connection
    except (sqlite3.Error, UnicodeDecodeError) as error:  # a message may quote damaged names
        raise DamagedExport from error


def tables(connection: sqlite3.Connection) -> set[str]:
    """Return the names of its tables; views are none."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(name) for (name,) in found}


def columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """Return the names of a table's columns."""
    return {
        str(row[0]) for row in connection.execute("SELECT name FROM pragma_table_info(?)", [table])
    }


def _patience(size: int) -> "_Patience":
    return _Patience(_STEPS_AT_LEAST + _STEPS_PER_MEGABYTE * size // 2**20)


class _Patience:
    def __init__(self, left: int) -> None:
        self._left = left

    def __call__(self) -> int:
        self._left -= 1
        return self._left < 0


def _connected(file: ExportFile) -> sqlite3.Connection:
    if file.content is not None:
        return _in_memory(file)
    log = file.path.with_name(file.path.name + "-wal")
    if log.is_file() and log.stat().st_size > _WAL_HEADER:
        return _in_memory(file, log)
    return sqlite3.connect(f"{file.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _in_memory(file: ExportFile, log: Path | None = None) -> sqlite3.Connection:
    if file.size + (log.stat().st_size if log else 0) > MOST_IN_MEMORY:
        raise TooLarge
    content = bytearray(file.whole())
    if log:
        _lay_over(content, log.read_bytes())
    content[18:20] = b"\1\1"  # "no second file": a database in memory has none
    connection = sqlite3.connect(":memory:")
    connection.deserialize(bytes(content))
    return connection


def _lay_over(content: bytearray, log: bytes) -> None:
    """Write the pages of a log over a database, up to the last change that was finished."""
    (size,) = struct.unpack_from(">I", log, 8)
    if log[:4] not in _WAL or size not in _PAGE_SIZES:
        return
    waiting: dict[int, int] = {}
    for at in range(_WAL_HEADER, len(log) - size - _FRAME_HEADER + 1, size + _FRAME_HEADER):
        page, pages_in_all = struct.unpack_from(">II", log, at)
        if log[at + 8 : at + 16] != log[16:24]:  # left over from before the log began anew
            break
        waiting[page] = at + _FRAME_HEADER
        if pages_in_all:
            _write(content, log, waiting, size)
            waiting.clear()


def _write(content: bytearray, log: bytes, pages: dict[int, int], size: int) -> None:
    for page, at in pages.items():
        end = page * size
        if not page or end > MOST_IN_MEMORY:
            continue
        content.extend(bytes(max(0, end - len(content))))
        content[end - size : end] = log[at : at + size]
