"""iMessage: by way of two tools, and as the database itself."""

import csv
import io
import sqlite3
from collections.abc import Sequence
from contextlib import closing

from amends.chats import seconds
from benchmarks.generator import Said
from tests.chats.written_as.stamps import APPLE

NUMBER = "+4915123456789"
_TABLES = """
create table message (ROWID integer primary key, guid text, text text, attributedBody blob,
  date integer, is_from_me integer, handle_id integer, associated_message_type integer,
  item_type integer);
create table handle (ROWID integer primary key, id text);
create table chat_message_join (chat_id integer, message_id integer);
create table chat_handle_join (chat_id integer, handle_id integer);
insert into chat_handle_join values (1, 1);
"""


def text(said: Sequence[Said]) -> dict[str, bytes]:
    rows = "".join(
        f"{one.at:%b %d, %Y %I:%M:%S %p}\n{'Me' if one.name == 'Alice' else NUMBER}\n{one.text}\n\n"
        for one in said
    )
    return {f"{NUMBER}.txt": rows.encode()}


def table(said: Sequence[Said]) -> dict[str, bytes]:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["Chat Session", "Message Date", "Type", "Sender ID", "Sender Name", "Text"])
    for one in said:
        who = ["Outgoing", "", ""] if one.name == "Alice" else ["Incoming", NUMBER, "Bob"]
        writer.writerow(["Bob", one.at.isoformat(" "), *who, one.text])
    return {"Messages - Bob.csv": stream.getvalue().encode()}


def database(said: Sequence[Said]) -> dict[str, bytes]:
    """Write words where phones keep them: some as plain text, the others as a typedstream."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(_TABLES)
        made.execute("insert into handle values (1, ?)", (NUMBER,))
        for number, one in enumerate(said, 1):
            plain = one.text if number % 2 else None
            at = (seconds(one.at) - APPLE) * 10**9
            row = (number, str(number), plain, _stream(one.text), at, int(one.name == "Alice"))
            made.execute("insert into message values (?, ?, ?, ?, ?, ?, 1, 0, 0)", row)
            made.execute("insert into chat_message_join values (1, ?)", (number,))
        made.commit()
        return {"chat.db": made.serialize()}


def _stream(words: str) -> bytes:
    raw = words.encode()
    long = b"\x81" + len(raw).to_bytes(2, "little")
    length = bytes([len(raw)]) if len(raw) < 128 else long
    return b"\4\x0bstreamtyped\x84\x84\x08NSString\1\x94\x84\1+" + length + raw + b"\x86"
