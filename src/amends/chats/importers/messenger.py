"""Messenger: "Download your information" as JSON, also with encrypted chats in the same folder."""

from amends.chats.export import Export
from amends.chats.importers import instagram
from amends.chats.message import Messages
from amends.chats.meta import plain_files, read_threads

NAME = "Messenger"
ENDINGS = (".json",)
HOLDS = ("sender_name", "thread_path", "is_still_participant")


def identify(export: Export) -> bool:
    """Say whether it holds threads, and Instagram did not make them."""
    return bool(plain_files(export)) and not instagram.identify(export)


def read(export: Export) -> Messages:
    """Return the messages of the largest thread of two people; times are UTC."""
    return read_threads(export)
