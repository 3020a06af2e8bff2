"""What is kept and what comes later are one conversation."""

from pathlib import Path

import pytest

from amends.chats import Conversation, DamagedExport, joined, moment, read, read_upload, with_order

DAY_FIRST = "03/02/2026, 09:00 - Alice: Hello\n03/02/2026, 09:05 - Bob: {}\n"
LATER = "25/02/2026, 09:00 - Alice: Still here\n26/02/2026, 09:05 - Bob B: Yes\n"


def chat(text: str) -> Conversation:
    return read_upload("chat.txt", text.encode())


def test_a_file_in_memory_is_read_like_one_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(LATER)

    assert chat(LATER).messages == read([path]).messages


def test_a_zip_in_memory_that_breaks_off_is_told() -> None:
    with pytest.raises(DamagedExport):
        read_upload("chat.zip", b"PK\x03\x04" + bytes(30) + b"PK\x05\x06" + b"\xff" * 18)


def test_the_same_file_again_adds_nothing() -> None:
    once = chat(LATER)

    twice = joined([once, chat(LATER)])

    assert twice.messages.text == once.messages.text
    assert len(twice.sources) == 1


def test_two_names_can_be_one_person() -> None:
    both = joined([chat(LATER)], {"Bob B": "Bob"})

    assert list(both.people) == ["Alice", "Bob"]


def test_an_open_order_is_answered_month_first() -> None:
    answered = with_order(chat(DAY_FIRST.format("Hi")), month_first=True)

    assert moment(answered.messages.sent_at[0]).isoformat() == "2026-03-02T09:00:00"
    assert answered.sources[0].order.name == "month-day-year"


def test_an_open_order_is_answered_day_first() -> None:
    answered = with_order(chat(DAY_FIRST.format("Hi")), month_first=False)

    assert moment(answered.messages.sent_at[0]).isoformat() == "2026-02-03T09:00:00"
    assert answered.sources[0].order.certainty == "certain"


def test_an_answer_moves_no_export_that_was_certain() -> None:
    both = joined([chat(LATER), chat(DAY_FIRST.format("Hi"))])

    answered = with_order(both, month_first=True)

    assert [moment(at).day for at in answered.messages.sent_at] == [25, 26, 2, 2]
