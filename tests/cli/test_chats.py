"""`amends chats`: what was read, as a person, a program and a table have it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars as pl
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


def test_a_table_is_written_as_parquet_too(export: Path, tmp_path: Path, amends: Amends) -> None:
    table = tmp_path / "table.parquet"

    said = amends("chats", export, "--table", table)

    assert (said.code, said.out) == (0, "")
    assert pl.read_parquet(table).equals(read([export]).to_polars())


def test_without_the_extra_it_says_what_to_install(
    export: Path, tmp_path: Path, amends: Amends, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)

    said = amends("chats", export, "--table", tmp_path / "table.parquet")

    assert said.code == 2
    assert 'pip install "amends[tables]"' in said.err
    assert [one.name for one in tmp_path.iterdir()] == [export.name]


def test_a_table_of_another_kind_is_refused_before_anything_is_read(
    tmp_path: Path, amends: Amends
) -> None:
    said = amends("chats", tmp_path / "none.txt", "--table", tmp_path / "table.xlsx")

    assert said.code == 2
    assert "a table ends in .csv or .jsonl or .parquet" in said.err


def test_a_table_that_cannot_be_written_is_told(
    export: Path, tmp_path: Path, amends: Amends
) -> None:
    said = amends("chats", export, "--table", tmp_path / "nowhere" / "table.csv")

    assert said.code == 2
    assert "the file cannot be written there" in said.err


def test_nothing_slow_is_imported_to_read_a_small_chat(export: Path) -> None:
    code = (
        "import sys; from amends.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: print(*sys.modules)"
    )
    run = [sys.executable, "-c", code, "chats", str(export)]
    loaded = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()

    assert "amends.cli.progress" in loaded
    assert not {"numpy", "rich", "django", "polars", "tempfile", "amends.cli.chat_files"} & {
        *loaded
    }
