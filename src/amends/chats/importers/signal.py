"""Signal: the app's own export (since 2026) is a folder with `main.jsonl`, a frame in each line.

The frames are those of Signal's backups (libsignal, `backup.proto`) as JSON: numbers of 64 bits are
texts, and what is zero or empty is left out. Not checked on a real export: how the rest of a long
message is named in `files/`. Messages that were to disappear are not in the export at all.
"""

from dataclasses import dataclass, field

from amends.chats.errors import NoMessages
from amends.chats.export import Export, ExportFile
from amends.chats.json_lines import object_in, objects
from amends.chats.json_stream import Fields, fields, items, label, string
from amends.chats.message import Kind, Messages, Unread
from amends.chats.several import Chat, Names, largest
from amends.chats.zones import UTC, stamp_seconds

NAME = "Signal"
ENDINGS = ("main.jsonl",)
HOLDS = ('"account"', '"recipient"', '"chat"', '"chatitem"', '"backuptimems"')
ME, NOBODY_KNOWN = "Me", "?"
_MAIN = "main.jsonl"
_FRAMES = frozenset({"account", "recipient", "chat", "chatItem", "backupTimeMs"})
_FIRST_FRAMES = 3
"""The header, the account and a recipient come first, so one of these is seen."""
_PER_SECOND = 1000
_CALLS = frozenset({"individualCall", "groupCall"})
_NO_WORDS = frozenset({"contactMessage", "viewOnceMessage"})
_BY_THE_APP = frozenset({"paymentNotification", "giftBadge"})
_NAMES = (
    ("systemGivenName", "systemFamilyName"),
    ("profileGivenName", "profileFamilyName"),
    ("systemNickname",),
    ("username",),
    ("e164",),
)
"""In the order in which Signal shows them, after the nickname that the owner chose."""


@dataclass
class _Chat:
    """One chat while it is read: its rows, and where each time stamp is that a quote may name."""

    rows: Messages = field(default_factory=lambda: Messages(zone=UTC))
    row_of: dict[str, int] = field(default_factory=dict)


@dataclass
class _Account:
    """What the frames say that come before the messages, each by its id."""

    owner: str = ME
    owner_id: str = ""
    names: Names = field(default_factory=Names)
    shown: dict[str, str] = field(default_factory=dict)
    contacts: set[str] = field(default_factory=set)
    partner: dict[str, str] = field(default_factory=dict)
    chats: dict[str, _Chat] = field(default_factory=dict)

    def name_of(self, person: str) -> str:
        """Return the name of a recipient; two with one name stay two."""
        return self.names.name_of(person, self.shown.get(person, NOBODY_KNOWN))


def identify(export: Export) -> bool:
    """Say whether one of the files has frames of a Signal backup."""
    file = _main(export)
    lines = file.start().splitlines()[:_FIRST_FRAMES] if file else []
    return any(not _FRAMES.isdisjoint(object_in(line) or {}) for line in lines)


def read(export: Export) -> Messages:
    """Return the largest chat of two people."""
    file, account = _main(export), _Account()
    if file is None:
        raise NoMessages
    unread: list[Unread] = []
    with file.opened() as stream:
        for line, frame in objects(stream, unread):
            _take(account, line, frame)
    found = (
        Chat(chat.rows, is_pair=account.partner.get(one) in account.contacts)
        for one, chat in account.chats.items()
    )
    rows = largest(found)
    rows.unread = [*unread, *rows.unread]
    return rows


def _main(export: Export) -> ExportFile | None:
    named = [one for one in export.files if one.short.lower() == _MAIN]
    return max(named, key=lambda one: one.size) if named else export.only


def _take(account: _Account, line: int, frame: Fields) -> None:
    if "chatItem" in frame:
        _add(account, line, fields(frame, "chatItem"))
    elif "recipient" in frame:
        _meet(account, fields(frame, "recipient"))
    elif "chat" in frame:
        chat = fields(frame, "chat")
        account.partner[label(chat.get("id"))] = label(chat.get("recipientId"))
    elif "account" in frame:
        account.owner = _joined(fields(frame, "account"), "givenName", "familyName") or ME


