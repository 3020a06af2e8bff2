"""Telegram Desktop: "Export chat history" or "Export Telegram data" as JSON makes result.json.

Forwarded words are nobody's own: they are kept in the row, but its kind is `media`, something that
was sent. A caption is own words, so a picture with one is `text`.
"""

import re
from collections.abc import Iterator
from itertools import islice

from amends.chats.export import Export, ExportFile
from amends.chats.json_stream import (
    Fields,
    JsonStream,
    fields,
    items,
    json_stream,
    label,
    plain,
    string,
)
from amends.chats.message import Kind, Messages, Unread
from amends.chats.several import Chat, Names, largest
from amends.chats.zones import WIDEST, stamp_seconds, wall_time, zone_name

NAME = "Telegram"
ENDINGS = (".json",)
HOLDS = ('"messages"', '"about"')
DELETED_ACCOUNT = "Deleted Account"
"""As the app itself shows people who left it: the export has null."""
CALLS = frozenset({"phone_call", "group_call", "conference_call"})
LOOKED_INTO = 20
"""JSON files of a folder whose start is looked at."""
_TYPE = re.compile(
    rb'"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|replies|verification_codes'
    rb'|private_group|private_supergroup|public_supergroup|private_channel|public_channel)"'
)
_ACCOUNT = re.compile(rb'^\s*\{\s*"about"\s*:.{0,2000}"(?:personal_information|chats)"', re.DOTALL)
_MESSAGE = re.compile(rb'"type"\s*:\s*"(?:message|service)"')
_DATE = re.compile(rb'"date"\s*:\s*"\d{4}-\d\d-\d\dT')


def identify(export: Export) -> bool:
    """Say whether a file begins as Telegram's do."""
    return any(True for _ in _files(export))


def _files(export: Export) -> Iterator[ExportFile]:
    named = export.named(".json") if not export.only else [export.only]
    return (one for one in islice(named, LOOKED_INTO) if _is_telegram(one.start()))


def _is_telegram(head: bytes) -> bool:
    start = plain(head)
    has_messages = _MESSAGE.search(start) and _DATE.search(start)
    is_chat = b'"messages"' in start and (_TYPE.search(start) or has_messages)
    return start[:1] == b"{" and bool(is_chat or _ACCOUNT.search(start))


def read(export: Export) -> Messages:
    """Return the messages of the export, or of its largest chat of two."""
    return largest(chat for file in _files(export) for chat in _chats_in(file))


def _chats_in(file: ExportFile) -> Iterator[Chat]:
    with json_stream(file) as stream:
        yield from _chats(stream)


def _chats(stream: JsonStream) -> Iterator[Chat]:
    kind, rows = "", None
    for key in stream.fields():
        if key in {"chats", "left_chats"}:
            yield from _listed(stream)
        elif key == "type":
            kind = string(stream.value())
        elif key == "messages":
            rows = _rows(stream)
        else:
            stream.skip()
    if rows is not None:
        yield Chat(rows, is_pair=kind == "personal_chat")


def _listed(stream: JsonStream) -> Iterator[Chat]:
    for key in stream.fields():
        if key == "list":
            for _ in stream.items():
                yield from _chats(stream)
        else:
            stream.skip()


def _rows(stream: JsonStream) -> Messages:
    rows = Messages()
    names, row_of, answers, offsets = Names(), dict[str, int](), dict[int, str](), set[int]()
    for _ in stream.items():
        message = fields(stream.value())
        at = wall_time(message.get("date"))
        if not at:
            rows.unread.append(Unread(stream.line, label(message.get("type"))))
            continue
        row = _add(rows, message, at[0], names)
        row_of[label(message.get("id"))] = row
        if "reply_to_message_id" in message and "reply_to_peer_id" not in message:
            answers[row] = label(message["reply_to_message_id"])
        offsets |= _offset(message, at[0])
    rows.reply_to = {row: row_of[one] for row, one in answers.items() if one in row_of}
    rows.zone = zone_name(*offsets) if len(offsets) == 1 else ""
    return rows


def _offset(message: Fields, at: int) -> set[int]:
    """Return how far the export's clock is ahead of UTC, where the export says it."""
    stamp = stamp_seconds(message.get("date_unixtime"))
    return set() if stamp is None or abs(at - stamp) > WIDEST else {at - stamp}


def _add(rows: Messages, message: Fields, at: int, names: Names) -> int:
    if message.get("type") == "service":
        return _add_service(rows, message, at, names)
    text = _text(message.get("text")) or _own_text(message)
    return rows.add(at, _person(message, "from", names), text, _kind(message, text))


def _add_service(rows: Messages, message: Fields, at: int, names: Names) -> int:
    action = string(message.get("action")) or string(message.get("information_text"))
    if action in CALLS:
        said = (action, message.get("discard_reason"), message.get("duration_seconds"))
        text = " ".join(label(one) for one in said if one)
        return rows.add(at, _person(message, "actor", names), text, Kind.CALL)
    return rows.add(at, "", action, Kind.SYSTEM)


def _person(message: Fields, role: str, names: Names) -> str:
    shown = string(message.get(role)) or string(message.get("author")) or DELETED_ACCOUNT
    return names.name_of(label(message.get(f"{role}_id")), shown)


def _kind(message: Fields, text: str) -> Kind:
    if not text or "forwarded_from" in message or "poll" in message:
        return Kind.MEDIA
    return Kind.EDITED if _is_edited(message) else Kind.TEXT


def _is_edited(message: Fields) -> bool:
    """Say whether it was changed; exports before 2020 give 1970 for all that was not."""
    edited = string(message.get("edited"))
    return bool(edited) and not edited.startswith(("1970", "1969"))


def _own_text(message: Fields) -> str:
    """Return words that are not under `text`: a poll's question, a message with headings."""
    blocks = items(fields(message, "rich_message").get("blocks"))
    entities = message.get("text_entities")
    question = fields(message, "poll").get("question")
    return _text(question) or _text(entities) or "\n".join(_text(one) for one in blocks)


def _text(part: object) -> str:
    """Return a text that is a string, or a list of strings and objects with texts."""
    if isinstance(part, str):
        return string(part)
    if isinstance(part, list):
        return "".join(_text(one) for one in part)
    return _text(part.get("text")) if isinstance(part, dict) else ""
