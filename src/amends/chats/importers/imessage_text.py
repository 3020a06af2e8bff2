"""iMessage by way of imessage-exporter: a text or a page for each chat, beside it the attachments.

Answers stand twice, in place and indented under the message that they answer: there they are not
read again. The owner is "Me", times are those of the computer that exported. Not checked on a real
export: pages of before 2023, and lines under links and messages of apps, which the tool writes as
if they were words of the sender.
"""

import re
from collections.abc import Iterator

from amends.chats.errors import NoMessages
from amends.chats.export import Export, ExportFile
from amends.chats.imessage_page import messages_in
from amends.chats.imessage_written import TIME, Written, add, announce
from amends.chats.message import Messages, Unread
from amends.chats.plain_text import page_in, raw_text
from amends.chats.several import PAIR, Chat, largest

NAME = "iMessage (imessage-exporter)"
ENDINGS = (".txt", ".html")
BEGINS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
HOLDS = ('class="timestamp"',)
_LOOKED_INTO = 500
"""Files of a folder whose start is looked at: one a chat."""
_HEADER = re.compile(rf"({TIME})(?: \(Read by [^\n]{{1,200}}\))?")
_ANNOUNCED = re.compile(rf"({TIME}) (?!\(Read by )(\S[^\n]*)")
_INDENT = "    "
_TAPBACKS = frozenset({"Tapbacks:", "Reactions:"})
_TAPBACK = re.compile(r"(?:Loved|Liked|Disliked|Laughed at|Emphasized|Questioned) by .{1,200}")
"""Older versions do not indent it."""
_PAGE = (b'class="message"', b'class="timestamp"', b'class="sender"')


def identify(export: Export) -> bool:
    """Say whether a file begins as those of imessage-exporter do."""
    return any(True for _ in _files(export))


def read(export: Export) -> Messages:
    """Return the largest chat of two people."""
    chats = (_page(one) if _is_page(one) else _text(one) for one in _files(export))
    rows = largest(Chat(one, is_pair=len(one.people) <= PAIR) for one in chats)
    if not rows:
        raise NoMessages
    return rows


def _files(export: Export) -> Iterator[ExportFile]:
    named = [export.only] if export.only else export.named(".txt", ".html")[:_LOOKED_INTO]
    return (one for one in named if _is_page(one) or _is_text(one))


def _is_page(file: ExportFile) -> bool:
    head = file.start()
    return all(one in head for one in _PAGE)


def _is_text(file: ExportFile) -> bool:
    lines = file.start(2000).decode("utf-8-sig", "replace").lstrip().splitlines()[:2]
    is_message = len(lines) > 1 and bool(_HEADER.fullmatch(lines[0]) and lines[1].strip())
    return is_message or bool(lines and _ANNOUNCED.fullmatch(lines[0]))


def _page(file: ExportFile) -> Messages:
    rows, answered = Messages(), dict[tuple[str, str], int]()
    for one, told in messages_in(page_in(file)):
        added = announce(rows, one.when, told) if told else add(rows, one, answered)
        if not added:
            rows.unread.append(Unread(0, told or "\n".join(one.lines)))
    return rows


def _text(file: ExportFile) -> Messages:
    rows, answered = Messages(), dict[tuple[str, str], int]()
    raw = raw_text(file)
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    for number, block in _blocks(text.split("\n")):
        header = _HEADER.fullmatch(block[0])
        announced = None if header else _ANNOUNCED.fullmatch(block[0])
        if header and len(block) > 1:
            added = add(rows, _written(header[1], block), answered)
        else:
            added = announced is not None and announce(rows, announced[1], announced[2])
        if not added and any(line.strip() for line in block):
            rows.unread.append(Unread(number, "\n".join(block)))
    return rows


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of each message with the number of its first.

    A message begins with a time after an empty line, and does not end at the empty lines in it.
    """
    start = 0
    for number, line in enumerate(lines):
        if number and not lines[number - 1] and _begins(line):
            yield start + 1, lines[start:number]
            start = number
    yield start + 1, lines[start:]


def _begins(line: str) -> bool:
    return bool(_HEADER.fullmatch(line) or _ANNOUNCED.fullmatch(line))


def _written(when: str, block: list[str]) -> Written:
    one = Written(when, block[1].strip())
    passing = ""
    for number, line in enumerate(block[2:], 2):
        bare = line.removeprefix(_INDENT)
        if line != bare and (found := _HEADER.fullmatch(bare)) and number + 1 < len(block):
            one.answers.append((" ".join(found[1].split()), block[number + 1].strip()))
            passing = _INDENT
        elif line in _TAPBACKS:
            passing = line
        elif passing and (not line or line != bare or _TAPBACK.fullmatch(line)):
            continue
        else:
            passing = ""
            one.lines.append(line)
    return one
