"""What can be told of a conversation between more than two, or of a very short one."""

from typing import Any

from amends.chats import NOBODY, Conversation

COUPLE = 2
"""Patterns are told between two."""
FEW = 200
"""Messages from which on nearly every pattern is looked for."""


def is_group(conversation: Conversation) -> bool:
    """Say whether more than two people wrote."""
    return len(set(conversation.messages.sender) - {NOBODY}) > COUPLE


def is_few(conversation: Conversation) -> bool:
    """Say whether it is too short for nearly every pattern."""
    return len(conversation) < FEW


def alone(side: dict[str, Any]) -> dict[str, Any]:
    """Return one's own side without what is said of "them": among many, they are no one person."""
    wrote, _, *hours = side["counts"]
    return {"counts": [wrote, *hours], "charts": side["charts"][:1]}
