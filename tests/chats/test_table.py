"""A conversation that is written as a table is the same when it is read again."""

import io
import sys
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.chats import Conversation, Kind, Messages, MissingTables, moment, read, write_parquet
from amends.chats.message import GIVEN, Source
from amends.chats.table import COLUMNS, write_csv, write_lines

MORNING = 1_770_000_000
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ROWS = st.lists(
    st.tuples(st.sampled_from(["Alice", "Bob", ' A, "B"\n']), TEXTS, st.sampled_from([*Kind])),
    min_size=1,
    max_size=6,
)


def conversation(told: list[tuple[str, str, Kind]], zone: str = "") -> Conversation:
    """Return what people said a minute after each other, each answering the one before."""
    rows = Messages(zone=zone)
    for number, (sender, text, kind) in enumerate(told):
        by = "" if kind is Kind.SYSTEM else sender
        rows.add(MORNING + 60 * number, by, text, kind, number - 1 if number else None)
    return Conversation(rows, (Source("a", "a", len(rows), zone, GIVEN, ()),), bytes(len(rows)))


def told_by(talk: Conversation) -> list[object]:
    return [(one.id, one.sent_at, one.sender, one.text, one.kind, one.reply_to) for one in talk]


def written(talk: Conversation, form: str) -> bytes:
    stream = io.StringIO(newline="")
    (write_csv if form == "csv" else write_lines)(talk, stream)
    return stream.getvalue().encode()


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(ROWS, st.sampled_from(["csv", "jsonl"]))
def test_a_table_is_read_as_it_was_written(
    tmp_path: Path, told: list[tuple[str, str, Kind]], form: str
) -> None:
    path = tmp_path / f"talk.{form}"
    path.write_bytes(written(conversation(told), form))

    assert told_by(read([path])) == told_by(conversation(told))


def test_a_table_keeps_the_clock(tmp_path: Path) -> None:
    path = tmp_path / "talk.csv"
    path.write_bytes(written(conversation([("Alice", "hello", Kind.TEXT)], "+01:00"), "csv"))

    assert read([path]).sources[0].zone == "+01:00"


def test_a_data_frame_has_the_columns_of_the_table() -> None:
    frame = conversation([("Alice", "hello", Kind.TEXT), ("Bob", "oh", Kind.EDITED)]).to_polars()

    assert tuple(frame.columns) == COLUMNS
    assert frame.schema["sent_at"] == pl.Datetime("us")
    assert frame.rows()[1] == (1, moment(MORNING + 60), None, "Bob", "oh", "edited", 0, 0)


@settings(deadline=None, max_examples=30)  # the first time, pandas is imported
@given(ROWS)
def test_both_kinds_of_data_frame_hold_the_same(told: list[tuple[str, str, Kind]]) -> None:
    talk = conversation(told, "+01:00")

    there, here = talk.to_pandas(), talk.to_polars()

    assert tuple(there.columns) == COLUMNS
    assert [list(row)[3:6] for row in there.itertuples(index=False)] == [
        list(row[3:6]) for row in here.rows()
    ]
    assert [at.to_pydatetime() for at in there["sent_at"]] == here["sent_at"].to_list()
    assert there["reply_to"].isna().tolist() == here["reply_to"].is_null().to_list()
    assert set(there["zone"]) == set(here["zone"]) == {"+01:00"}


def test_half_a_character_keeps_no_data_frame_from_being_made() -> None:
    talk = conversation([("Alice", "a\ud83d", Kind.TEXT)])

    assert talk.to_polars()["text"].to_list() == talk.to_pandas()["text"].to_list() == ["a\ufffd"]


def test_parquet_holds_what_the_data_frame_holds() -> None:
    talk, stream = conversation([("Alice", "hello", Kind.TEXT)]), io.BytesIO()

    write_parquet(talk, stream)

    assert pl.read_parquet(stream.getvalue()).equals(talk.to_polars())


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)

    with pytest.raises(MissingTables) as told:
        conversation([("Alice", "hello", Kind.TEXT)]).to_polars()

    assert "pip install" in told.value.hint


def test_nothing_shows_words_or_names_when_it_is_printed() -> None:
    talk = conversation([("Alice", "canary-7f3a", Kind.TEXT), ("Bob", "oh", Kind.TEXT)])

    assert repr(talk) == "<Conversation: 2 messages of 2 people, 2026-02-02 to 2026-02-02>"
    assert "canary" not in repr(talk.messages) + repr(talk[0])
