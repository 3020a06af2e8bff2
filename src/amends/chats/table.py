"""A conversation as a table: what other programs can open, and what amends reads again."""

import csv
import json
from collections.abc import Iterator
from typing import TextIO

from amends.chats.message import Conversation

COLUMNS = ("id", "sent_at", "zone", "sender", "text", "kind", "reply_to", "source")


def table(conversation: Conversation) -> Iterator[dict[str, str | int | None]]:
    """Yield each message as a row of the table; `source` is the place of its export."""
    zones = [source.zone for source in conversation.sources]
    for one in conversation:
        yield {
            "id": one.id,
            "sent_at": one.sent_at.isoformat(),
            "zone": zones[one.source] or None,
            "sender": one.sender,
            "text": one.text,
            "kind": str(one.kind),
            "reply_to": one.reply_to,
            "source": one.source,
        }


def write_csv(conversation: Conversation, stream: TextIO) -> None:
    """Write a conversation as CSV (RFC 4180); open the stream with newline="" and as UTF-8."""
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(table(conversation))


def write_lines(conversation: Conversation, stream: TextIO) -> None:
    """Write a conversation as JSON lines."""
    stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in table(conversation))