def _meet(account: _Account, recipient: Fields) -> None:
    person = label(recipient.get("id"))
    if "self" in recipient:
        account.owner_id, account.shown[person] = person, account.owner
    elif "contact" in recipient:
        account.contacts.add(person)
        account.shown[person] = _contact_name(fields(recipient, "contact"))


def _contact_name(contact: Fields) -> str:
    chosen = _joined(fields(contact, "nickname"), "given", "family")
    others = (_joined(contact, *keys) for keys in _NAMES)
    return chosen or next(filter(None, others), NOBODY_KNOWN)


def _joined(source: Fields, *keys: str) -> str:
    return " ".join(filter(None, (label(source.get(key)).strip() for key in keys)))


def _add(account: _Account, line: int, item: Fields) -> None:
    chat_id = label(item.get("chatId"))
    chat = account.chats.setdefault(chat_id, _Chat())
    versions = [fields(one) for one in items(item.get("revisions"))]
    stamps = [label(one.get("dateSent")) for one in (item, *versions)]
    times = [at for one in stamps if (at := stamp_seconds(one, _PER_SECOND)) is not None]
    said = _said(item)
    if not times or not said:
        chat.rows.unread.append(Unread(line, " ".join(sorted(item))))
        return
    kind, text = said
    kind = Kind.EDITED if versions and kind is Kind.TEXT else kind
    sender = "" if kind is Kind.SYSTEM else _author(account, chat_id, item)
    row = chat.rows.add(min(times), sender, text, kind, _answered(chat, item))
    chat.row_of.update(dict.fromkeys(stamps, row))
    if fields(item, "standardMessage", "longText"):
        chat.rows.unread.append(Unread(line, "(the end of a long message is in another file)"))


def _author(account: _Account, chat_id: str, item: Fields) -> str:
    author = label(item.get("authorId"))
    direction = fields(item, "updateMessage", "individualCall").get("direction")
    if "outgoing" in item or direction == "OUTGOING":
        account.shown.setdefault(account.owner_id, account.owner)
        return account.name_of(account.owner_id) or account.owner
    if direction == "INCOMING" or author not in account.shown:
        author = account.partner.get(chat_id, author)
    return account.name_of(author)


def _answered(chat: _Chat, item: Fields) -> int | None:
    quote = fields(item, "standardMessage", "quote")
    return chat.row_of.get(label(quote.get("targetSentTimestamp"))) if quote else None


def _said(item: Fields) -> tuple[Kind, str] | None:
    """Return what kind of message an item is, and its words; None for a kind that is not known."""
    if "standardMessage" in item:
        return _standard(fields(item, "standardMessage"))
    if any(key.endswith("DeletedMessage") for key in item):
        return Kind.DELETED, ""
    if "updateMessage" in item:
        return _update(fields(item, "updateMessage"))
    if "directStoryReplyMessage" in item:
        reply = fields(item, "directStoryReplyMessage")
        text = string(fields(reply, "textReply", "text").get("body"))
        return Kind.TEXT, text or string(reply.get("emoji"))
    return _shown(item)


def _update(update: Fields) -> tuple[Kind, str]:
    name = min(update, default="")
    call = fields(update, name)
    told = (string(call.get(key)) for key in ("type", "direction", "state"))
    return (Kind.CALL, " ".join(filter(None, told))) if name in _CALLS else (Kind.SYSTEM, name)


def _shown(item: Fields) -> tuple[Kind, str] | None:
    if "stickerMessage" in item:
        return Kind.MEDIA, string(fields(item, "stickerMessage", "sticker").get("emoji"))
    if "poll" in item:
        return Kind.MEDIA, string(fields(item, "poll").get("question"))
    if not _NO_WORDS.isdisjoint(item):
        return Kind.MEDIA, ""
    return None if _BY_THE_APP.isdisjoint(item) else (Kind.SYSTEM, min(_BY_THE_APP & {*item}))


def _standard(message: Fields) -> tuple[Kind, str]:
    body = string(fields(message, "text").get("body"))
    files = [fields(one, "pointer") for one in items(message.get("attachments"))]
    captions = [one for file in files if (one := string(file.get("caption")))]
    if body or captions or not files:
        return Kind.TEXT, "\n".join(filter(None, (body, *captions)))
    return Kind.MEDIA, string(files[0].get("fileName"))
