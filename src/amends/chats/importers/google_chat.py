"""Google Takeout, "Google Chat": `messages.json` in a folder for each conversation.

Dates are in words, in the language of the account; times are UTC. Not checked on a real export:
how an answer names what it answers (by id, or else by its words).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from amends.chats.export import Export, ExportFile
from amends.chats.json_stream import (
    Fields,
    fields,
    items,
    json_stream,
    label,
    plain,
    string,
)
from amends.chats.message import Kind, Messages, Unread
from amends.chats.several import PAIR, Chat, Names, largest
from amends.chats.wording import unmarked
from amends.chats.written import months_in, sent_second
from amends.chats.zones import UTC, wall_time

NAME = "Google Chat"
ENDINGS = ("messages.json",)
HOLDS = ('"created_date"', '"deleted_date"')
LOOKED_INTO = 20
"""Files of a folder whose start is looked at."""
LONGEST = 120
"""Characters of a date in words; the longest, in Thai, has about eighty."""


def identify(export: Export) -> bool:
    """Say whether a file begins as those of Google Chat do."""
    return any(_is_google(one.start()) for one in islice(_files(export), LOOKED_INTO))


def _files(export: Export) -> list[ExportFile]:
    if export.only:
        return [export.only]
    return [one for one in export.named(".json") if one.short.lower() == "messages.json"]


def _is_google(head: bytes) -> bool:
    start = plain(head)
    is_message = b'"created_date"' in start or b'"deleted_date"' in start
    has_ids = b'"topic_id"' in start or b'"message_id"' in start or b'"user_type"' in start
    return start[:1] == b"{" and b'"messages"' in start and is_message and has_ids


def read(export: Export) -> Messages:
    """Return the messages of the largest conversation of two."""
    return largest(_chat(export, file) for file in _files(export))


def _chat(export: Export, file: ExportFile) -> Chat:
    found = _Rows(months_in({unmarked(_written(one)[:LONGEST]) for _, one in _messages(file)}))
    for line, message in _messages(file):
        found.add(message, line)
    rows = found.finished()
    return Chat(rows, is_pair=(_members(export, file) or len(rows.people)) <= PAIR)


def _members(export: Export, file: ExportFile) -> int:
    """Return how many are in a conversation, as the file beside it says; 0 if there is none."""
    beside = file.name.removesuffix(file.short) + "group_info.json"
    for one in export.files:
        if one.name == beside:
            with json_stream(one) as stream:
                return len(items(fields(stream.value()).get("members")))
    return 0


def _messages(file: ExportFile) -> Iterator[tuple[int, Fields]]:
    with json_stream(file) as stream:
        for key in stream.fields():
            if key != "messages":
                stream.skip()
                continue
            for _ in stream.items():
                message = fields(stream.value())
                yield stream.line, message


def _written(message: Fields) -> str:
    return string(message.get("created_date")) or string(message.get("deleted_date"))


@dataclass
class _Rows:
    """The rows of one conversation while it is read."""

    months: Mapping[str, int]
    rows: Messages = field(default_factory=lambda: Messages(zone=UTC))
    names: Names = field(default_factory=Names)
    row_of: dict[str, int] = field(default_factory=dict)
    by_words: dict[str, int] = field(default_factory=dict)
    answers: dict[int, str] = field(default_factory=dict)

    def add(self, message: Fields, line: int) -> None:
        """Add one message, or note that its date was not understood."""
        written, text = _written(message), string(message.get("text"))
        at = sent_second(written, self.months)
        if at is None:
            iso = wall_time(written)
            at = iso[0] - iso[1] if iso else None
        if at is None:
            self.rows.unread.append(Unread(line, written or text))
            return
        row = self.rows.add(at, self._sender(message), text, _kind(message, text))
        self._note_answer(row, fields(message, "quoted_message_metadata"))
        self.row_of[label(message.get("message_id"))] = row
        self.by_words[text] = row

    def _note_answer(self, row: int, quoted: Fields) -> None:
        if not quoted:
            return
        self.answers[row] = label(quoted.get("message_id"))
        said = string(quoted.get("text"))
        if said in self.by_words:
            self.rows.reply_to[row] = self.by_words[said]

    def _sender(self, message: Fields) -> str:
        creator = fields(message, "creator")
        email = string(creator.get("email"))
        return self.names.name_of(email, string(creator.get("name")) or email)

    def finished(self) -> Messages:
        """Return the rows; an answer that gives an id leads where that is."""
        for row, answered in self.answers.items():
            if answered in self.row_of:
                self.rows.reply_to[row] = self.row_of[answered]
        return self.rows


def _kind(message: Fields, text: str) -> Kind:
    if message.get("message_state") == "DELETED" or "deleted_date" in message:
        return Kind.DELETED
    if any("call_data" in fields(one, "gsuite_integration_metadata") for one in _marked(message)):
        return Kind.CALL
    if not fields(message, "creator"):
        return Kind.SYSTEM
    if not text:
        return Kind.MEDIA
    return Kind.EDITED if items(message.get("previous_message_versions")) else Kind.TEXT


def _marked(message: Fields) -> list[object]:
    return items(message.get("annotations"))
