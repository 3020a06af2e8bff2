"""What is counted of one's own side."""

from datetime import date

from amends.chats import Conversation, Messages, Order, Source, counted

MONDAY = 1_772_409_600  # 2 March 2026
HOUR, DAY = 3600, 86400


def conversation(*messages: tuple[int, str], zone: str = "") -> Conversation:
    rows = Messages()
    for at, name in messages:
        rows.add(MONDAY + at, name, "text")
    source = Source("chat.txt", "WhatsApp", len(rows), zone, Order("unknown", "open"), ())
    return Conversation(rows, (source,), bytes(len(rows)))


def test_it_counts_both_sides() -> None:
    found = counted(conversation((0, "Alice"), (9, "Bob"), (10, "Alice")), "Alice")

    assert (found.mine, found.theirs) == (2, 1)


def test_it_counts_who_wrote_first_after_a_pause() -> None:
    found = counted(conversation((0, "Bob"), (60, "Alice"), (7 * HOUR, "Alice")), "Alice")

    assert (found.began, found.they_began) == (1, 0)


def test_a_week_begins_on_monday_and_an_empty_one_is_there_too() -> None:
    found = counted(conversation((-1, "Alice"), (8 * DAY, "Bob")), "Alice")

    weeks = [(one.monday, one.mine, one.both) for one in found.weeks]
    assert weeks == [
        (date(2026, 2, 23), 1, 1),
        (date(2026, 3, 2), 0, 0),
        (date(2026, 3, 9), 0, 1),
    ]


def test_it_tells_the_hours_in_which_most_was_written() -> None:
    found = counted(conversation((3 * HOUR, "Alice"), (4 * HOUR, "Alice"), (5, "Bob")), "Alice")

    assert (found.busiest, found.at_night) == (3, 2)


def test_it_tells_no_hours_by_the_clock_of_utc() -> None:
    assert counted(conversation((0, "Alice"), zone="UTC"), "Alice").hours == ()
