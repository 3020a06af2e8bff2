"""The conversation that someone imported: kept sealed in pieces, opened, and forgotten.

A record of each kind is opened by nothing but this module, so that no other page waits for years of
messages. No export takes them along: they hold what another person wrote. A backup does.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from django.db.models import QuerySet, Sum
from django.db.models.functions import Length

from amends.chats import Conversation, Packed, pack, unpack
from amends.store.envelope import Keepable
from amends.store.errors import StoreError
from amends.store.models import Record
from amends.store.vault import Vault
from amends.store.wall import reading, writing
from amends.vault import AccountKeys, kind_tag

MOST_PACKED = 30 * 2**20
"""Bytes. In a backup they take 16/9 of that, as pictures do, and a browser brings back 64 MiB at
most; some million and a half of messages."""
MOST_TOGETHER = 42 * 2**20
"""Sealed bytes of everything, with pictures: 4/3 of that in a backup leaves 8 MiB for later."""


class TooMuchToKeep(StoreError):
    """The messages are more than a backup could bring back; what was kept before is untouched."""

    problem = (
        "This was not kept: it is more than a backup could bring back, about a million messages."
    )
    hint = "Choose an export of fewer years. What you kept before is still there."


@dataclass(frozen=True)
class ChatHead:
    """Who and from where, packed; where `me` stands among the people (-1: not said yet)."""

    KIND: ClassVar[str] = "chat-head"

    me: int
    count: int
    about: str = field(repr=False)


@dataclass(frozen=True)
class ChatPiece:
    """Some rows, packed, in base64, since a record holds text."""

    KIND: ClassVar[str] = "chat-piece"

    content: str = field(repr=False)


@dataclass(frozen=True)
class FoundPattern:
    """One pattern as it was found; `episodes` are the numbers of messages, for the quotes."""

    name: str
    side: str
    title: str = field(repr=False)
    definition: str = field(repr=False)
    summary: str = field(repr=False)
    episodes: tuple[tuple[int, ...], ...] = field(repr=False)


@dataclass(frozen=True)
class ChatFindings:
    """What was found in the conversation that is kept; made anew with it."""

    KIND: ClassVar[str] = "chat-findings"

    found: tuple[FoundPattern, ...] = field(repr=False)
    looked_with: str = ""
    """The name of the patterns at that time (`chats.looked_with`)."""


@dataclass(frozen=True)
class ChatGladly:
    """The ids of the interests that both spoke of gladly in it; made anew with it."""

    KIND: ClassVar[str] = "chat-gladly"

    interests: tuple[str, ...] = field(repr=False)
    looked_with: str = ""
    """The name of what they were looked for with."""


@dataclass(frozen=True)
class ChatHidden:
    """The conversation is out of sight until its owner wants it back."""

    KIND: ClassVar[str] = "chat-hidden"


@dataclass(frozen=True)
class ChatHarms:
    """What is looked for in someone's own words: what they said sorry for, and topics."""

    KIND: ClassVar[str] = "chat-harms"

    harms: tuple[str, ...] = field(repr=False)
    topics: tuple[str, ...] = field(default=(), repr=False)


_KINDS = (ChatHead, ChatPiece, ChatFindings, ChatGladly, ChatHidden, ChatHarms)
_MADE_ANEW = (ChatHead, ChatPiece, ChatFindings, ChatGladly)


@dataclass(frozen=True)
class KeptConversation:
    """A conversation as it was kept: who is me (empty: not said yet), and what was found.

    `found` is None while nobody has looked; `looked_with` is the name of the patterns at that time.
    """

    conversation: Conversation = field(repr=False)
    me: str = field(repr=False)
    found: tuple[FoundPattern, ...] | None = field(repr=False)
    harms: tuple[str, ...] = field(default=(), repr=False)
    topics: tuple[str, ...] = field(default=(), repr=False)
    looked_with: str = ""


