"""A conversation and its patterns as plain values: the contract of `amends chats --json`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from amends.chats.message import NOBODY, Conversation, Source, moment

if TYPE_CHECKING:
    from amends.chats.patterns import Pattern


def as_json(conversation: Conversation, patterns: Sequence["Pattern"] = ()) -> dict[str, Any]:
    """Return what was read, and what was found, as JSON has it."""
    rows = conversation.messages
    count = len(rows)
    return {
        "sources": [_source(one) for one in conversation.sources],
        "people": _people(conversation),
        "first": moment(min(rows.sent_at)).isoformat() if count else None,
        "last": moment(max(rows.sent_at)).isoformat() if count else None,
        "messages": count,
        "patterns": [_pattern(one, conversation) for one in patterns],
    }


def _source(one: Source) -> dict[str, Any]:
    return {
        "path": one.path,
        "format": one.format,
        "messages": one.messages,
        "unread": [{"line": line.line, "text": line.text} for line in one.unread],
        "date_order": one.order.name,
        "certainty": one.order.certainty,
        "zone": one.zone or None,
    }


def _people(conversation: Conversation) -> list[dict[str, Any]]:
    counts = [0] * len(conversation.people)
    for place in conversation.messages.sender:
        if place != NOBODY:
            counts[place] += 1
    pairs = zip(conversation.people, counts, strict=True)
    return [{"name": name, "messages": count} for name, count in pairs]


def _pattern(one: "Pattern", conversation: Conversation) -> dict[str, Any]:
    at = conversation.messages.sent_at
    episodes = [
        {
            "start": moment(at[seen.start]).isoformat(),
            "end": moment(at[seen.end]).isoformat(),
            "ids": list(seen.rows),
        }
        for seen in one.episodes
    ]
    return {
        "name": one.name,
        "side": one.side,
        "about": one.about or None,
        "count": one.count,
        "summary": one.summary,
        "episodes": episodes,
    }
