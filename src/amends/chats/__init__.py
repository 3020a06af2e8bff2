"""Exports of chats, the conversation in them, and the patterns that it shows."""

from amends.chats.errors import (
    ChatsError,
    DamagedExport,
    EmptyExport,
    NoMessages,
    NotText,
    NotThere,
    PackedDatabase,
    TooLarge,
    UnknownExport,
)
from amends.chats.message import (
    KINDS,
    NOBODY,
    Conversation,
    Kind,
    Message,
    Messages,
    Order,
    Source,
    Unread,
    moment,
    seconds,
)
from amends.chats.reading import read
from amends.chats.table import write_csv, write_lines
from amends.chats.telling import as_json

__all__ = [
    "KINDS",
    "NOBODY",
    "ChatsError",
    "Conversation",
    "DamagedExport",
    "EmptyExport",
    "Kind",
    "Message",
    "Messages",
    "NoMessages",
    "NotText",
    "NotThere",
    "Order",
    "PackedDatabase",
    "Source",
    "TooLarge",
    "UnknownExport",
    "Unread",
    "as_json",
    "moment",
    "read",
    "seconds",
    "write_csv",
    "write_lines",
]
