"""Pictures that a browser can show, and a box with one in it."""

import struct
import zlib

from amends.practice import PhotoBox, Slip, read_photo
from amends.store import Vault


def png(side: int = 8) -> bytes:
    """Return a grey PNG."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * side) * side)
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, held) for name, held in parts)


def _part(name: bytes, held: bytes) -> bytes:
    checked = name + held
    return struct.pack(">I", len(held)) + checked + struct.pack(">I", zlib.crc32(checked))


def put_in_box(vault: Vault, raw: bytes) -> str:
    """Put one picture into a box of its own; return its id as an address has it."""
    photo = vault.put(read_photo(raw)).id.hex()
    vault.put(PhotoBox((Slip(photo, len(raw)),)))
    return photo
