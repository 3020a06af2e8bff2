"""What is packed comes back as it was, whatever it holds."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from amends.chats import KINDS, Conversation, Kind, Messages, Order, Source, Unread, pack, unpack
from benchmarks.generator import chat

Rows = Sequence[tuple[int, str, str, Kind, int]]
ODD = st.text(st.characters(), max_size=40) | st.text("\0\x01\x02a\ud83d", max_size=6)
ROWS = st.lists(
    st.tuples(
        st.integers(-(2**40), 2**40),
        st.sampled_from(["", "Alice", "Bob", "\ud83d"]),
        ODD,
        st.sampled_from(KINDS),
        st.integers(0, 2),
    ),
    max_size=30,
)
ABOUT = Source("a \ud83d.txt", "WhatsApp", 3, "UTC", Order("unknown", "open"), (Unread(7, "\0"),))


def conversation_of(rows: Rows) -> Conversation:
    messages = Messages(zone="Europe/Oslo", order=Order("day-month-year", "likely"))
    for number, (at, name, text, kind, _) in enumerate(rows):
        messages.add(at, name, text, kind, number // 2 if number % 3 == 1 else None)
    return Conversation(messages, (ABOUT,) * 3, [one[-1] for one in rows])


@given(ROWS)
def test_it_comes_back_as_it_was(rows: Rows) -> None:
    conversation = conversation_of(rows)

    back = unpack(pack(conversation))

    assert back.messages == conversation.messages
    assert list(back.source) == list(conversation.source)
    assert back.sources == conversation.sources


def test_a_long_one_lies_in_pieces_that_are_small() -> None:
    rows = [(n, one.name, one.text, KINDS[0], 0) for n, one in enumerate(chat(60_000))]
    conversation = conversation_of(rows)

    packed = pack(conversation)

    assert len(packed.pieces) > 1
    assert max(map(len, packed.pieces)) < 2**20
    assert unpack(packed).messages == conversation.messages


def test_no_word_stands_in_it_in_clear() -> None:
    packed = pack(conversation_of([(1, "Alice", "canary-7f3a " * 9, KINDS[0], 0)] * 50))

    assert b"canary-7f3a " * 2 not in packed.pieces[0]
