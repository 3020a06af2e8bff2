"""Messages as imessage-exporter writes them: their time, and the lines that are no one's words."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from amends.chats.message import Kind, Messages, seconds

ME = "Me"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TIME = rf"(?:{'|'.join(MONTHS)}) [ \d]\d, \d{{4}} {{1,2}}\d{{1,2}}:\d\d:\d\d [AP]M"
_PARTS = re.compile(r"(\w+) +(\d+), (\d+) +(\d+):(\d+):(\d+) ([AP])M")
_UNSENT = re.compile(r"(.{1,200}) unsent (?:a message!|this message part .{1,60} after sending!)")
_EDIT = re.compile(r"^Edited .{1,60} later: ?|\nEdited .{1,60} later: ?")
_FIRST_VERSION = re.compile(rf"{TIME} ")
_FILE = re.compile(r"(?:~?/|[A-Za-z]:\\|attachments/|\S{1,200}/Attachments/).{0,500}\.\w{1,5}")
_STICKER = re.compile(r"(?:\w+ )?Sticker from .{1,200}: \S.{0,500}")
_MISSING = frozenset({"Attachment missing!", "Attachment does not exist!"})
_EFFECTS = frozenset(
    f"Sent with {one}"
    for one in (
        "Slam", "Loud", "Gentle", "Invisible Ink", "Confetti", "Echo", "Fireworks", "Balloons",
        "Heart", "Lasers", "Shooting Star", "Sparkles", "Spotlight",
    )
)  # fmt: skip
_EVENTS = {
    "Started sharing location!": Kind.SYSTEM,
    "Stopped sharing location!": Kind.SYSTEM,
    "SharePlay Message": Kind.CALL,
    "SharePlay Message Ended": Kind.CALL,
}
DELETED = "This message was deleted from the conversation!"
ANSWERS = "This message responded to an earlier message."


@dataclass
class Written:
    """One message of a file: when and by whom as it stands there, its lines, and its answers.

    In a page files and versions have tags of their own; in a text they are lines as others are.
    """

    when: str
    sender: str
    lines: list[str] = field(default_factory=list, repr=False)
    files: list[str] = field(default_factory=list)
    is_page: bool = False
    is_edited: bool = False
    answers: list[tuple[str, str]] = field(default_factory=list)
    """When and by whom, of each message that answers this one."""


def time_of(when: str) -> int | None:
    """Return the time as rows hold it, None where there is none such.

    >>> time_of("Mar 14, 2026  9:05:00 PM") == seconds(datetime(2026, 3, 14, 21, 5))
    True
    """
    found = _PARTS.match(when)
    if not found or found[1] not in MONTHS:
        return None
    day, year, hour, minute, second = (int(found[one]) for one in (2, 3, 4, 5, 6))
    try:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - on a clock of twelve hours
            return None
        hour = hour % 12 + (12 if found[7] == "P" else 0)
        return seconds(datetime(year, MONTHS.index(found[1]) + 1, day, hour, minute, second))  # noqa: DTZ001
    except ValueError:
        return None


def add(rows: Messages, one: Written, answered: dict[tuple[str, str], int]) -> bool:
    """Add a message; False where its time cannot be read."""
    at = time_of(one.when)
    if at is None:
        return False
    kind, text = said(one)
    sender = "" if kind is Kind.SYSTEM else one.sender
    row = rows.add(at, sender, text, kind, answered.get((_spaced(one.when), one.sender)))
    answered.update({(_spaced(when), sender): row for when, sender in one.answers})
    return True


def announce(rows: Messages, when: str, told: str) -> bool:
    """Add a line of the app; False where its time cannot be read."""
    at = time_of(when)
    if at is None:
        return False
    found = _UNSENT.fullmatch(told)
    if found:
        rows.add(at, ME if found[1] == "You" else found[1], "", Kind.DELETED)
    else:
        rows.add(at, "", told, Kind.SYSTEM)
    return True


def said(one: Written) -> tuple[Kind, str]:
    """Return what kind of message this is, and its words."""
    kept = list(one.lines)
    while kept and (not kept[-1].strip() or kept[-1] in _EFFECTS or kept[-1] == ANSWERS):
        kept.pop()
    if kept and kept[0] == DELETED:
        return Kind.DELETED, ""
    if kept and kept[0] in _EVENTS:
        return _EVENTS[kept[0]], " ".join(kept)
    taken_back = any(_UNSENT.fullmatch(line) for line in kept)
    own = [line for line in kept if line not in _MISSING and not _UNSENT.fullmatch(line)]
    files = [*one.files, *(line for line in own if not one.is_page and _is_file(line))]
    text = "\n".join(line for line in own if one.is_page or not _is_file(line))
    if text.strip():
        return (Kind.EDITED, text) if one.is_edited else _newest(text)
    if taken_back and not files:
        return Kind.DELETED, ""
    return Kind.MEDIA, re.split(r"[/\\]", files[0])[-1] if files else ""


def _is_file(line: str) -> bool:
    return bool(_FILE.fullmatch(line) or _STICKER.fullmatch(line))


def _newest(text: str) -> tuple[Kind, str]:
    """Return the last of several versions, where a message has its history."""
    if not _FIRST_VERSION.match(text):
        return Kind.TEXT, text
    versions = _EDIT.split(text)
    return (Kind.EDITED, versions[-1]) if len(versions) > 1 else (Kind.TEXT, text)


def _spaced(when: str) -> str:
    return " ".join(when.split())
