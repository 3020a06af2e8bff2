"""iMessage and SMS of a Mac or an iPhone: the database `chat.db` (`sms.db` in a backup).

A folder with `chat.db` and `chat.db-wal` holds the newest messages, too. The database knows numbers
and addresses, no names; the owner is "Me". Spellings of one number are one person; a number and an
address of mail are one where the database says so itself. Reactions (tapbacks) are no rows.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from amends.chats.database import MAGIC, columns, opened, tables
from amends.chats.errors import ChatsError, DamagedExport
from amends.chats.export import Export, ExportFile
from amends.chats.message import Kind, Messages, Unread
from amends.chats.numbers import UNKNOWN, aliases, key_of
from amends.chats.several import Chat, Names, largest
from amends.chats.typedstream import last_edit, words_in
from amends.chats.zones import LAST_SECOND, UTC

NAME = "iMessage"
ENDINGS = (".db", "3d0d7e5fb2ce288813306e4d4636395e047a3d28")
HOLDS = ("sqlite format 3",)
ME = "Me"
_FILES = frozenset({"chat.db", "sms.db", "3d0d7e5fb2ce288813306e4d4636395e047a3d28"})
"""On a Mac, on an iPhone, and in the backup of one."""
_NEEDED = frozenset({"message", "handle"})
_COLUMNS = (
    "ROWID", "guid", "text", "attributedBody", "date", "is_from_me", "handle_id",
    "associated_message_type", "item_type", "group_title", "date_edited", "date_retracted",
    "message_summary_info", "thread_originator_guid",
)  # fmt: skip
_APPLE_EPOCH = 978_307_200
"""2001-01-01 in seconds since 1970, UTC."""
_NANOSECONDS_FROM = 10**11
"""A date above is in nanoseconds: in seconds it would be after the year 5000."""
_REACTIONS = range(2000, 5000)
"""Given 2000 to 2007, taken back 3000 to 3007, votes in a poll 4000."""
_STICKER_ON_A_MESSAGE = 1000
_TALK, _SHARED_PLAY = 0, 6
_MARKS = str.maketrans("", "", "\ufffc")
"""Where an attachment stands in a text."""
_APP = "\ufffd"


@dataclass(frozen=True)
class _People:
    """Who is behind a handle, and in a chat."""

    of_handle: dict[object, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    of_chat: dict[object, frozenset[str]] = field(default_factory=dict)


@dataclass
class _Chat:
    rows: Messages = field(default_factory=lambda: Messages(zone=UTC))
    row_of: dict[object, int] = field(default_factory=dict)


def identify(export: Export) -> bool:
    """Say whether there is a database with messages."""
    file = _file(export)
    if file is None or not file.start(len(MAGIC)).startswith(MAGIC):
        return False
    is_named = file.short.lower() in _FILES
    if file.packed:
        return is_named
    try:
        with opened(file) as connection:
            return tables(connection) >= _NEEDED
    except ChatsError:
        return is_named or bool(export.only)  # then it is told that it is damaged


def read(export: Export) -> Messages:
    """Return the messages with one person, those with whom there are most."""
    file = _file(export)
    if file is None:
        raise DamagedExport
    with opened(file) as connection:
        chats, unread = _chats(connection)
    found = (Chat(one.rows, is_pair=len(people) == 1) for people, one in chats.items())
    rows = largest(found)
    rows.unread.extend(unread)
    return rows


def _file(export: Export) -> ExportFile | None:
    if export.only:
        return export.only
    named = [one for one in export.files if one.short.lower() in _FILES]
    return max(named or export.named(".db"), key=lambda one: one.size, default=None)


def _chats(
    connection: sqlite3.Connection,
) -> tuple[dict[frozenset[str], _Chat], list[Unread]]:
    people, names = _people(connection), Names()
    files, unread = _attachments(connection), list[Unread]()
    chats: dict[frozenset[str], _Chat] = defaultdict(_Chat)
    deleted = _deleted(connection)
    seen: set[tuple[object, frozenset[str]]] = set()
    for message in _messages(connection):
        group = people.of_chat.get(message["chat_id"]) or _alone(people, message)
        if message["ROWID"] in deleted:
            unread.append(Unread(0, "(a message that the owner deleted)"))
        elif not group:
            unread.append(Unread(0, "(a message that is in no chat)"))
        elif (message["ROWID"], group) not in seen and not _is_reaction(message):
            seen.add((message["ROWID"], group))
            sender = _sender(people, names, message, group)
            _add(chats[group], message, sender, files.get(message["ROWID"]))
    return chats, unread


def _messages(connection: sqlite3.Connection) -> Iterator[dict[str, object]]:
    """Yield every message in the order of time, once for each chat that it is in."""
    known = columns(connection, "message") | {"ROWID"}
    wanted = ", ".join(f"m.{one}" if one in known else "NULL" for one in _COLUMNS)
    joins = "chat_message_join" in tables(connection)
    chat = "j.chat_id" if joins else "NULL"
    join = "LEFT JOIN chat_message_join j ON j.message_id = m.ROWID" if joins else ""
    order = "m.date, m.ROWID" if "date" in known else "m.ROWID"
    names = (*_COLUMNS, "chat_id")
    query = f"SELECT {wanted}, {chat} FROM message m {join} ORDER BY {order}"  # noqa: S608 - own words only
    for row in connection.execute(query):
        yield dict(zip(names, row, strict=True))


def _people(connection: sqlite3.Connection) -> _People:
    people = _People()
    known = columns(connection, "handle")
    person = "person_centric_id" if "person_centric_id" in known else "NULL"
    handles = list(connection.execute(f"SELECT ROWID, id, {person} FROM handle ORDER BY ROWID"))  # noqa: S608 - own words only
    keys = {number: key_of(str(address)) for number, address, _ in handles}
    same, by_person = aliases(keys.values()), dict[object, str]()
    for number, address, person_id in handles:
        key = same.get(keys[number], keys[number])
        people.of_handle[number] = key = by_person.setdefault(person_id, key) if person_id else key
        people.shown.setdefault(key, str(address))
    people.of_chat.update(_members(connection, people))
    return people


def _members(connection: sqlite3.Connection, people: _People) -> dict[object, frozenset[str]]:
    if "chat_handle_join" not in tables(connection):
        return {}
    members = defaultdict(set)
    for chat, handle in connection.execute("SELECT chat_id, handle_id FROM chat_handle_join"):
        members[chat].add(people.of_handle.get(handle, UNKNOWN))
    return {chat: frozenset(inside) for chat, inside in members.items()}


def _alone(people: _People, message: dict[str, object]) -> frozenset[str]:
    """Return the one person of a message whose chat names nobody."""
    person = people.of_handle.get(message["handle_id"])
    return frozenset({person}) if person else frozenset()


def _attachments(connection: sqlite3.Connection) -> dict[object, str]:
    """Return the name of each message's first attachment."""
    if not tables(connection) >= {"attachment", "message_attachment_join"}:
        return {}
    name = "transfer_name" if "transfer_name" in columns(connection, "attachment") else "NULL"
    query = (
        f"SELECT j.message_id, a.{name} FROM message_attachment_join j "  # noqa: S608 - own words only
        "JOIN attachment a ON a.ROWID = j.attachment_id ORDER BY a.ROWID DESC"
    )
    return {message: str(file or "") for message, file in connection.execute(query)}