def keep_conversation(vault: Vault, conversation: Conversation, me: str = "") -> None:
    """Keep a conversation in place of the one before; raises TooMuchToKeep, and keeps that then."""
    packed = pack(conversation)
    if packed.size > MOST_PACKED:
        raise TooMuchToKeep
    people = list(conversation.people)
    place = people.index(me) if me in people else -1
    with vault.at_once():
        _rows(vault, *_MADE_ANEW).delete()
        for piece in packed.pieces:
            vault.put(ChatPiece(_text(piece)))
        vault.put(ChatHead(place, len(conversation), _text(packed.about)))
        if _sealed_bytes(vault) > MOST_TOGETHER:
            raise TooMuchToKeep


def keep_found(vault: Vault, found: tuple[FoundPattern, ...], looked_with: str = "") -> None:
    """Keep what was found in the conversation that is kept, and with which patterns."""
    with vault.at_once():
        _rows(vault, ChatFindings).delete()
        vault.put(ChatFindings(found, looked_with))


def keep_gladly(vault: Vault, interests: tuple[str, ...], looked_with: str) -> None:
    """Keep which interests both spoke of gladly in the conversation that is kept."""
    with vault.at_once():
        _rows(vault, ChatGladly).delete()
        vault.put(ChatGladly(interests, looked_with))


def kept_gladly(vault: Vault, looked_with: str) -> tuple[str, ...] | None:
    """Return them; None where nobody has looked with this. No message is opened for it."""
    kept = [one for one in vault.records(ChatGladly) if one.looked_with == looked_with]
    return kept[-1].interests if kept else None


def keep_harms(vault: Vault, harms: tuple[str, ...], topics: tuple[str, ...] = ()) -> None:
    """Keep what is to be looked for in place of what was; what was found is made anew."""
    with vault.at_once():
        _rows(vault, ChatHarms, ChatFindings).delete()
        vault.put(ChatHarms(harms, topics))


def hide_conversation(vault: Vault, *, hidden: bool) -> None:
    """Put the conversation out of sight, or back; it stays as it is."""
    with vault.at_once():
        _rows(vault, ChatHidden).delete()
        if hidden:
            vault.put(ChatHidden())


def is_hidden_conversation(vault: Vault) -> bool:
    """Whether it is out of sight."""
    with reading(UUID(bytes=vault.account)):
        return _rows(vault, ChatHidden).exists()


def has_conversation(vault: Vault) -> bool:
    """Whether one is kept; nothing is opened for it."""
    with reading(UUID(bytes=vault.account)):
        return _rows(vault, ChatHead).exists()


def load_conversation(vault: Vault) -> KeptConversation | None:
    """Return what is kept, or None; raises DamagedRecord."""
    heads = vault.records(ChatHead)
    if not heads:
        return None
    pieces = tuple(b64decode(one.content) for one in vault.records(ChatPiece))
    conversation = unpack(Packed(b64decode(heads[-1].about), pieces))
    place, found = heads[-1].me, vault.records(ChatFindings)
    me = conversation.people[place] if 0 <= place < len(conversation.people) else ""
    named = [*vault.records(ChatHarms), ChatHarms(())][0]
    return KeptConversation(
        conversation,
        me,
        found[-1].found if found else None,
        named.harms,
        named.topics,
        found[-1].looked_with if found else "",
    )


def forget_conversation(vault: Vault) -> None:
    """Delete every record of it, unopened: a damaged one goes, too."""
    with writing(UUID(bytes=vault.account)):
        _rows(vault, *_KINDS).delete()


def chat_tags(keys: AccountKeys) -> frozenset[bytes]:
    """Return how records of a conversation are marked in the table."""
    return frozenset(kind_tag(keys, kind.KIND) for kind in _KINDS)


def _rows(vault: Vault, *kinds: type[Keepable]) -> QuerySet[Record]:
    tags = [kind_tag(vault.keys, kind.KIND) for kind in kinds]
    return Record.objects.filter(account_id=UUID(bytes=vault.account), kind_tag__in=tags)


def _text(content: bytes) -> str:
    return b64encode(content).decode()


def _sealed_bytes(vault: Vault) -> int:
    account = UUID(bytes=vault.account)
    with reading(account):
        rows = Record.objects.filter(account_id=account)
        return int(rows.aggregate(size=Sum(Length("sealed")))["size"] or 0)
