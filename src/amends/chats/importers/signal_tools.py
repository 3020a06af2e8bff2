"""Signal by way of sigexport (signal-export): a folder a chat, with `chat.md` and `data.json`.

`data.json` holds an object in each line and is read where both are there: in `chat.md` a message
that looks like a header cannot be told from one. The owner is "Me". Times are those of the
computer that exported. In both, what the person wrote ends with two spaces put there by the tool,
and the back ticks are gone.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from amends.chats.errors import NoMessages
from amends.chats.export import Export, ExportFile
from amends.chats.json_lines import object_in, objects
from amends.chats.json_stream import Fields, fields, items, label, string
from amends.chats.message import Kind, Messages, Unread, seconds
from amends.chats.plain_text import raw_text
from amends.chats.several import PAIR, Chat, largest
from amends.chats.zones import wall_time

NAME = "Signal (sigexport)"
RANK = 20
"""The text form is told by its header alone."""
ENDINGS = ("data.json", "chat.md", "index.md")
BEGINS = ("[",)
HOLDS = ('"body"',)
_KEYS = frozenset({"date", "sender", "body"})
_LOOKED_INTO = 500
"""Files of a folder whose start is looked at; an account has a folder for each chat."""
_HEADER = re.compile(r"\[(\d{4}-\d\d-\d\d),? (\d\d:\d\d(?::\d\d)?)\] ([^\n]*?): ?(.*)", re.DOTALL)
_OPENS = re.compile(r"^(?=\[\d{4}-\d\d-\d\d,? \d\d:\d\d(?::\d\d)?\] [^\n]*?:)", re.MULTILINE)
_QUOTE = re.compile(r"\n\n((?:>[^\n]*\n)+)\n")
"""As it stands between the header and the message."""
_STICKER = re.compile(r"\n\(\( ([^\n]*) \)\)\Z")
_MOST_FILES = 50
"""Of one message; Signal allows 32."""
_DELETED = "(This message was deleted)"
_CALL = re.compile(
    r"(?:Incoming|Outgoing|Missed) (?:(?:voice|video|group|adhoc) )?call(?: \([^()\n]*\))?"
)
_NOBODY = "No-Sender"
"""What the tool writes for lines of the app, as when the timer of a chat was changed."""


def identify(export: Export) -> bool:
    """Say whether a file has the lines of sigexport."""
    return any(_is_data(one) or _is_text(one) for one in _candidates(export))


def read(export: Export) -> Messages:
    """Return the largest chat of two people."""
    rows = largest(Chat(one, is_pair=len(one.people) <= PAIR) for one in _chats(export))
    if not rows:
        raise NoMessages
    return rows


def _candidates(export: Export) -> list[ExportFile]:
    if export.only:
        return [export.only]
    names = ("data.json", "chat.md", "index.md")
    return [one for one in export.files if one.short.lower() in names][:_LOOKED_INTO]


def _is_data(file: ExportFile) -> bool:
    first = object_in(file.start().partition(b"\n")[0])
    return first is not None and _KEYS.issubset(first)


def _is_text(file: ExportFile) -> bool:
    head = file.start(2000).decode("utf-8-sig", "replace").lstrip()
    found = _HEADER.match(head)
    return found is not None and file.short.lower().endswith(".md")


def _chats(export: Export) -> Iterator[Messages]:
    files = _candidates(export)
    with_data = {_folder(one) for one in files if _is_data(one)}
    for file in files:
        if _is_data(file):
            yield _from_data(file)
        elif _folder(file) not in with_data and _is_text(file):
            yield _from_text(file)


def _folder(file: ExportFile) -> str:
    return file.name.rpartition("/")[0]


def _from_data(file: ExportFile) -> Messages:
    rows = Messages()
    by_text: dict[str, int] = {}
    with file.opened() as stream:
        for line, message in objects(stream, rows.unread):
            at = wall_time(message.get("date"))
            if at is None:
                rows.unread.append(Unread(line, label(message.get("sender"))))
                continue
            kind, text = _said(message)
            sender = _sender(string(message.get("sender")), kind)
            kind = kind if sender or kind is Kind.CALL else Kind.SYSTEM
            answered = by_text.get(_quoted(string(message.get("quote"))))
            row = rows.add(at[0], sender, text, kind, answered)
            by_text[text] = row
    return rows


def _sender(written: str, kind: Kind) -> str:
    return "" if kind is Kind.SYSTEM or written == _NOBODY else written


def _said(message: Fields) -> tuple[Kind, str]:
    text = _without_end(string(message.get("body")))
    if message.get("deleted") is True:
        return Kind.DELETED, ""
    if message.get("call") is True or (message.get("call") is None and _CALL.fullmatch(text)):
        return Kind.CALL, text
    files = [fields(one) for one in items(message.get("attachments"))]
    sticker = message.get("sticker")
    if text:
        return (Kind.EDITED if message.get("edits") else Kind.TEXT), text
    if not files and not sticker:
        return Kind.SYSTEM, ""
    emoji = string(fields(sticker).get("emoji")) or string(sticker)
    return Kind.MEDIA, emoji if sticker else string(files[0].get("name"))


def _without_end(body: str) -> str:
    """Return a body without the two spaces that the tool puts at the end of each."""
    return body.removesuffix("  ")


def _quoted(quote: str) -> str:
    lines = (line.removeprefix(">").removeprefix(" ") for line in quote.strip("\n").split("\n"))
    return "\n".join(lines) if quote.strip() else "\0"


def _from_text(file: ExportFile) -> Messages:
    rows, line = Messages(), 1
    by_text: dict[str, int] = {}
    raw = raw_text(file)
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    for block in _OPENS.split(text):
        found = _HEADER.fullmatch(block)
        at = _time(found[1], found[2]) if found else None
        if found and at is not None:
            _add(rows, at, found[3], found[4], by_text)
        elif block.strip():
            rows.unread.append(Unread(line, block.strip()))
        line += block.count("\n")
    return rows


def _time(day: str, clock: str) -> int | None:
    try:
        return seconds(datetime.fromisoformat(f"{day} {clock}"))
    except ValueError:
        return None


def _add(rows: Messages, at: int, sender: str, body: str, by_text: dict[str, int]) -> None:
    quote = _QUOTE.match(body)
    body = (body[quote.end() :] if quote else body).rstrip("\n")
    kind, text = _shown(_without_reactions(body))
    sender = _sender(sender, kind)
    kind = kind if sender else Kind.SYSTEM
    answered = by_text.get(_quoted(quote[1])) if quote else None
    by_text[text] = rows.add(at, sender, text, kind, answered)


def _without_reactions(body: str) -> str:
    """Return a body without its reactions: they begin the last line, before files and stickers."""
    before, _, last = body.rpartition("\n")
    end = last.rfind(" -)")
    return before + last[end + 3 :] if last.startswith("(- ") and end > 0 else body


def _shown(body: str) -> tuple[Kind, str]:
    if body == _DELETED:
        return Kind.DELETED, ""
    text, name = _without_files(body)
    text = _without_end(text)
    if text.strip():
        return (Kind.CALL if _CALL.fullmatch(text) else Kind.TEXT), text
    return (Kind.SYSTEM, "") if name is None else (Kind.MEDIA, name)


def _without_files(body: str) -> tuple[str, str | None]:
    """Return a body without its files and stickers, and the name of the first, None for none."""
    name = None
    sticker = _STICKER.search(body)
    if sticker:
        return body[: sticker.start()], sticker[1]
    for _ in range(_MOST_FILES):
        bare = body.rstrip(" ")
        middle = max(bare.rfind("](./media/"), bare.rfind("](../exported_stickers/"))
        start = bare.rfind("[", 0, max(middle, 0))
        if start < 0 or not bare.endswith(")") or "\n" in bare[start:]:
            break
        name, body = bare[start + 1 : middle], bare[:start].removesuffix("!")
    return body, name
