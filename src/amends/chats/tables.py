"""Chats as tables: comma-separated values, whose texts may go over several lines."""

import csv
import io
from collections.abc import Iterator, Sequence

from amends.chats.errors import DamagedExport
from amends.chats.wording import unmarked


def rows_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the number of its last line; raises DamagedExport."""
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise DamagedExport from error


def heading(row: Sequence[str]) -> list[str]:
    r"""Return the names of columns in small letters.

    >>> heading(["\ufeffDate ", "User"])
    ['date', 'user']
    """
    return [unmarked(one).casefold() for one in row]
