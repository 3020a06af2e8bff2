"""What no phrase can say."""

import pytest

from amends.coach.measures import MEASURES
from amends.text import Words, read_passage


def _measured(name: str, text: str, kind: str = "message") -> list[str]:
    spans = MEASURES[name](read_passage(text, Words()), kind)
    return [span.of(text) for span in spans]


def test_three_questions_in_a_row_are_a_barrage() -> None:
    text = "Hello. Who was it? Where? And why? Bye."

    assert _measured("question_barrage", text) == ["Who was it? Where? And why?"]


def test_two_questions_are_none() -> None:
    assert _measured("question_barrage", "Who was it? Where? Bye. Why?") == []


@pytest.mark.parametrize(
    "text",
    [
        'You asked "Who was it? Where? And why?" and I had no answer.',
        'You asked "who?" You asked "where?" You asked "why?" I lied three times.',
    ],
)
def test_questions_that_somebody_else_asked_are_no_barrage(text: str) -> None:
    assert _measured("question_barrage", text) == []


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("I said YOU NEVER LISTEN to me", ["YOU NEVER LISTEN"]),
        ("Why???", ["???"]),
        ("Stop it!!!", ["!!!"]),
        ("It is REALLY enough! Really?!", []),
        ("the GP and the NHS on ITV", []),
        ("I booked the MOT, GP, ISA and the rest", []),
        ("NHS/GP/A&E all closed", []),
        ("NO, NO, NO", ["NO, NO, NO"]),
        ("GET OUT, NOW", ["GET OUT, NOW"]),
        ("YOU LIED, YOU STOLE", ["YOU LIED, YOU STOLE"]),
        ('You wrote "I HATE YOU ALL!!!" on Sunday', []),
        ('WHY DID "you" SAY THAT', []),
    ],
)
def test_runs_of_capitals_and_marks_are_shouting(text: str, loud: list[str]) -> None:
    assert _measured("shouting", text) == loud


@pytest.mark.parametrize(("kind", "most"), [("message", 200), ("conflict", 250), ("apology", 400)])
def test_a_draft_floods_above_what_its_kind_can_bear(kind: str, most: int) -> None:
    assert _measured("flooding", "word " * most, kind) == []
    assert len(_measured("flooding", "word " * (most + 1), kind)) == 1
