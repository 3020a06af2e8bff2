"""Exports of chats, the conversation in them, and the patterns that it shows."""

from importlib import import_module
from typing import TYPE_CHECKING

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
from amends.chats.frames import MissingTables, write_parquet
from amends.chats.joining import joined, with_order
from amends.chats.message import (
    KINDS,
    NOBODY,
    OPEN,
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
from amends.chats.packing import Packed, pack, unpack
from amends.chats.reading import read, read_folder, read_upload
from amends.chats.table import write_csv, write_lines
from amends.chats.telling import as_json
from amends.chats.watching import Told, silent

if TYPE_CHECKING:
    from amends.chats.counting import Counts, Week, counted
    from amends.chats.glad_words import SharedInterest, shared_interests
    from amends.chats.patterns import Pattern, find
    from amends.chats.patterns_file import check_patterns
    from amends.chats.patterns_name import looked_with
    from amends.chats.telling_patterns import Said

_NEEDS_ARRAYS = {
    "Counts": "amends.chats.counting",
    "Week": "amends.chats.counting",
    "counted": "amends.chats.counting",
    "Pattern": "amends.chats.patterns",
    "Said": "amends.chats.telling_patterns",
    "SharedInterest": "amends.chats.glad_words",
    "shared_interests": "amends.chats.glad_words",
    "check_patterns": "amends.chats.patterns_file",
    "find": "amends.chats.patterns",
    "looked_with": "amends.chats.patterns_name",
}
"""Arrays take a tenth of a second to import, and reading does without them."""

__all__ = [
    "KINDS",
    "NOBODY",
    "OPEN",
    "ChatsError",
    "Conversation",
    "Counts",
    "DamagedExport",
    "EmptyExport",
    "Kind",
    "Message",
    "Messages",
    "MissingTables",
    "NoMessages",
    "NotText",
    "NotThere",
    "Order",
    "Packed",
    "PackedDatabase",
    "Pattern",
    "Said",
    "SharedInterest",
    "Source",
    "Told",
    "TooLarge",
    "UnknownExport",
    "Unread",
    "Week",
    "as_json",
    "check_patterns",
    "counted",
    "find",
    "joined",
    "looked_with",
    "moment",
    "pack",
    "read",
    "read_folder",
    "read_upload",
    "seconds",
    "shared_interests",
    "silent",
    "unpack",
    "with_order",
    "write_csv",
    "write_lines",
    "write_parquet",
]


def __getattr__(name: str) -> object:
    if name in _NEEDS_ARRAYS:
        return getattr(import_module(_NEEDS_ARRAYS[name]), name)
    raise AttributeError(name)
