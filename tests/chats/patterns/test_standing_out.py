"""Each pattern stands out of an ordinary half year in which it is planted, on the side it is on."""

from collections.abc import Callable

import numpy as np
import pytest

from amends.chats import Conversation, Messages
from amends.chats.patterns import find, modules, seek
from amends.chats.talk import DAY, Talk
from tests.chats.patterns.conftest import (
    FIRST,
    SPOKEN,
    couple,
    everyday,
    heard,
    random_talk,
    said,
)

Rows = list[tuple[int, int, str]]
HALF_YEAR = range(180)


def every(days: int, hour: int, lines: str) -> Rows:
    """Return lines at one hour of every so many days."""
    return [row for day in HALF_YEAR[::days] for row in said(day, hour, lines)]


def without(rows: Rows, begin: float, end: float, days: int) -> Rows:
    """Return rows less a stretch of every so many days, counted in days from their midnight."""
    return [row for row in rows if not begin <= (row[0] - FIRST) / DAY % days < end]


PLANTED: dict[str, Callable[[Rows], Rows]] = {
    "blame": lambda rows: rows + every(9, 15, "A: you never listen\nB: so"),
    "contempt": lambda rows: rows + every(9, 15, "A: what are you, five\nB: so"),
    "demand-silence": lambda rows: rows + every(9, 23, "B: good night\nA: we need to talk"),
    "good-news": lambda rows: rows + every(18, 15, "B: good news\nA: that's great"),
    "late-answers": lambda rows: (
        without(rows, 0.9, 1.9, 3) + every(3, 23, "B: tell me") + every(3, 37, "A: hm")
    ),
    "night": lambda rows: rows + every(4, 3, "A: I can't sleep"),
    "nudges": lambda rows: rows + every(3, 0, "A: one") + every(3, 1, "A: two"),
    "pressure": lambda rows: rows + every(9, 15, "A: you owe me an answer\nB: so"),
    "reassurance": lambda rows: rows + every(9, 15, "A: do you still love me\nB: yes"),
    "repair": lambda rows: rows + every(18, 15, "B: you never call\nA: you're right"),
    "silences": lambda rows: without(rows, 0, 3, 8) + every(8, 72, "A: hi"),
    "starts": lambda rows: without(rows, 0, 0.4, 1) + every(1, 9, "A: good morning"),
    "thanks": lambda rows: rows + every(9, 15, "A: thank you\nB: sure"),
    "unanswered": lambda rows: rows + every(3, 0, "A: hi") + every(3, 2, "A: hi") * 2
    + every(3, 4, "A: hi") + every(3, 6, "A: hi"),
}  # fmt: skip
"""What is not here, is planted in test_planted.py."""


@pytest.mark.parametrize("name", PLANTED)
def test_it_stands_out_on_my_side_alone(name: str) -> None:
    found = seek(couple(PLANTED[name](everyday(180, 1))), SPOKEN)

    assert [one.side for one in found if one.name == name] == ["mine"]


def test_it_is_the_same_for_the_other() -> None:
    rows = [(at, 1 - who, text) for at, who, text in PLANTED["thanks"](everyday(180, 1))]

    [found] = seek(couple(rows), SPOKEN)

    assert (found.side, found.count) == ("theirs", 20)
    assert found.summary == "They said thank you 20 times. Yours: 0."


def test_no_number_is_without_its_messages() -> None:
    rows = [row for plant in PLANTED.values() for row in plant(everyday(90, 1))]

    found = seek(couple(rows), SPOKEN)

    assert found
    assert all(seen.rows for one in found for seen in one.episodes)


@pytest.mark.parametrize("number", [0, 1, 2, 199])
def test_a_short_talk_says_nothing(number: int) -> None:
    assert seek(random_talk(number, 1), SPOKEN) == []


ALL_AT_ONCE = ["sorry late again, you never, thank you, good news, we need to talk, the rent"] * 300


def test_one_who_writes_alone_has_no_pattern_with_anyone() -> None:
    alone = heard(np.arange(300) * DAY, np.zeros(300), ALL_AT_ONCE)

    assert seek(alone, SPOKEN) == []


def test_everything_in_one_second_is_one_sitting() -> None:
    at_once = heard(np.zeros(300), np.arange(300) % 2, ALL_AT_ONCE)

    assert at_once.sittings == 1
    assert seek(at_once, SPOKEN) == []


def test_an_empty_conversation_shows_nothing() -> None:
    assert find(Conversation(Messages(), (), b""), "Alice") == []


def test_every_module_finds_nothing_in_nothing() -> None:
    empty: Talk = heard([], [], [])

    for module in modules():
        abouts = module.abouts(empty) if hasattr(module, "abouts") else [()]
        assert all(len(module.find(empty, *([one] if one else []))) == 0 for one in abouts)


def test_it_tells_how_far_it_is_and_finds_the_same(told_of: Conversation) -> None:
    heard: list[float] = []

    found = find(told_of, "Alice", told=heard.append)

    assert found == find(told_of, "Alice")
    assert heard == sorted(heard)
    assert heard[-1] == pytest.approx(1.0)


def test_a_pattern_is_printed_without_a_word_of_the_chat(told_of: Conversation) -> None:
    (found, *_) = find(told_of, "Alice")

    assert repr(found) == f"<Pattern {found.name}, {found.side}: {found.count} times>"
    assert found.summary in found._repr_html_()
    assert "are you there" not in found._repr_html_()


@pytest.fixture(scope="module")
def told_of() -> Conversation:
    rows = sorted(everyday(120, 1) + every(4, 9, "\n".join(["A: are you there"] * 9)))
    messages = Messages()
    for at, who, text in rows:
        messages.add(at, ("Alice", "Bob")[who], text)
    return Conversation(messages, (), bytes(len(messages)))
