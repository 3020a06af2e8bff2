"""WhatsApp: "Export chat" on Android or an iPhone makes a text, alone or in a zip with the media.

What time tells to be pasted (a chat in the file's own shape inside a message) stays in the message,
as it came; its first line is named in `unread`. So is every line where time jumps back for good.
"""

from collections.abc import Iterator

from amends.chats.errors import NoMessages, TooLarge, UnknownExport
from amends.chats.export import MOST_BYTES, Export, ExportFile
from amends.chats.message import OPEN, Messages, Unread
from amends.chats.plain_text import refuse_endless
from amends.chats.whatsapp.authors import lengthen, settle
from amends.chats.whatsapp.decoding import DAMAGED, pieces, refuse_foreign, text_of
from amends.chats.whatsapp.ending import broken_off
from amends.chats.whatsapp.kinds import judge
from amends.chats.whatsapp.marks import plain
from amends.chats.whatsapp.order import first_guess, order_in, readable
from amends.chats.whatsapp.pasted import NOTHING, pasted
from amends.chats.whatsapp.rows import Rows, rows_of
from amends.chats.whatsapp.shape import Shape, is_chat, learn
from amends.chats.whatsapp.stretches import lines_of

NAME = "WhatsApp"
RANK = 30
"""Behind every app whose files begin with a sign of their own: a header is all there is here."""
ENDINGS = (".txt",)
_LOOKED_INTO = 20
"""Texts of a zip or folder; beside the chat lie the texts that were sent in it."""
_OTHERS = (".json", ".jsonl", ".html", ".htm", ".xml", ".csv", ".md", ".db", ".sqlite")


def identify(export: Export) -> bool:
    """Say whether there is a text that begins as WhatsApp's do."""
    return any(is_chat(text_of(file.start())) for file in _texts(export))


def read(export: Export) -> Messages:
    """Return the messages; raises ChatsError."""
    chats = list(_chats(export))
    if not chats:
        raise UnknownExport
    (file, shape), *others = chats
    messages = _read(file, shape, f"{export.path.name} {file.short}")
    messages.unread += [Unread(0, "(another chat beside this one)") for _ in others]
    return messages


def _texts(export: Export) -> list[ExportFile]:
    """Return the texts that may be chats, the likeliest first."""
    if export.only:
        return [] if export.only.name.lower().endswith(_OTHERS) else [export.only]
    return sorted(export.named(".txt"), key=_likely)[:_LOOKED_INTO]


def _chats(export: Export) -> Iterator[tuple[ExportFile, Shape]]:
    for file in _texts(export):
        if shape := learn(text_of(file.start())):
            yield file, shape


def _likely(file: ExportFile) -> tuple[bool, bool, int]:
    name = file.short.lower()
    return name != "_chat.txt", "whatsapp" not in name, -file.size


def _read(file: ExportFile, shape: Shape, title: str) -> Messages:
    if file.size > MOST_BYTES:
        raise TooLarge
    refuse_endless(file)
    try:
        return _messages(file, shape, title, "strict")
    except UnicodeError:
        refuse_foreign(file)
        messages = _messages(file, shape, title, "replace")
        messages.unread += _damaged(file)
        return messages


def _messages(file: ExportFile, shape: Shape, title: str, errors: str) -> Messages:
    rows = rows_of(pieces(file, errors), shape, first_guess(shape))
    order = order_in(rows, shape) if rows.text else OPEN
    rows.set_order(readable(order, shape))
    found = pasted(rows, timed=order != OPEN) if rows.text else NOTHING
    told = [*lines_of(pieces(file, errors), shape, found.told)] if found.told else []
    if found.inside:
        rows = rows_of(pieces(file, errors), shape, readable(order, shape), found.inside)
    if not rows.text:
        raise NoMessages
    cut = broken_off(rows, shape)
    lengthen(rows, title)
    judge(rows, iphone=shape.iphone)
    messages = settle(rows)
    messages.order = order
    messages.unread = [*_before(rows), *told]
    if cut:
        breaks = sum(text.count("\n") for text in pieces(file, errors))
        messages.unread.append(Unread(breaks + 1, cut))
    return messages


def _before(rows: Rows) -> Iterator[Unread]:
    """Yield what stands before the first header."""
    lines = rows.before.lstrip("\r").removeprefix("\n").split("\n")
    return (Unread(number, line) for number, line in enumerate(lines, 1) if plain(line).strip())


def _damaged(file: ExportFile) -> Iterator[Unread]:
    """Yield the lines in which letters could not be read."""
    lines = "".join(pieces(file, "replace")).split("\n")
    return (Unread(number, line) for number, line in enumerate(lines, 1) if DAMAGED in line)
