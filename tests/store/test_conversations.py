"""An imported conversation is sealed like everything else, and goes as one."""

import io
import zipfile

import pytest

from amends.chats import Conversation, Messages, Order, Source
from amends.store import (
    FoundPattern,
    TooMuchToKeep,
    Vault,
    conversations,
    export_bytes,
    forget_conversation,
    has_conversation,
    hide_conversation,
    is_hidden_conversation,
    keep_conversation,
    keep_found,
    keep_gladly,
    keep_harms,
    kept_gladly,
    load_conversation,
)
from amends.store.models import Record
from tests.store.cast import Note
from tests.store.test_records import rows_of

CANARY = "canary-7f3a"
FOUND = (FoundPattern("nudges", "mine", "Nudges", "What it is.", "Nine times.", ((0, 1), (1,))),)
SOURCE = Source("chat.txt", "WhatsApp", 2, "", Order("day-month-year", "certain"), ())


def conversation(text: str = CANARY, number: int = 2) -> Conversation:
    rows = Messages()
    for count in range(number):
        rows.add(60 * count, "Alice" if count % 2 else "Bob", text)
    return Conversation(rows, (SOURCE,), bytes(number))


def keep_all(vault: Vault) -> None:
    keep_conversation(vault, conversation(), "Alice")
    keep_harms(vault, ("late again",), ("the flat: rent",))
    keep_found(vault, FOUND, "patterns of today")
    keep_gladly(vault, ("walking",), "words of today")
    hide_conversation(vault, hidden=True)


def test_it_comes_back_as_it_was_kept(alice: Vault) -> None:
    keep_all(alice)

    kept = load_conversation(alice)

    assert kept
    assert kept.conversation.messages == conversation().messages
    assert (kept.me, kept.found, kept.looked_with) == ("Alice", FOUND, "patterns of today")
    assert (kept.harms, kept.topics) == (("late again",), ("the flat: rent",))


def test_what_both_were_glad_of_is_kept_until_the_words_or_the_messages_change(
    alice: Vault,
) -> None:
    keep_all(alice)
    assert kept_gladly(alice, "words of today") == ("walking",)
    assert kept_gladly(alice, "words of last year") is None

    keep_conversation(alice, conversation(), "Alice")

    assert kept_gladly(alice, "words of today") is None


def test_it_is_hidden_and_comes_back_into_sight(alice: Vault) -> None:
    keep_all(alice)

    hide_conversation(alice, hidden=False)

    assert not is_hidden_conversation(alice)
    assert has_conversation(alice)


def test_what_was_found_goes_with_the_conversation_before(alice: Vault) -> None:
    keep_all(alice)

    keep_conversation(alice, conversation(), "Bob")

    kept = load_conversation(alice)
    assert kept
    assert kept.found is None


def test_another_takes_the_place_of_the_one_before(alice: Vault) -> None:
    keep_conversation(alice, conversation())
    keep_conversation(alice, conversation("other", 3))

    kept = load_conversation(alice)

    assert kept
    assert kept.conversation.messages.text == ["other"] * 3


def test_bob_gets_nothing_of_it(alice: Vault, bob: Vault) -> None:
    keep_conversation(alice, conversation())

    assert load_conversation(bob) is None
    assert not has_conversation(bob)


def test_nothing_stands_in_the_table_in_clear(alice: Vault) -> None:
    keep_all(alice)

    assert not any(CANARY.encode() in bytes(row.sealed) for row in rows_of(alice))


def test_all_of_it_is_forgotten_at_once_and_nothing_else(alice: Vault) -> None:
    note = alice.put(Note("stays"))
    keep_all(alice)

    forget_conversation(alice)

    assert [row.record_id.bytes for row in rows_of(alice)] == [note.id]
    assert load_conversation(alice) is None


def test_a_damaged_one_can_be_forgotten(alice: Vault) -> None:
    keep_conversation(alice, conversation())
    Record.objects.update(sealed=b"not sealed at all")

    forget_conversation(alice)

    assert not has_conversation(alice)


@pytest.mark.parametrize("limit", ["MOST_PACKED", "MOST_TOGETHER"])
def test_more_than_a_backup_brings_back_is_refused_and_the_old_one_stays(
    alice: Vault, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    keep_conversation(alice, conversation("old"))
    monkeypatch.setattr(conversations, limit, 9)

    with pytest.raises(TooMuchToKeep):
        keep_conversation(alice, conversation("new"))

    kept = load_conversation(alice)
    assert kept
    assert kept.conversation.messages.text == ["old", "old"]


def test_no_export_has_it_and_says_so(alice: Vault) -> None:
    keep_all(alice)

    with zipfile.ZipFile(io.BytesIO(export_bytes(alice, lambda _: False))) as archive:
        readme = archive.read("README.md").decode()
        names = archive.namelist()

    assert names == ["README.md"]
    assert "Imported chats are not in it" in readme
