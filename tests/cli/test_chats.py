"""`amends chats`: what was read, as a person, a program and a table have it."""

import json
from pathlib import Path
from typing import Any

import pytest

from amends.chats import read
from tests.cli.conftest import Amends, Said

CHAT = {
    "name": "Bob",
    "type": "personal_chat",
    "id": 7,
    "messages": [
        {
            "id": 1,
            "type": "message",
            "date": "2026-03-14T21:05:00",
            "date_unixtime": "1773522300",
            "from": "Alice",
            "from_id": "user1",
            "text": "Are you home?",
        },
        {
            "id": 2,
            "type": "message",
            "date": "2026-03-14T21:40:00",
            "date_unixtime": "1773524400",
            "from": "Bob",
            "from_id": "user2",
            "reply_to_message_id": 1,
            "text": ["yes,\n", {"type": "italic", "text": "now"}],
        },
    ],
}


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(CHAT), encoding="utf-8")
    return path


def told(said: Said) -> Any:
    assert said.code == 0
    return json.loads(said.out)


def test_it_tells_what_was_read(export: Path, amends: Amends) -> None:
    found = told(amends("chats", str(export), "--json"))

    assert found["people"] == [{"name": "Alice", "messages": 1}, {"name": "Bob", "messages": 1}]
    assert (found["first"], found["last"]) == ("2026-03-14T21:05:00", "2026-03-14T21:40:00")
    assert found["messages"] == found["sources"][0]["messages"] == 2
    assert found["sources"][0]["format"] == "Telegram"


def test_people_with_two_names_are_one(export: Path, amends: Amends) -> None:
    found = told(amends("chats", str(export), "--same", "Bob=Robert", "--json"))

    assert [one["name"] for one in found["people"]] == ["Alice", "Robert"]


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_table_can_be_read_again(
    export: Path, tmp_path: Path, amends: Amends, ending: str
) -> None:
    table = tmp_path / f"table.{ending}"
    amends("chats", str(export), "--table", str(table))

    before, after = read([export]), read([table])

    assert [(m.sent_at, m.sender, m.text, m.kind, m.reply_to) for m in after] == [
        (m.sent_at, m.sender, m.text, m.kind, m.reply_to) for m in before
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "this is a picture or another kind of file"),
        (b"Dear diary, today nothing happened.", "this is no chat export that amends knows"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    tmp_path: Path, amends: Amends, content: bytes, sentence: str
) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(content)

    said = amends("chats", str(path))
    problem, hint = said.err.splitlines()

    assert said.code == 2
    assert sentence in problem
    assert hint.startswith("hint: ")


def test_a_name_without_a_file_is_not_repeated(amends: Amends) -> None:
    said = amends("chats", "I miss you.txt")

    assert said.code == 2
    assert "miss" not in said.err


def test_a_table_never_takes_the_place_of_a_file(
    export: Path, tmp_path: Path, amends: Amends
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("mine")

    said = amends("chats", str(export), "--table", str(table))

    assert said.code == 2
    assert table.read_text() == "mine"
