"""Lines of LINE: days, messages in the file's own shape, and texts that go over several lines.

On a phone, a text of several lines is in double quotes, and quotes inside it are doubled; a
computer leaves texts as they are.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from amends.chats.dates import Triple
from amends.chats.day_lines import DayLine, day_line, months_of
from amends.chats.line_rows import Row
from amends.chats.message import Unread
from amends.chats.plain_text import fits
from amends.chats.wording import MARKS, unmarked, wording
from amends.chats.written import day_in, half_of, seconds_of, split_time

LOOKED_INTO = 400
"""Lines at the start of a file in which a day and a message must stand; files in a folder."""
_HALF, _GAP = r"[^\d\s\[\]:,]{1,12}", "[ \u00a0\u202f]"
_CLOCK = (
    rf"(?:({_HALF}){_GAP}?)?(\d{{1,2}})[:.](\d\d)(?::\d\d)?(?:{_GAP}?({_HALF}(?:{_GAP}m\.?)?))?"
)
_TABBED = re.compile(rf"[{MARKS}]*{_CLOCK}\t(.*)", re.DOTALL)
_SPACED = re.compile(rf"[{MARKS}]*()(\d{{1,2}}):(\d\d)() (\S.*)", re.DOTALL)
_ON_A_COMPUTER = ("year first", ".", "weekday")
"""The shape of days in what a computer saves."""


@dataclass
class Reader:
    """The lines of a file, the shapes of its days and messages, and what was read so far."""

    lines: Sequence[str] = field(repr=False)
    message: re.Pattern[str]
    months: Mapping[str, int] = field(repr=False)
    day_shape: tuple[str, ...]
    halves: tuple[bool, bool] | None = None
    days: list[DayLine] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    saved: list[Triple] = field(default_factory=list)
    _blank: int = 0

    @property
    def has_tabs(self) -> bool:
        """Say whether tabs part time, name and text."""
        return self.message is _TABBED

    def read(self) -> None:
        """Read every line."""
        odd = [at for at, line in enumerate(self.lines) if line.count('"') % 2]
        at = 0
        while at < len(self.lines):
            at = self._read_line(at, odd) + 1

    def found(self, line: str) -> re.Match[str] | None:
        """Return the match of a line that opens a message in this file's own shape."""
        found = self.message.match(line)
        if not found:
            return None
        shape = (bool(found[1]), bool(found[4]))
        is_known = all(half_of(word) for word in (found[1], found[4]) if word)
        return found if is_known and shape == (self.halves or shape) else None

    def _read_line(self, at: int, odd: Sequence[int]) -> int:
        """Read the line at a place and those that belong to it; return the place of the last."""
        line = self.lines[at]
        found = self.found(line)
        day = None if found else day_line(line, self.months)
        if found and self.days:
            return self._open(at, found, odd)
        if day and day.shape == self.day_shape:
            self.days.append(day)
        elif not line.strip():
            self._blank += 1
            return at
        elif self.rows:
            self.rows[-1].more.extend([""] * self._blank + [line])
        else:
            self._head(at, line)
        self._blank = 0
        return at

    def _open(self, at: int, found: re.Match[str], odd: Sequence[int]) -> int:
        """Begin a message; one without a tab after the name, or without a name, is the app's."""
        self._blank = 0
        clock = seconds_of(found[2], found[3], None, found[1] or found[4] or "")
        if clock is None:
            self.unread.append(Unread(at + 1, self.lines[at]))
            return at
        self.halves = self.halves or (bool(found[1]), bool(found[4]))
        sender, tab, text = found[5].partition("\t")
        if not tab:
            sender, text = "", found[5]
        whole, end = self._quoted(at, text, odd) or (text, at)
        self.rows.append(Row(at + 1, len(self.days) - 1, clock, unmarked(sender), whole))
        return end

    def _quoted(self, at: int, text: str, odd: Sequence[int]) -> tuple[str, int] | None:
        """Return a text in quotes that goes over several lines, and the place of its last line."""
        if not text.startswith('"') or text.count('"') % 2 == 0:
            return None
        following = bisect_right(odd, at)
        end = odd[following] if following < len(odd) else 0
        if not end or not self.lines[end].endswith('"') or self.found(self.lines[end]):
            return None
        inside = "\n".join([text[1:], *self.lines[at + 1 : end], self.lines[end][:-1]])
        is_doubled = '"' not in inside.replace('""', "")
        if not is_doubled and any(self.found(line) for line in self.lines[at + 1 : end]):
            return None
        return inside.replace('""', '"') if is_doubled else inside, end

    def _head(self, at: int, line: str) -> None:
        """Take a line before the first message: a title, when it was saved, or nothing known."""
        words = wording("line")
        if fits(line, words["saved"]):
            day = day_in(split_time(unmarked(line).casefold())[0], self.months)
            self.saved += [day] if isinstance(day, tuple) else []
        elif self.days or not fits(line, words["title"]):
            self.unread.append(Unread(at + 1, line))


def reader_of(lines: Sequence[str]) -> Reader | None:
    """Return a reader for lines whose start shows a day and then a message; None for others."""
    head = lines[:LOOKED_INTO]
    if not any("\t" in line or _SPACED.match(line) for line in head):
        return None
    months = months_of(head)
    for at, line in enumerate(head):
        day = day_line(line, months)
        for shape in (_TABBED, _SPACED) if day else ():
            reader = Reader(lines, shape, months, day.shape if day else ())
            if any(map(reader.found, head[at + 1 :])) and _is_sure(reader, head[:at]):
                return reader
    return None


def _is_sure(reader: Reader, before: Sequence[str]) -> bool:
    """Say whether spaces after the time are enough: after a title, or days as a computer has."""
    title = next((line for line in before if line.strip()), "")
    return reader.has_tabs or reader.day_shape == _ON_A_COMPUTER or "[LINE]" in title
