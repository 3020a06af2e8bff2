"""A transcript: above each message a line with its time and its writer, and empty lines between.

So DiscordChatExporter writes plain text (`[1/13/2024 9:05 PM] bob`), and tools for phones do much
the same (`2024-01-13 21:05:00 from Bob (+49151...)`). What iMazing's text looks like could not be
seen anywhere: it is read if it is of this form, and told to be unknown if not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amends.chats.export import Export, ExportFile
from amends.chats.message import Kind, Messages, Unread
from amends.chats.moments import times_of
from amends.chats.plain_text import lines_of, raw_text, start_of, text_files, text_of
from amends.chats.several import PAIR, Chat, largest
from amends.chats.zones import settle

NAME = "Transcript"
RANK = 60
"""After everything else: a time and a name are a weak sign."""
ME = "Me"
_LOOKED_INTO = 500
"""Files of a folder, one a chat."""
_FEWEST = 2
"""Messages that a file must begin with, unless a title says what it is."""
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u00a0\u202f]?(?:[AaPp]\.?[Mm]\.?|[^\W\d_]{2,4}))?"
_DATE = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|[^\n:\[\]]{6,30}?\d{4})"
_WHEN = rf"(?P<when>{_DATE},? (?:at )?{_TIME})"
_NUMBER = r"(?: \((?:[+\d][\d() .-]{4,24}|[^()\s]{1,60}@[^()\s]{1,60})\))?"
_FORMS = (
    re.compile(rf"\[{_WHEN}\] (?P<who>[^\n:]{{1,120}}?)(?: \(pinned\))?"),
    re.compile(
        rf"{_WHEN} (?P<way>from|to) (?P<who>[^\n:]{{1,120}}?){_NUMBER}"
        r"(?: - (?:Read|Delivered|Sent|Received)\b[^\n]{0,60})?"
    ),
)
_RULE = re.compile(r"[=_*-]{4,200}")
_PARTS = re.compile(r"\{(?:Attachments|Embed|Stickers|Reactions|Inline Emoji)\}")
"""What DiscordChatExporter puts below a text: one line for its kind, then what it is."""
_TITLE = re.compile(r"Guild: |Channel: |(?:Messages|Conversation|Chat) (?:-|with) ")
_END = re.compile(r"Exported [\d.,]{1,12} message\(s\)")


@dataclass
class _Written:
    """One message: the number of its first line, when, who, and the lines below."""

    line: int
    when: str
    who: str
    lines: list[str] = field(default_factory=list, repr=False)


def identify(export: Export) -> bool:
    """Say whether a text begins with such messages."""
    return any(True for _ in _files(export))


def _files(export: Export) -> Iterator[ExportFile]:
    for one in text_files(export, ".txt")[:_LOOKED_INTO]:
        lines = lines_of(start_of(one, {}))
        form = _form(lines)
        if form and any(times_of([found.when for found in _messages(lines, form)])[0]):
            yield one


def read(export: Export) -> Messages:
    """Return the messages of the largest chat of two people."""
    rows = (_rows(lines_of(text_of(raw_text(one), {}))) for one in _files(export))
    return largest(Chat(one, is_pair=len(one.people) <= PAIR) for one in rows)


def _form(lines: Sequence[str]) -> re.Pattern[str] | None:
    """Return the form in which lines open messages; none where too few do."""
    known = {form: _count(list(_messages(lines, form))) for form in _FORMS}
    best = max(_FORMS, key=known.__getitem__)
    first = next((line for line in lines if line.strip()), "")
    has_title = any(_TITLE.match(line) for line in lines[:10])
    begins = has_title or best.fullmatch(first) or _RULE.fullmatch(first)
    enough = known[best] >= (1 if has_title else _FEWEST)
    return best if begins and enough else None


def _count(written: Sequence[_Written]) -> int:
    """Return how many messages these are; none, if names do not come back as those of two do."""
    names = {one.who for one in written}
    return len(written) if 2 * len(names) <= len(written) + _FEWEST else 0


def _messages(lines: Sequence[str], form: re.Pattern[str]) -> Iterator[_Written]:
    """Yield each message; it is opened after an empty line, a ruled one, or at the start."""
    one: _Written | None = None
    before = ""
    for number, line in enumerate(lines, 1):
        opens = not before.strip() or _RULE.fullmatch(before.strip())
        found = form.fullmatch(line.strip()) if opens else None
        if found:
            if one:
                yield one
            one = _Written(number, found["when"], _who(found))
        elif one:
            one.lines.append(line)
        before = line
    if one:
        yield one


def _who(found: re.Match[str]) -> str:
    if found.groupdict().get("way") == "to":
        return ME
    return found["who"].strip()


def _rows(lines: Sequence[str]) -> Messages:
    rows, form = Messages(), _form(lines)
    written = list(_messages(lines, form)) if form else []
    times, rows.order = times_of([one.when for one in written])
    offsets: list[int] = []
    for one, time in zip(written, times, strict=True):
        kind, text = _said(one.lines)
        if time is None:
            rows.unread.append(Unread(one.line, text))
            continue
        rows.add(time[0], one.who, text, kind)
        offsets += [] if time[1] is None else [time[1]]
    if offsets and len(offsets) == len(rows):
        settle(rows, offsets)
    head = written[0].line - 1 if written else 0
    rows.unread += _left(lines[:head])
    return rows


def _left(lines: Sequence[str]) -> Iterator[Unread]:
    """Yield what stands before the first message and is no title."""
    for number, line in enumerate(lines, 1):
        if line.strip() and not _RULE.fullmatch(line.strip()) and not _TITLE.match(line):
            yield Unread(number, line)


def _said(lines: Sequence[str]) -> tuple[Kind, str]:
    """Return what was written, without the lines that the tool puts below."""
    kept = list(lines)
    end = next((at for at, line in enumerate(kept) if _PARTS.fullmatch(line)), len(kept))
    below, kept = kept[end + 1 : end + 2], kept[:end]
    while kept and (not kept[-1].strip() or _RULE.fullmatch(kept[-1]) or _END.fullmatch(kept[-1])):
        kept.pop()
    while kept and not kept[0].strip():
        kept.pop(0)
    text = "\n".join(kept)
    return (Kind.TEXT, text) if text else (Kind.MEDIA, "".join(below))
