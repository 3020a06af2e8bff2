"""A conversation that is written as a table is the same when it is read again."""

import io
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.chats import Conversation, Kind, Messages, read
from amends.chats.message import GIVEN, Source
from amends.chats.table import write_csv, write_lines

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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
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
