"""Files that hold one JSON object in each line, read line by line."""

import json
from collections.abc import Iterator
from typing import IO

from amends.chats.json_stream import Fields
from amends.chats.message import Unread

LONGEST_LINE = 16 * 2**20
"""In bytes; the longest message of any app is some hundred thousand."""


def objects(stream: IO[bytes], unread: list[Unread]) -> Iterator[tuple[int, Fields]]:
    """Yield the object of each line with the line's number; lines that hold none go to `unread`."""
    for count, line in _lines(stream):
        found = object_in(line)
        if found is not None:
            yield count, found
        elif line.strip(b" \t\r\n[],\0\xef\xbb\xbf"):
            unread.append(Unread(count, line.decode("utf-8", "replace").strip()))


def object_in(line: bytes) -> Fields | None:
    """Return the JSON object of one line; brackets and commas of a list around it do not matter.

    >>> object_in(b'[{"sender": "Alice"},'), object_in(b"Alice: hello")
    ({'sender': 'Alice'}, None)
    """
    bare = line.strip().removeprefix(b"\xef\xbb\xbf").lstrip(b"[").rstrip(b",] ")
    if not bare.startswith(b"{"):
        return None
    try:
        value = json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield each line with its number; of one that is far too long, only the start."""
    count = 0
    while line := stream.readline(LONGEST_LINE):
        count += 1
        yield count, line
        while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)
