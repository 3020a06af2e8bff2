"""Messenger and Instagram: as JSON, as pages, and from the secure storage."""

import json
from collections.abc import Sequence
from html import escape

from benchmarks.generator import Said
from tests.chats.written_as.stamps import milliseconds

PART = 2000
"""Messages in a file."""
_MESSAGE = (
    '<section class="_a6-g"><h2 class="_2ph_ _a6-h _a6-i">{name}</h2><div class="_2ph_ _a6-p">'
    "<div><div></div><div>{text}</div></div></div>"
    '<footer class="_3-94 _a6-o"><div class="_a72d">{at:%b %d, %Y %I:%M:%S %p}</div></footer>'
    "</section>"
)


def messenger(said: Sequence[Said]) -> dict[str, bytes]:
    return _threads("your_facebook_activity/messages/inbox/bob_1", said)


def instagram(said: Sequence[Said]) -> dict[str, bytes]:
    return _threads("your_instagram_activity/messages/inbox/bob_1", said)


def _threads(folder: str, said: Sequence[Said]) -> dict[str, bytes]:
    """Write files of a thread, the newest first, each string as its bytes."""
    people = [{"name": "Bob"}, {"name": "Alice"}]
    messages = [
        {"sender_name": one.name, "timestamp_ms": milliseconds(one), "content": _bytes(one.text)}
        for one in reversed(said)
    ]
    return {
        f"{folder}/message_{at // PART + 1}.json": json.dumps(
            {"participants": people, "messages": messages[at : at + PART], "title": "Bob"}
        ).encode()
        for at in range(0, len(messages), PART)
    }


def _bytes(text: str) -> str:
    return text.encode().decode("latin-1")


def encrypted(said: Sequence[Said]) -> dict[str, bytes]:
    messages = [
        {
            "isUnsent": False,
            "media": [],
            "reactions": [],
            "senderName": one.name,
            "text": one.text,
            "timestamp": milliseconds(one),
            "type": "text",
        }
        for one in said
    ]
    thread = {"participants": ["Alice", "Bob"], "threadName": "Bob_1", "messages": messages}
    return {"Bob_1.json": json.dumps(thread, ensure_ascii=False).encode()}


def html(said: Sequence[Said]) -> dict[str, bytes]:
    rows = "".join(
        _MESSAGE.format(name=one.name, text=escape(one.text).replace("\n", "<br />"), at=one.at)
        for one in reversed(said)
    )
    return {"message_1.html": f"<html><body><main>{rows}</main></body></html>".encode()}
