"""What both spoke of gladly: heard on both sides, often enough, and not where it hurt."""

from pathlib import Path
from shutil import copyfile

import pytest

from amends.chats import Conversation, SharedInterest, moment, shared_interests
from amends.chats.glad_words import FILE, check_gladly
from amends.chats.talk import Talk
from amends.text import CONTENT
from tests.chats.patterns.conftest import everyday, filled, random_talk, said

INTERESTS = {"walking": ("walk", "on foot"), "cooking": ("cook", "dinner", "recipe")}
LAKE = "the lake: lake, jetty"
NAMES = ("Alice", "Bob")
Rows = list[tuple[int, int, str]]


def chat(rows: Rows) -> Conversation:
    """Return the conversation of these messages, in the order of time."""
    rows = sorted(rows, key=lambda row: row[0])
    messages = filled([(at, NAMES[who], text) for at, who, text in rows])
    return Conversation(messages, (), bytes(len(rows)))


def days_with(lines: str, days: range = range(3, 120, 12)) -> Conversation:
    """Return four ordinary months with some lines on these days."""
    return chat(everyday(120, 1) + [row for day in days for row in said(day, 15, lines)])


def found(
    conversation: Conversation, places: tuple[str, ...] = (), own: tuple[str, ...] = ()
) -> tuple[SharedInterest, ...]:
    return shared_interests(conversation, "Alice", INTERESTS, places, own)


GLAD = {
    "in the same message": "A: I loved our walk\nB: can't wait for the next walk",
    "in the next words": "A: I loved our walk\nB: so did i",
    "both ways": "B: the walk was lovely\nA: me too",
    "in one's own spelling": "A: best day, on foot all of it\nB: cant wait for our WALK",
}


@pytest.mark.parametrize("lines", GLAD.values(), ids=GLAD.keys())
def test_what_both_are_glad_of_is_found(lines: str) -> None:
    [walking] = found(days_with(lines))

    assert (walking.interest, len(walking.ids), walking.is_place) == ("walking", 20, False)


def test_its_messages_and_its_last_day_are_told() -> None:
    conversation = days_with("A: I loved our walk\nB: so did i")

    [walking] = found(conversation)

    assert {conversation[row].text for row in walking.ids} == {"I loved our walk", "so did i"}
    assert walking.last == moment(max(conversation.messages.sent_at[row] for row in walking.ids))


def test_a_plan_that_came_about_is_glad() -> None:
    rows = everyday(120, 1)
    for day in range(3, 110, 9):
        rows += said(day, 15, "A: shall we cook that on saturday\nB: so")
        rows += said(day + 4, 15, "B: we had dinner at last\nA: so")

    [cooking] = found(chat(rows))

    assert (cooking.interest, len(cooking.ids)) == ("cooking", 24)


def test_a_plan_alone_is_none() -> None:
    assert found(days_with("A: shall we cook\nB: let's cook")) == ()


def test_what_only_one_is_glad_of_is_not_shared() -> None:
    assert found(days_with("A: I loved our walk\nB: so")) == ()


def test_twice_is_not_enough() -> None:
    assert found(days_with(GLAD["in the same message"], range(3, 16, 12))) == ()


def test_words_of_gladness_that_are_taken_back_are_none() -> None:
    assert found(days_with("A: I didn't really enjoy the walk\nB: I hated that walk")) == ()


HURT = {
    "a sharp word": "A: I loved our walk\nB: so did i\nB: you never listen, forget it",
    "an apology": "B: I'm so sorry about yesterday\nA: I loved our walk\nB: so did i",
}


@pytest.mark.parametrize("lines", HURT.values(), ids=HURT.keys())
def test_what_is_tied_to_a_hurt_is_left_out(lines: str) -> None:
    assert found(days_with(lines)) == ()


def test_mostly_named_where_it_hurt_it_is_left_out_whole() -> None:
    rows = everyday(120, 1)
    for day in range(3, 120, 12):
        rows += said(day, 15, GLAD["in the next words"])
        rows += said(day + 3, 15, "A: you never listen\nB: not on the walk, forget it")

    assert found(chat(rows)) == ()


def test_one_sharp_word_in_a_year_takes_nothing_away() -> None:
    rows = everyday(120, 1)
    for day in range(3, 120, 12):
        rows += said(day, 15, GLAD["in the next words"])
    rows += said(50, 15, "A: you never listen\nB: not on the walk, forget it")

    assert len(found(chat(rows))) == 1


def test_a_place_and_a_thing_of_ones_own_are_called_as_they_were_named() -> None:
    lines = "A: I loved the jetty and the chess\nB: the lake was lovely, can't wait for chess"

    shown = found(days_with(lines), (LAKE,), ("chess",))

    assert [(one.interest, one.is_place) for one in shown] == [("chess", False), ("the lake", True)]


def test_it_is_the_same_from_the_other_side() -> None:
    conversation = days_with(GLAD["both ways"])

    assert shared_interests(conversation, "Bob", INTERESTS) == found(conversation)


def test_no_words_are_shown_in_a_log() -> None:
    [lake] = found(days_with("A: I loved the lake\nB: so did i"), (LAKE,))

    assert "lake" not in repr(lake)


def conversation_of(talk: Talk) -> Conversation:
    rows = zip(talk.at.tolist(), talk.who.tolist(), talk.texts, strict=True)
    return chat(list(rows))


WORDS = {word: (word,) for word in ("tree", "road", "milk", "tea", "sun", "door", "blue")}


def test_random_words_are_nobodys_interest() -> None:
    talks = [random_talk(1500, seed) for seed in range(20)]
    for seed, talk in enumerate(talks):
        texts = [
            f"{text} loved it" if place % 7 == seed % 7 else text
            for place, text in enumerate(talk.texts)
        ]
        talks[seed] = Talk(talk.at, talk.who, talk.row, texts)

    wrong = [one for one in talks if shared_interests(conversation_of(one), "Alice", WORDS)]

    assert len(wrong) <= 1


@pytest.mark.parametrize("rows", [[], [(0, 0, "I loved our walk")]])
def test_little_shows_nothing(rows: Rows) -> None:
    assert found(chat(rows)) == ()


def test_a_language_without_these_words_shows_nothing() -> None:
    conversation = days_with(GLAD["both ways"])

    assert shared_interests(conversation, "Alice", INTERESTS, language="xx") == ()


def test_words_with_signs_are_words() -> None:
    conversation = days_with("A: loved our card games\nB: so did i")

    assert len(shared_interests(conversation, "Alice", {"games": ("(card) games*", "(", "")})) == 1


def test_mistakes_are_told(tmp_path: Path) -> None:
    copyfile(CONTENT / "en" / FILE, tmp_path / FILE)
    text = (tmp_path / FILE).read_text(encoding="utf-8")

    (tmp_path / FILE).write_text(text.replace("[plans]", "[plan]"), encoding="utf-8")

    assert any("the key `plan` is unknown" in one.problem for one in check_gladly(tmp_path))


def test_what_ships_has_no_mistake() -> None:
    assert list(check_gladly(CONTENT / "en")) == []
