"""`amends chats --me`: what stands out, my side first, with the words behind every number."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from amends.chats import moment
from tests.chats.patterns.conftest import HARM
from tests.chats.patterns.test_planted import BURSTS, planted_rows
from tests.cli.conftest import Amends


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("chat") / "ours.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["sent_at", "sender", "text"])
        for at, who, text in sorted(planted_rows(), key=lambda row: row[0]):
            writer.writerow([moment(at).isoformat(), ["Alice", "Bob"][who], text])
    return path


def test_patterns_are_told_as_the_contract_has_them(export: Path, amends: Amends) -> None:
    said = amends("chats", export, "--me", "Alice", "--harm", HARM, "--json")
    found = json.loads(said.out)["patterns"]

    assert said.err == ""
    assert [(one["name"], one["side"], one["count"]) for one in found] == [
        ("bursts", "mine", len(BURSTS)),
        ("sorry-again", "mine", 7),
        ("escalation", "ours", 5),
        ("topics", "ours", 5),
    ]
    assert all({"start", "end", "ids"} == set(one["episodes"][0]) for one in found)
    assert all(str(one["count"]) in one["summary"] for one in found)


def test_a_topic_of_ones_own_is_looked_for(export: Path, amends: Amends) -> None:
    topic = "the flat: rent, forget it"
    found = json.loads(amends("chats", export, "--me", "Alice", "--topic", topic, "--json").out)

    assert [one["about"] for one in found["patterns"] if one["name"] == "topics"] == [
        "money",
        "the flat",
    ]


def test_without_a_harm_sorry_is_left_alone(export: Path, amends: Amends) -> None:
    found = json.loads(amends("chats", export, "--me", "Alice", "--json").out)["patterns"]

    assert "sorry-again" not in [one["name"] for one in found]


def test_each_count_has_its_definition_and_its_words(export: Path, amends: Amends) -> None:
    out = amends("chats", export, "--me", "Alice").out

    assert f"You wrote four messages or more in a row {len(BURSTS)} times." in out
    assert "Counted: Four messages or more in a row by one person" in out
    assert "Alice: are you there" in out


def test_their_side_is_shown_on_asking(export: Path, amends: Amends) -> None:
    alone, both = (amends("chats", export, "--me", "Bob", *more).out for more in ([], ["--both"]))

    assert "They wrote four messages" not in alone
    assert "1 more on their side: --both" in alone
    assert "They wrote four messages" in both


def test_without_a_name_it_says_how(export: Path, amends: Amends) -> None:
    said = amends("chats", export, "--json")

    assert json.loads(said.out)["patterns"] == []
    assert said.err == "hint: --me NAME, one of the two, shows what stands out\n"


def test_a_name_that_nobody_has_is_not_repeated(export: Path, amends: Amends) -> None:
    said = amends("chats", export, "--me", "canary-7f3a")

    assert said.code == 2
    assert "nobody wrote here" in said.err
    assert "canary" not in said.err


def test_who_wrote_is_named_where_a_name_is_wrong(export: Path, amends: Amends) -> None:
    assert "they wrote here: Bob, Alice" in amends("chats", export, "--me", "alice").err


def test_their_words_are_dots_until_they_are_asked_for(export: Path, amends: Amends) -> None:
    alone, both = (amends("chats", export, "--me", "Alice", *more).out for more in ([], ["--both"]))

    assert "Bob: … (--both shows their words)" in alone
    assert "Bob: forget it" not in alone
    assert "Bob: forget it" in both


def test_where_nothing_stands_out_it_says_so(export: Path, tmp_path: Path, amends: Amends) -> None:
    short = tmp_path / "short.csv"
    short.write_text("".join(export.read_text().splitlines(keepends=True)[:20]))

    out = amends("chats", short, "--me", "Alice").out

    assert "Nothing stands out on your side" in out
    assert "fewer than 200 messages" in out


@pytest.mark.parametrize(("order", "day"), [("day", "2026-02-03"), ("month", "2026-03-02")])
def test_an_open_order_of_dates_is_asked_and_can_be_said(
    order: str, day: str, tmp_path: Path, amends: Amends
) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_text("03/02/2026, 09:00 - Alice: Hello\n03/02/2026, 09:05 - Bob: Hi\n")

    asked = amends("chats", chat, "--me", "Alice")
    told = amends("chats", chat, "--me", "Alice", "--order", order)

    assert "--order day or --order month" in asked.err
    assert "from " not in asked.out
    assert "Nothing stands out" not in asked.out
    assert f"from {day} to {day}" in told.out
    assert told.err == ""


def test_reading_does_without_arrays() -> None:
    code = "import sys, amends.chats; sys.exit('numpy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
