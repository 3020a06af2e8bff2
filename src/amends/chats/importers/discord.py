"""Discord, by DiscordChatExporter as JSON: one file for each channel, or several parts of one.

Discord's own data package holds only what its owner wrote: it is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from amends.chats.export import Export, ExportFile
from amends.chats.json_stream import (
    Fields,
    JsonStream,
    fields,
    json_stream,
    label,
    plain,
    string,
)
from amends.chats.message import Kind, Messages, Unread
from amends.chats.several import Chat, Names, largest
from amends.chats.zones import settle, wall_time

NAME = "Discord"
ENDINGS = (".json",)
HOLDS = ('"guild"',)
LOOKED_INTO = 200
"""JSON files of a folder whose start is looked at: each direct conversation is one."""
TALK = frozenset({"Default", "Reply"})
"""Everything else that has a name is a notice; what the exporter has no name for is a number."""
_PART = re.compile(r" \[part (\d{1,9})\]")


def identify(export: Export) -> bool:
    """Say whether a file begins as the exporter's do."""
    return any(True for _ in _files(export))


def _files(export: Export) -> Iterator[ExportFile]:
    named = [export.only] if export.only else sorted(export.named(".json"), key=_order)
    return (one for one in islice(named, LOOKED_INTO) if _is_discord(one.start()))


def _order(file: ExportFile) -> tuple[str, int]:
    """Return what puts the parts of a channel in their order."""
    part = _PART.search(file.name)
    return _PART.sub("", file.name), int(part.group(1)) if part else 0


def _is_discord(head: bytes) -> bool:
    start = plain(head)
    marks = (b'"guild"', b'"channel"', b'"messages"')
    return start[:1] == b"{" and all(mark in start for mark in marks)


@dataclass(eq=False)
class _Channel:
    """What was read of one channel, from all its files."""

    is_pair: bool = False
    rows: Messages = field(default_factory=Messages)
    names: Names = field(default_factory=Names)
    row_of: dict[str, int] = field(default_factory=dict)
    answers: dict[int, str] = field(default_factory=dict)
    offsets: list[int] = field(default_factory=list)

    def finished(self) -> Chat:
        """Return the chat with its answers and its clock settled."""
        known = ((row, self.row_of.get(answered)) for row, answered in self.answers.items())
        self.rows.reply_to = {row: answered for row, answered in known if answered is not None}
        settle(self.rows, self.offsets)
        return Chat(self.rows, self.is_pair)


def read(export: Export) -> Messages:
    """Return the messages of the channel, or of the largest between two people."""
    channels = dict[str, _Channel]()
    for file in _files(export):
        with json_stream(file) as stream:
            _read_file(stream, channels)
    return largest(channel.finished() for channel in channels.values())


def _read_file(stream: JsonStream, channels: dict[str, _Channel]) -> None:
    channel = _Channel()
    for key in stream.fields():
        if key == "channel":
            told = fields(stream.value())
            channel = channels.setdefault(label(told.get("id")), channel)
            channel.is_pair = told.get("type") == "DirectTextChat"
        elif key == "messages":
            _read_messages(stream, channel)
        else:
            stream.skip()
    if channel not in channels.values():
        channels[""] = channel


def _read_messages(stream: JsonStream, channel: _Channel) -> None:
    for _ in stream.items():
        message = fields(stream.value())
        at = wall_time(message.get("timestamp"))
        if not at:
            channel.rows.unread.append(Unread(stream.line, label(message.get("type"))))
        elif label(message.get("id")) not in channel.row_of or not message.get("id"):
            row = _add(channel, message, at[0])
            channel.offsets.append(at[1])
            channel.row_of[label(message.get("id"))] = row
            if message.get("type") == "Reply":
                channel.answers[row] = label(fields(message, "reference").get("messageId"))


def _add(channel: _Channel, message: Fields, at: int) -> int:
    author = fields(message, "author")
    shown = string(author.get("nickname")) or string(author.get("name"))
    sender = channel.names.name_of(label(author.get("id")), shown)
    kind, text = string(message.get("type")), string(message.get("content"))
    if kind == "Call":
        return channel.rows.add(at, sender, text, Kind.CALL)
    if kind not in TALK and not kind.isdigit():
        return channel.rows.add(at, "", text or kind, Kind.SYSTEM)
    if not text:
        return channel.rows.add(at, sender, _forwarded(message), Kind.MEDIA)
    is_edited = bool(message.get("timestampEdited"))
    return channel.rows.add(at, sender, text, Kind.EDITED if is_edited else Kind.TEXT)


def _forwarded(message: Fields) -> str:
    """Return the words of someone else that were passed on."""
    return string(fields(message, "forwardedMessage").get("content"))