def _deleted(connection: sqlite3.Connection) -> set[object]:
    """Return the messages that the owner deleted, and that the system keeps for a month."""
    if "chat_recoverable_message_join" not in tables(connection):
        return set()
    found = connection.execute("SELECT message_id FROM chat_recoverable_message_join")
    return {message for (message,) in found}


def _is_reaction(message: dict[str, object]) -> bool:
    kind = message["associated_message_type"]
    return kind in _REACTIONS or kind == _STICKER_ON_A_MESSAGE


def _sender(
    people: _People, names: Names, message: dict[str, object], group: frozenset[str]
) -> str:
    if message["is_from_me"]:
        return ME
    person = people.of_handle.get(message["handle_id"]) or (min(group) if len(group) == 1 else "")
    return names.name_of(person, people.shown.get(person, UNKNOWN))


def _add(chat: _Chat, message: dict[str, object], sender: str, file: str | None) -> None:
    at = _second(message["date"])
    if at is None:
        chat.rows.unread.append(Unread(0, "(a message without a time)"))
        return
    kind, text = _said(message, file)
    answered = chat.row_of.get(message["thread_originator_guid"] or "")
    row = chat.rows.add(at, "" if kind is Kind.SYSTEM else sender, text, kind, answered)
    chat.row_of[message["guid"]] = row


def _second(date: object) -> int | None:
    if not isinstance(date, int | float) or not 0 < date < 2**63:
        return None
    at = int(date) // (10**9 if date >= _NANOSECONDS_FROM else 1) + _APPLE_EPOCH
    return at if at < LAST_SECOND else None


def _said(message: dict[str, object], file: str | None) -> tuple[Kind, str]:
    event = message["item_type"]
    if event not in {_TALK, None}:
        title = message["group_title"]
        told = title if isinstance(title, str) else ""
        return (Kind.CALL if event == _SHARED_PLAY else Kind.SYSTEM), told
    text = _words(message)
    if message["date_retracted"] or (message["date_edited"] and not text and file is None):
        return Kind.DELETED, ""
    if not text.replace(_APP, "").strip():
        return Kind.MEDIA, file or ""
    return (Kind.EDITED if message["date_edited"] else Kind.TEXT), text


def _words(message: dict[str, object]) -> str:
    text, body, summary = (
        message[one] for one in ("text", "attributedBody", "message_summary_info")
    )
    found = text if isinstance(text, str) else ""
    if not found and isinstance(body, bytes):
        found = words_in(body)
    if not found and message["date_edited"] and isinstance(summary, bytes):
        found = last_edit(summary)
    return found.translate(_MARKS)
