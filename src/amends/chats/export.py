"""A file, a folder or a zip as one export: its files by name, read when they are wanted."""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO

from amends.chats.errors import DamagedExport, EmptyExport, NotThere, TooLarge
from amends.chats.in_utf8 import in_utf8

_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    EOFError, NotImplementedError, RuntimeError, OSError, UnicodeDecodeError,
)  # fmt: skip
"""What `zipfile` raises, on its way through what unpacks."""
HEAD_BYTES = 64 * 2**10
MOST_FILES = 200_000
"""In one zip or folder; a year of photos with a chat has some ten thousand."""
MOST_BYTES = 2**30
"""Of one file that is read whole: fourteen million messages at 72 bytes each."""
MOST_STREAMED = 8 * 2**30
"""Of one file that is read piece by piece; text messages with pictures inside come near it."""
MOST_RATIO = 200
"""How far a file in a zip may unpack; chats pack to a tenth or a twentieth, bombs far more."""
_LITTER = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)")
"""What computers leave in zips and folders."""
UNPACKED_FREELY = 10 * 2**20
"""Below this the ratio does not matter: "ha" a million times is a chat, too."""


@dataclass(frozen=True)
class ExportFile:
    """One file inside an export: its name with folders, its size in bytes.

    `content` has its bytes, or those of its zip, where they lie in memory and not at `path`.
    """

    name: str
    size: int
    path: Path = field(repr=False)
    packed: str = field(default="", repr=False)
    content: bytes | None = field(default=None, repr=False)

    @property
    def short(self) -> str:
        """Return the name without folders."""
        return self.name.rpartition("/")[2]

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """Open it to read piece by piece, text in UTF-8; raises TooLarge, DamagedExport."""
        if self.size > MOST_STREAMED:
            raise TooLarge
        try:
            if self.packed:
                lies = self.path if self.content is None else BytesIO(self.content)
                with zipfile.ZipFile(lies) as archive, archive.open(self.packed) as stream:
                    yield in_utf8(stream)
            elif self.content is not None:
                yield in_utf8(BytesIO(self.content))
            else:
                with self.path.open("rb") as stream:
                    yield in_utf8(stream)
        except _BROKEN as error:
            raise DamagedExport from error

    def whole(self) -> bytes:
        """Return all its bytes; raises TooLarge, DamagedExport."""
        if self.size > MOST_BYTES:
            raise TooLarge
        with self.opened() as stream:
            return stream.read(2 * self.size)  # in UTF-8 a text may be half as long again

    def start(self, length: int = HEAD_BYTES) -> bytes:
        """Return its first bytes."""
        with self.opened() as stream:
            return stream.read(length)


@dataclass(frozen=True)
class Export:
    """What someone handed over: one file, or the files of a zip or a folder."""

    path: Path
    files: tuple[ExportFile, ...]

    @property
    def only(self) -> ExportFile | None:
        """Return the file, when there is one only."""
        return self.files[0] if len(self.files) == 1 else None

    def named(self, *endings: str) -> list[ExportFile]:
        """Return the files whose names end so, in their order; capitals are the same."""
        return [one for one in self.files if one.name.lower().endswith(endings)]

    @cached_property
    def head(self) -> bytes:
        """Return the first bytes of the only file, or nothing."""
        return self.only.start() if self.only else b""


def open_export(path: Path) -> Export:
    """Return what lies at a path; raises NotThere, EmptyExport, DamagedExport, TooLarge."""
    if path.is_dir():
        found = (one for one in sorted(path.rglob("*")) if one.is_file())
        files = tuple(
            ExportFile(one.relative_to(path).as_posix(), one.stat().st_size, one)
            for one, _ in zip(found, range(MOST_FILES + 1), strict=False)
        )
    elif not path.exists():
        raise NotThere
    elif zipfile.is_zipfile(path):
        files = tuple(_unpacked(path))
    else:
        files = (ExportFile(path.name, path.stat().st_size, path),)
    return _checked(path, files)


def open_upload(name: str, content: bytes) -> Export:
    """Return a file or a zip that lies in memory; raises EmptyExport, DamagedExport, TooLarge."""
    path = Path(name)
    if zipfile.is_zipfile(BytesIO(content)):
        return _checked(path, tuple(_unpacked(path, content)))
    return _checked(path, (ExportFile(path.name, len(content), path, content=content),))


def open_folder(name: str, contents: Mapping[str, bytes]) -> Export:
    """Return the files of a folder that lie in memory; raises EmptyExport, TooLarge."""
    path = Path(name)
    files = (
        ExportFile(inside, len(content), path, content=content)
        for inside, content in sorted(contents.items())
    )
    return _checked(path, tuple(files))


def _checked(path: Path, files: tuple[ExportFile, ...]) -> Export:
    if len(files) > MOST_FILES:
        raise TooLarge
    if not any(one.size for one in files):
        raise EmptyExport
    return Export(path, tuple(one for one in files if not _LITTER.search(one.name)) or files)


def _unpacked(path: Path, content: bytes | None = None) -> Iterator[ExportFile]:
    try:
        with zipfile.ZipFile(path if content is None else BytesIO(content)) as archive:
            entries = archive.infolist()
    except (*_BROKEN, ValueError) as error:
        raise DamagedExport from error
    if len(entries) > MOST_FILES:
        raise TooLarge
    for one in entries:
        if not one.filename or one.is_dir():
            continue
        if one.file_size > UNPACKED_FREELY and one.file_size > MOST_RATIO * one.compress_size:
            raise TooLarge
        if one.flag_bits & 1 or one.header_offset < 0:  # locked, or said to lie before the file
            raise DamagedExport
        yield ExportFile(one.filename, one.file_size, path, one.filename, content)
