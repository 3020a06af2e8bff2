"""Lines of KakaoTalk: a date before each message, or once for each day, as the first line shows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from amends.chats.dates import Triple
from amends.chats.day_lines import day_line
from amends.chats.kakao_words import is_notice
from amends.chats.message import Unread
from amends.chats.plain_text import fits
from amends.chats.wording import MARKS, unmarked, wording
from amends.chats.written import day_in, half_of, months_in, seconds_of

LOOKED_INTO = 400
"""Lines at the start of a file in which a message must stand; files in a folder."""
_GAP = "[ \u00a0\u202f]"
_HALF = r"[^\d\s,:\[\]]{1,8}(?:[ \u00a0\u202f]m\.)?"
_MONTH = r"[^\W\d_]{3,12}\.?"
_DATE = (
    rf"(?:\d{{4}}[년年.]{_GAP}?\d{{1,2}}[월月.]{_GAP}?\d{{1,2}}[일日.]?|\d{{4}}-\d\d?-\d\d?"
    rf"|{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{1,4}}/\d{{1,2}}/\d{{1,4}})"
)
_TIME = (
    rf"(?:(?P<before>{_HALF}){_GAP}?)?(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?"
    rf"(?:{_GAP}?(?P<after>{_HALF}))?"
)
_FORMS = {
    "date first": re.compile(
        rf"[{MARKS}]*(?P<date>{_DATE}),?{_GAP}?(?:at )?{_TIME}(?P<rest>, .*| ?: .*| ?:)?", re.DOTALL
    ),
    "time first": re.compile(
        rf"[{MARKS}]*{_TIME}, (?P<date>{_DATE})(?P<rest>, .*| ?: .*| ?:)?", re.DOTALL
    ),
    "name first": re.compile(
        rf"[{MARKS}]*\[(?P<name>[^\n]+?)\] \[{_TIME}\](?: (?P<rest>.*))?", re.DOTALL
    ),
}
_RULED = re.compile(r"-{3,}\s*([^-]{6,60}?)\s*-{3,}")
_DIGITS, _WORDS = re.compile(r"\d+"), re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Row:
    """One message: its line, its day, seconds on that day, who, and what was written.

    `more` are lines that were found below it.
    """

    line: int
    day: Triple | date
    clock: int
    sender: str
    text: str = field(repr=False)
    is_notice: bool = False
    more: list[str] = field(default_factory=list, repr=False)


@dataclass
class Reader:
    """The lines of a file, the shape of its messages, and what was read so far."""

    lines: Sequence[str] = field(repr=False)
    form: str
    months: Mapping[str, int] = field(repr=False)
    shape: tuple[str, ...] = ()
    day: Triple | date | None = None
    rows: list[Row] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    _blank: int = 0
    _days: dict[str, Triple | date | None] = field(default_factory=dict, repr=False)

    def read(self) -> None:
        """Read every line."""
        for number, line in enumerate(self.lines, 1):
            if line.strip():
                self._read_line(number, line)
                self._blank = 0
            else:
                self._blank += 1

    def found(self, line: str) -> re.Match[str] | None:
        """Return the match of a line that opens a message, or a day, in this file's own shape."""
        found = _FORMS[self.form].fullmatch(line)
        if not found:
            return None
        words = (found["before"], found["after"])
        is_known = all(half_of(word) for word in words if word)
        return found if is_known and self.shape in {(), _shape(found)} else None

    def _read_line(self, number: int, line: str) -> None:
        found = self.found(line)
        day = None if found else self.separator(line)
        if found:
            self._open(number, line, found)
        elif day:
            self.day = day
        elif self.form == "name first" and self.rows and is_notice()(unmarked(line)):
            last = self.rows[-1]
            self.rows.append(
                Row(number, self.day or last.day, last.clock, "", line, is_notice=True)
            )
        elif self.rows:
            self.rows[-1].more.extend([""] * self._blank + [line])
        elif not _is_head(line):
            self.unread.append(Unread(number, line))

    def _open(self, number: int, line: str, found: re.Match[str]) -> None:
        half = found["before"] or found["after"] or ""
        clock = seconds_of(found["hour"], found["minute"], None, half)
        dated = found.groupdict().get("date")
        day = self._day_of(dated) if dated else self.day
        if clock is None or day is None:
            self.unread.append(Unread(number, line))
            return
        self.shape = self.shape or _shape(found)
        if not dated:
            sender, text, is_told = unmarked(found["name"]), found["rest"] or "", False
        elif found["rest"] is None:
            return
        else:
            sender, text, is_told = _parted(found["rest"])
        self.rows.append(Row(number, day, clock, sender, text, is_told))

    def _day_of(self, dated: str) -> Triple | date | None:
        if dated not in self._days:
            self._days[dated] = day_in(unmarked(dated).casefold(), self.months)
        return self._days[dated]

    def separator(self, line: str) -> Triple | date | None:
        """Return the day of a line between days: dashes around it, or a weekday behind it."""
        ruled = _RULED.fullmatch(unmarked(line))
        said = day_line(ruled[1] if ruled else line, self.months)
        if not said:
            return None
        return said.day if ruled or said.weekday else None


def _shape(found: re.Match[str]) -> tuple[str, ...]:
    """Return the form of a date without its numbers and words, and where the half of a day is."""
    said = found.groupdict()
    form = _form_of(said.get("date") or "")
    return form, "before" if said["before"] else "", "after" if said["after"] else ""


@lru_cache(maxsize=1024)
def _form_of(dated: str) -> str:
    return _WORDS.sub("a", _DIGITS.sub("0", dated))


def _parted(rest: str) -> tuple[str, str, bool]:
    """Return who wrote, what, and whether it was the app, from what follows a date and time."""
    if not rest.startswith(", "):
        return "", rest.lstrip(" :"), True
    sender, colon, text = rest[2:].partition(" : ")
    if colon:
        return unmarked(sender), text, False
    if rest.endswith(" :"):
        return unmarked(rest[2:-2]), "", False
    return "", rest[2:], True


def _is_head(line: str) -> bool:
    words = wording("kakao")
    return fits(line, words["saved"]) or fits(line, words["title"])


def reader_of(lines: Sequence[str]) -> Reader | None:
    """Return a reader for lines whose start shows a message of KakaoTalk; None for others."""
    head = lines[:LOOKED_INTO]
    months = months_in({line[:40] for line in head})
    for form in _FORMS:
        reader = Reader(head, form, months)
        has_days = form != "name first" or any(map(reader.separator, head))
        for line in head if has_days else ():
            found = reader.found(line)
            if found and (found.groupdict().get("name") or " : " in (found["rest"] or "")):
                return Reader(lines, form, months, _shape(found))
    return None
