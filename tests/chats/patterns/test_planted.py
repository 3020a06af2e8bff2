"""What is planted in the days of a couple is found again, each time and nothing else."""

import pytest

from amends.chats.patterns import Pattern, seek
from amends.chats.talk import DAY, Talk
from tests.chats.patterns.conftest import SPOKEN, couple, everyday, said

BURSTS = range(2, 180, 5)
ARGUMENTS = (10, 31, 52, 80, 140)
HARMS = (7, 13, 20, 33, 55, 88, 130, 175)
"""An apology follows each but the last."""
BURST = "\n".join(["A: are you there"] * 6)
ARGUMENT = """
A: you always forget the rent
B: and you never ask me about money
A: not true
B: forget it
"""
HARM = "B: you were late again"
SORRY = "\nA: I'm so sorry, it won't happen again"


def planted_rows() -> list[tuple[int, int, str]]:
    """Return half a year of a couple, with what is planted in it."""
    rows = everyday(180, 1)
    for day in BURSTS:
        rows += said(day, 15, BURST)
    for day in ARGUMENTS:
        rows += said(day, 4, ARGUMENT)
    for day in HARMS:
        rows += said(day, 4, HARM + (SORRY if day != HARMS[-1] else ""))
    return rows


@pytest.fixture(scope="module")
def planted() -> Talk:
    return couple(planted_rows())


@pytest.fixture(scope="module")
def found(planted: Talk) -> dict[tuple[str, str], Pattern]:
    return {(one.name, one.side): one for one in seek(planted, SPOKEN)}


def days(pattern: Pattern, talk: Talk) -> list[int]:
    """Return the days on which it was seen, counted from the first."""
    first = int(talk.at[0]) // DAY
    return [int(talk.at[one.start]) // DAY - first for one in pattern.episodes]


def test_every_burst_is_found(found: dict[tuple[str, str], Pattern], planted: Talk) -> None:
    assert days(found["bursts", "mine"], planted) == list(BURSTS)


def test_every_argument_is_found(found: dict[tuple[str, str], Pattern], planted: Talk) -> None:
    returned = found["topics", "ours"]

    assert returned.about == "money"
    assert days(returned, planted) == list(ARGUMENTS)
    assert days(found["escalation", "ours"], planted) == list(ARGUMENTS)


def test_every_apology_is_found_with_its_repeat(
    found: dict[tuple[str, str], Pattern], planted: Talk
) -> None:
    again = found["sorry-again", "mine"]

    assert days(again, planted) == list(HARMS[:-1])
    assert [planted.texts[row] for one in again.episodes for row in one.rows] == [
        "I'm so sorry, it won't happen again", "you were late again"
    ] * 7  # fmt: skip
    assert "Days until then: 5, 6, 12, 21, 32, 41, 44. The gaps grow." in again.summary


def test_nothing_else_is_found(found: dict[tuple[str, str], Pattern]) -> None:
    assert list(found) == [
        ("bursts", "mine"),
        ("sorry-again", "mine"),
        ("escalation", "ours"),
        ("topics", "ours"),
    ]
