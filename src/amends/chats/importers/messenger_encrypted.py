"""Messenger's encrypted chats, as its secure storage gives them away: a file for each thread."""

from amends.chats.export import Export
from amends.chats.message import Messages
from amends.chats.meta import encrypted_files, plain_files, read_threads

NAME = "Messenger (encrypted chats)"
ENDINGS = (".json",)
HOLDS = ("sendername", "threadname")


def identify(export: Export) -> bool:
    """Say whether it holds encrypted threads and no others."""
    return bool(encrypted_files(export)) and not plain_files(export)


def read(export: Export) -> Messages:
    """Return the messages of the largest thread of two people; times are UTC."""
    return read_threads(export)
