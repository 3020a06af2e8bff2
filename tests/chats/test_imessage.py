"""What lies beside a database of messages is read, too, and the folder stays as it was."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from amends.chats import read
from amends.chats.database import opened
from amends.chats.errors import DamagedExport
from amends.chats.export import open_export
from amends.chats.typedstream import words_in
from tests.chats.test_exports import EXPORTS

SCRIPT = EXPORTS / "imessage" / "seconds_and_few_columns" / "sms.sql"
LATEST = "INSERT INTO message VALUES (9, 'z', 'the latest', 1, 800000000, 0)"
JOINED = "INSERT INTO chat_message_join VALUES (1, 9)"
ENDLESS = (
    "CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT);"
    "CREATE TABLE message (ROWID INTEGER PRIMARY KEY, date);"
    "CREATE VIEW endless AS WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a)"
    " SELECT n FROM a;"
)


def with_log(folder: Path) -> Path:
    """Return a folder with a database whose newest message is still in its `-wal`."""
    made, copied = folder / "made.db", folder / "copied"
    copied.mkdir()
    with closing(sqlite3.connect(made)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.executescript(SCRIPT.read_text("utf-8"))
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.execute(LATEST)
        database.execute(JOINED)
        database.commit()
        for ending in ("", "-wal"):
            shutil.copyfile(f"{made}{ending}", copied / f"chat.db{ending}")
    return copied


def test_messages_that_are_still_in_the_log_are_read(tmp_path: Path) -> None:
    folder = with_log(tmp_path)

    texts = [one.text for one in read([folder / "chat.db"])]

    assert texts == ["first", "second", "the latest"]
    assert [one.text for one in read([folder])] == texts


def test_nothing_is_written_beside_a_database(tmp_path: Path) -> None:
    folder = with_log(tmp_path)
    before = {one.name: one.read_bytes() for one in folder.iterdir()}

    read([folder])

    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def test_changes_that_were_not_finished_are_left_out(tmp_path: Path) -> None:
    folder = with_log(tmp_path)
    log = folder / "chat.db-wal"
    log.write_bytes(log.read_bytes()[:-100])

    texts = [one.text for one in read([folder])]

    assert texts[:2] == ["first", "second"]


def test_a_query_without_end_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "chat.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(ENDLESS)
    file = open_export(path).only
    assert file is not None

    with pytest.raises(DamagedExport), opened(file) as connection:
        list(connection.execute("SELECT count(*) FROM endless"))


@pytest.mark.parametrize(
    ("length", "bytes_"),
    [(127, b"\x7f"), (128, b"\x81\x80\x00"), (70_000, b"\x82\x70\x11\x01\x00")],
)
def test_a_text_is_as_long_as_it_says(length: int, bytes_: bytes) -> None:
    stream = b"\x04\x0bstreamtyped\x08NSString\x01\x94\x84\x01+" + bytes_ + b"x" * 99_999

    assert words_in(stream) == "x" * length
