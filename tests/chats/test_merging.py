"""Several exports of one relationship make one conversation."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from amends.chats import Messages, Order, Source, reading
from amends.chats.message import GIVEN

MORNING = 1_770_000_000


def rows(*messages: tuple[int, str, str]) -> Messages:
    """Return messages sent so many minutes after one morning."""
    found = Messages()
    for minutes, sender, text in messages:
        found.add(MORNING + 60 * minutes, sender, text)
    return found


def source(order: Order = GIVEN) -> Source:
    return Source("a", "WhatsApp", 0, "", order, ())


def texts(*exports: Messages, same: dict[str, str] | None = None) -> list[tuple[str, str]]:
    merged = reading.merged(exports, tuple(source() for _ in exports), same or {})
    return [(one.sender, one.text) for one in merged]


def test_one_export_keeps_its_order() -> None:
    loose = rows((2, "Alice", "second"), (1, "Bob", "first"))

    assert texts(loose) == [("Alice", "second"), ("Bob", "first")]


def test_two_exports_are_put_in_the_order_of_time() -> None:
    old, new = rows((1, "Alice", "a"), (4, "Bob", "d")), rows((2, "Bob", "b"), (3, "Alice", "c"))

    assert [text for _, text in texts(old, new)] == ["a", "b", "c", "d"]


def test_what_both_hold_is_kept_once() -> None:
    old, new = rows((1, "Alice", "a"), (2, "Bob", "b")), rows((2, "Bob", "b"), (3, "Alice", "c"))

    assert [text for _, text in texts(old, new)] == ["a", "b", "c"]


def test_what_was_written_twice_in_a_minute_stays_twice() -> None:
    twice = rows((1, "Alice", "ok"), (1, "Alice", "ok"))

    assert len(texts(twice, rows((1, "Alice", "ok")))) == 2


def test_a_person_with_two_names_is_one() -> None:
    merged = texts(rows((1, "Alice", "a")), rows((2, "A. Lee", "b")), same={"A. Lee": "Alice"})

    assert merged == [("Alice", "a"), ("Alice", "b")]


def test_an_answer_still_leads_to_what_it_answers() -> None:
    asked = Messages()
    first = asked.add(MORNING + 120, "Alice", "When?")
    asked.add(MORNING + 180, "Bob", "Now", reply_to=first)

    merged = reading.merged([rows((1, "Bob", "Hello")), asked], (source(), source()), {})

    assert [one.reply_to for one in merged] == [None, None, 1]


@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from("AB"), st.text(max_size=3))))
def test_an_export_merged_with_itself_is_itself(messages: list[tuple[int, str, str]]) -> None:
    messages.sort(key=lambda one: one[0])

    assert sorted(texts(rows(*messages), rows(*messages))) == sorted(texts(rows(*messages)))
    assert rows(*messages).sent_at == array("q", [MORNING + 60 * one[0] for one in messages])
