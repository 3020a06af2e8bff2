"""Google Takeout, "Hangouts": `Hangouts.json`, every conversation in one file; times are UTC.

The file of 2014 calls things otherwise (`conversation_state`, `event`): both are read.
"""

from collections.abc import Iterator, Mapping
from operator import itemgetter

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
from amends.chats.zones import UTC, stamp_seconds

NAME = "Google Hangouts"
ENDINGS = ("hangouts.json",)
HOLDS = ("gaia_id",)
MICROSECONDS = 1_000_000
CALL = "HANGOUT_EVENT"


def identify(export: Export) -> bool:
    """Say whether a file begins as that of Hangouts does."""
    return any(_is_hangouts(one.start()) for one in _files(export))


def _files(export: Export) -> list[ExportFile]:
    if export.only:
        return [export.only]
    return [one for one in export.files if one.short.lower() == "hangouts.json"]


def _is_hangouts(head: bytes) -> bool:
    start = plain(head)
    is_list = b'"conversations"' in start or b'"conversation_state"' in start
    return start[:1] == b"{" and is_list and b'"conversation_id"' in start and b"gaia_id" in start


def read(export: Export) -> Messages:
    """Return the messages of the largest conversation of two."""
    return largest(_chat(one) for file in _files(export) for one in _conversations(file))


def _conversations(file: ExportFile) -> Iterator[Fields]:
    with json_stream(file) as stream:
        for key in stream.fields():
            if key in {"conversations", "conversation_state"}:
                for _ in stream.items():
                    yield fields(stream.value())
            else:
                stream.skip()


def _chat(conversation: Fields) -> Chat:
    state = fields(conversation, "conversation_state") or conversation
    about = fields(state, "conversation", "conversation") or fields(state, "conversation")
    events = items(state.get("events")) or items(state.get("event"))
    names, rows = _names(about), Messages(zone=UTC)
    timed = [(stamp_seconds(fields(one).get("timestamp"), MICROSECONDS), one) for one in events]
    for at, event in sorted((one for one in timed if one[0] is not None), key=itemgetter(0)):
        _add(rows, fields(event), at or 0, names)
    rows.unread = [
        Unread(0, label(fields(one).get("event_type"))) for at, one in timed if at is None
    ]
    is_group = string(about.get("type")) == "GROUP"
    return Chat(rows, is_pair=not is_group and len(rows.people) <= PAIR)


def _names(about: Fields) -> Mapping[str, str]:
    """Return the names of those who take part by their ids; some have none."""
    names = Names()
    found = dict[str, str]()
    for one in map(fields, items(about.get("participant_data"))):
        person = label(fields(one, "id").get("gaia_id"))
        found[person] = names.name_of(person, string(one.get("fallback_name")) or person)
    return found


def _add(rows: Messages, event: Fields, at: int, names: Mapping[str, str]) -> None:
    person = label(fields(event, "sender_id").get("gaia_id"))
    sender, kind = names.get(person) or person, string(event.get("event_type"))
    if "chat_message" in event:
        text = _text(fields(event, "chat_message", "message_content"))
        rows.add(at, sender, text, Kind.TEXT if text else Kind.MEDIA)
    elif kind == CALL:
        rows.add(at, sender, string(fields(event, "hangout_event").get("event_type")), Kind.CALL)
    else:
        rows.add(at, "", kind, Kind.SYSTEM)


def _text(content: Fields) -> str:
    """Return the segments of a message as one text; a line break may come without its text."""
    segments = map(fields, items(content.get("segment")))
    return "".join(
        "\n" if one.get("type") == "LINE_BREAK" else string(one.get("text")) for one in segments
    )
