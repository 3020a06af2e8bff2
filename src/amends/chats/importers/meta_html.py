"""Messenger and Instagram: "Download your information" as HTML, with dates in many languages.

The page does not say by which clock its times are.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import islice

from amends.chats.dates import DAY_FIRST, Triple, day_of, order_of
from amends.chats.export import Export, ExportFile
from amends.chats.message import GIVEN, OPEN, Kind, Messages, Order, Unread
from amends.chats.meta import LOOKED_INTO, NUMBERED, Said, Thread, chat_of, newest_last
from amends.chats.meta_page import Part, parts
from amends.chats.plain_text import page_in
from amends.chats.several import largest
from amends.chats.wording import unmarked
from amends.chats.written import day_in, months_in, split_time

NAME = "Messenger or Instagram (HTML)"
ENDINGS = (".html",)
HOLDS = ("_a6-", "_2le", "_a72d")
_SIGN = re.compile(rb"\b(?:_a6-[ghip]|_2le[lmt]|_a72d)\b")
_FIRST = date(1970, 1, 1).toordinal()

Day = Triple | date | None


def identify(export: Export) -> bool:
    """Say whether it holds a page with the classes of a thread."""
    return bool(_files(export))


def _files(export: Export) -> list[ExportFile]:
    if export.only:
        return [one for one in export.files if _is_page(one)]
    named = [one for one in export.named(".html") if NUMBERED.search(one.name)]
    return named if any(_is_page(one) for one in islice(named, LOOKED_INTO)) else []


def _is_page(file: ExportFile) -> bool:
    start = file.start()
    return b"<" in start[:200] and bool(_SIGN.search(start))


def read(export: Export) -> Messages:
    """Return the messages of the largest thread of two people."""
    folders: dict[str, list[ExportFile]] = defaultdict(list)
    for file in sorted(_files(export), key=newest_last):
        folders[file.name.rpartition("/")[0].rpartition("/")[2]].append(file)
    chats = []
    for files in folders.values():
        threads, order = _threads([_turned(file) for file in files])
        chats.append(chat_of(threads))
        chats[-1].rows.order, chats[-1].rows.zone = order, ""
    return largest(chats)


def _turned(file: ExportFile) -> list[Part]:
    """Return the messages of a page, the earliest first: pages begin with the newest."""
    return [*parts(page_in(file))][::-1]


def _threads(files: list[list[Part]]) -> tuple[list[Thread], Order]:
    """Return what the pages of one thread hold; their dates are understood together."""
    times = [[split_time(unmarked(part.when).casefold()) for part in file] for file in files]
    months = months_in({rest for file in times for rest, _ in file})
    days = [[day_in(rest, months) for rest, _ in file] for file in times]
    order = _order(day for file in days for day in file)
    threads = []
    for messages, clocks, file_days in zip(files, times, days, strict=True):
        thread = Thread()
        for part, (_, clock), day in zip(messages, clocks, file_days, strict=True):
            _put(thread, part, clock, _day(day, order))
        thread.said.sort(key=lambda one: one.stamp)
        threads.append(thread)
    return threads, order


def _order(days: Iterable[Day]) -> Order:
    triples = [day for day in days if isinstance(day, tuple)]
    return order_of(triples) if triples else GIVEN


def _day(day: Day, order: Order) -> date | None:
    if not isinstance(day, tuple):
        return day
    return day_of(day, DAY_FIRST if order == OPEN else order.name)


def _put(thread: Thread, part: Part, clock: int | None, day: date | None) -> None:
    if day is None or clock is None:
        thread.unread.append(Unread(0, " ".join(filter(None, (part.when, part.text)))))
        return
    stamp = (day.toordinal() - _FIRST) * 86400 + clock
    kind = Kind.TEXT if part.text else Kind.MEDIA
    if not part.sender:
        kind = Kind.SYSTEM
    thread.said.append(Said(stamp * 1000, part.sender, part.text, kind))
