"""Telegram Desktop: "Export chat history" as HTML makes messages.html, messages2.html and so on.

The pages are in English whatever the app's language is. They give no ids of people: two who share
a name can't be told apart; and they do not say what was edited. Service lines have no time of their
own: they get that of the line before. Forwarded words are of the kind `media`, as in the JSON.
"""

import html
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from amends.chats.dates import DAY_FIRST
from amends.chats.errors import DamagedExport, TooLarge
from amends.chats.export import Export, ExportFile
from amends.chats.importers.telegram import DELETED_ACCOUNT
from amends.chats.json_stream import plain
from amends.chats.message import Kind, Messages, Order, Unread, seconds
from amends.chats.several import PAIR, Chat, largest
from amends.chats.telegram_page import Part, parts
from amends.chats.zones import wall_time, zone_name

NAME = "Telegram (HTML)"
RANK = 11
"""After the JSON: where an export has both, the JSON says more."""
ENDINGS = (".html",)
HOLDS = ('class="page_wrap',)
MOST_BYTES = 64 * 2**20
"""Of one page, which holds a thousand messages: some hundred kilobytes, a few megabytes at most."""
LOOKED_INTO = 3
"""Pages of a folder whose start is looked at."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_PAGE = re.compile(r"(?:^|/)messages(\d{0,6})\.html$")
_TIME = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?")
_DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})")
_VIA = re.compile(r" via @\w+$")


def identify(export: Export) -> bool:
    """Say whether a page begins as Telegram's do."""
    return any(_is_telegram(one.start()) for one in _pages(export)[:LOOKED_INTO])


def _pages(export: Export) -> list[ExportFile]:
    if export.only:
        return [export.only]
    return [one for one in export.files if _PAGE.search(one.name)]


def _is_telegram(head: bytes) -> bool:
    start = plain(head)
    return start[:1] == b"<" and b'class="page_wrap' in start and b'class="history"' in start


def read(export: Export) -> Messages:
    """Return the messages of the export, or of its largest chat of two."""
    chats = defaultdict[str, list[ExportFile]](list)
    for page in _pages(export):
        chats[page.name.rpartition("/")[0]].append(page)
    return largest(_chat(sorted(pages, key=_number)) for pages in chats.values())


def _number(page: ExportFile) -> int:
    named = _PAGE.search(page.name)
    return int(named.group(1) or 1) if named else 0


def _chat(pages: list[ExportFile]) -> Chat:
    found = _Rows()
    for page in pages:
        text = _decoded(page)
        for part in parts(text):
            found.add(part, text)
    rows = found.finished()
    return Chat(rows, is_pair=len(rows.people) <= PAIR)


def _decoded(page: ExportFile) -> str:
    """Return a page; one that breaks off has no end."""
    if page.size > MOST_BYTES:
        raise TooLarge
    try:
        text = page.whole().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DamagedExport from error
    if "</html>" not in text[-1000:]:
        raise DamagedExport
    return text


@dataclass
class _Rows:
    """The rows of one chat while its pages are read."""

    rows: Messages = field(default_factory=lambda: Messages(order=Order(DAY_FIRST, "certain")))
    sender: str = DELETED_ACCOUNT
    latest: int | None = None
    row_of: dict[str, int] = field(default_factory=dict)
    answers: dict[int, str] = field(default_factory=dict)
    offsets: set[int | None] = field(default_factory=set)

    def add(self, part: Part, page: str) -> None:
        """Add what a message of a page says."""
        if part.is_service:
            self._add_service(part, page)
            return
        named = _VIA.sub("", part.words.get("from_name", "").strip())
        self.sender = named or self.sender
        at = self._time(part.title)
        if at is None:
            self._leave(part, page)
        else:
            self._add_sent(part, at)

    def _add_sent(self, part: Part, at: int) -> None:
        text = part.words.get("text", "")
        kind = Kind.TEXT if text and not part.is_forwarded else Kind.MEDIA
        if part.is_call:
            text, kind = part.words.get("status", ""), Kind.CALL
        elif not text:
            text = part.words.get("question", "")
        row = self.rows.add(at, self.sender, text, kind)
        self.row_of[part.number], self.latest = row, at
        if part.answered:
            self.answers[row] = part.answered

    def _add_service(self, part: Part, page: str) -> None:
        """Add a line of the app; one between two days has a negative number, and is no message."""
        text = part.words.get("service", "")
        day = _day(text) if part.number.startswith("-") else None
        if day is not None:
            self.latest = day
        elif self.latest is None:
            self._leave(part, page)
        else:
            self.rows.add(self.latest, "", text, Kind.SYSTEM)

    def _time(self, title: str) -> int | None:
        found = _TIME.fullmatch(title.strip())
        if not found:
            return None
        day, month, year, clock, offset = found.groups()
        at = wall_time(f"{year}-{month}-{day}T{clock}{offset or ''}")
        if at:
            self.offsets.add(at[1] if offset else None)
        return at[0] if at else None

    def _leave(self, part: Part, page: str) -> None:
        line = page.count("\n", 0, part.place) + 1
        text = part.words.get("text") or part.words.get("service", "")
        self.rows.unread.append(Unread(line, html.unescape(text)))

    def finished(self) -> Messages:
        """Return the rows with their answers and their clock settled."""
        known = ((row, self.row_of.get(answered)) for row, answered in self.answers.items())
        self.rows.reply_to = {row: answered for row, answered in known if answered is not None}
        if len(self.offsets) == 1:
            self.rows.zone = "".join(zone_name(one) for one in self.offsets if one is not None)
        return self.rows


def _day(text: str) -> int | None:
    """Return the start of a day as the pages write it: 14 March 2026."""
    found = _DAY.fullmatch(text)
    if not found or found.group(2) not in _MONTHS:
        return None
    month = _MONTHS.index(found.group(2)) + 1
    try:
        return seconds(datetime(int(found.group(3)), month, int(found.group(1))))  # noqa: DTZ001 - wall time
    except ValueError:
        return None
