"""Closer questions: what ships, which comes next, and what is told of mistakes."""

import re
import shutil
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from amends.text import CONTENT, ContentError
from amends.together import (
    Answered,
    Asking,
    Deck,
    Grade,
    Question,
    check_decks,
    grade_reached,
    load_decks,
    next_question,
    worth_returning,
)

DECKS = load_decks("en")
EVERY = [one for deck in DECKS for one in deck.questions]
TODAY = date(2026, 6, 1)
TRAP = re.compile(
    r"\b(ever (lied|cheated)|admit|confess|did wrong|your fault|better than|worse than|"
    r"do you (still )?(love|trust|forgive) me|why (did|do|have) you|on a scale|from 0 to)\b",
    re.IGNORECASE,
)


def answered(grade: Grade, number: int) -> list[Answered]:
    return [Answered(one.id, TODAY) for one in EVERY if one.grade == grade][:number]


def asked(asking: Asking, times: int) -> list[Question]:
    """Return the questions that come when each is answered by both as it comes."""
    done: list[Question] = []
    for _ in range(times):
        every = (*asking.answered, *(Answered(one.id, TODAY) for one in done))
        now = Asking(every, asking.opened, asking.skipped, asking.most)
        question = next_question(DECKS, now, "seed")
        if question is None:
            break
        done.append(question)
    return done


def test_there_are_more_than_120_in_every_grade() -> None:
    grades = Counter(one.grade for one in EVERY)

    assert len(EVERY) >= 120
    assert all(grades[grade] >= 30 for grade in Grade)
    assert len({one.ask for one in EVERY}) == len({one.id for one in EVERY}) == len(EVERY)


def test_every_deck_has_all_three_grades() -> None:
    assert all({one.grade for one in deck.questions} == {*Grade} for deck in DECKS)


def test_none_traps_tests_compares_or_asks_for_a_confession() -> None:
    assert [one.ask for one in EVERY if TRAP.search(one.ask)] == []


def test_what_ships_is_sound() -> None:
    assert list(check_decks(CONTENT / "en")) == []


def test_only_light_ones_come_first() -> None:
    assert {one.grade for one in asked(Asking(), 5)} == {Grade.LIGHT}


@pytest.mark.parametrize(
    ("light", "nearer", "reached"),
    [(4, 0, 1), (5, 0, 2), (4, 9, 1), (5, 4, 2), (5, 5, 3)],
)
def test_a_grade_opens_when_both_answered_five_below(light: int, nearer: int, reached: int) -> None:
    done = [*answered(Grade.LIGHT, light), *answered(Grade.NEARER, nearer)]

    assert grade_reached(DECKS, done) == reached


def test_the_same_question_answered_often_counts_once() -> None:
    assert grade_reached(DECKS, answered(Grade.LIGHT, 1) * 9) is Grade.LIGHT


def test_all_of_them_come_once() -> None:
    done = asked(Asking(), 500)

    assert len(done) == len({one.id for one in done}) == len(EVERY)


def test_no_deeper_than_both_want() -> None:
    done = asked(Asking(most=Grade.NEARER), 500)

    assert {one.grade for one in done} == {Grade.LIGHT, Grade.NEARER}


def test_a_skipped_one_returns_only_when_asked_for() -> None:
    skipped = frozenset(one.id for one in EVERY if one.grade is Grade.LIGHT)

    assert next_question(DECKS, Asking(skipped=skipped)) is None
    assert next_question(DECKS, Asking(skipped=skipped, with_skipped=True))


def test_what_is_open_is_not_asked_again() -> None:
    first = next_question(DECKS, Asking(), "seed")
    assert first

    second = next_question(DECKS, Asking(opened=frozenset({first.id})), "seed")

    assert second != first


def test_one_deck_can_be_chosen() -> None:
    question = next_question(DECKS, Asking(), "seed", deck="money")

    assert question
    assert question.deck == "money"
    assert next_question(DECKS, Asking(), "seed", deck="nothing") is None


def test_the_order_hangs_on_the_seed_alone() -> None:
    firsts = {next_question(DECKS, Asking(), str(seed)) for seed in range(20)}

    assert len(firsts) > 5
    assert next_question(DECKS, Asking(), "a") == next_question(DECKS[::-1], Asking(), "a")


def test_after_ninety_days_an_answer_is_worth_returning_to() -> None:
    old, older, new = (
        Answered(name, TODAY - timedelta(days=days))
        for name, days in (("dreams/learn", 90), ("us/team", 200), ("time/late", 89))
    )

    assert worth_returning([old, new, older], TODAY) == (older, old)


def test_what_was_answered_anew_waits_again() -> None:
    first = Answered("dreams/learn", TODAY - timedelta(days=200))
    again = Answered("dreams/learn", TODAY - timedelta(days=10))

    assert worth_returning([again, first], TODAY) == ()


def test_without_decks_there_is_no_question() -> None:
    none: tuple[Deck, ...] = ()

    assert next_question(none, Asking()) is None


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("grade = 1", "grade = 4", "`grade` is not a whole number from 1 to 3"),
        ("grade = 1", "grade = true", "`grade` is not a whole number from 1 to 3"),
        ('id = "free-year"', 'id = "as-a-child"', "the id `as-a-child` is there twice"),
        ('ask = "What did', f'ask = "{"What " * 30}did', "the question is too long"),
        ("and at fifteen?", "and at fifteen.", "this asks nothing"),
        ('line = "What you', 'about = "What you', "the key `about` is unknown here"),
        ("[[question]]", "[[question", "the file is not TOML"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, was: str, becomes: str, told: str) -> None:
    shutil.copytree(CONTENT / "en" / "together", tmp_path / "en" / "together")
    path = tmp_path / "en" / "together" / "decks" / "04-dreams.toml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")

    assert any(told in one.problem and one.hint for one in check_decks(tmp_path / "en"))
    with pytest.raises(ContentError):
        load_decks("en", tmp_path)


def test_a_deck_without_a_light_question_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "together" / "decks"
    folder.mkdir(parents=True)
    deep = 'title = "T"\nline = "L"\n[[question]]\nid = "a"\ngrade = 3\nask = "What?"\n'
    (folder / "01-deep.toml").write_text(deep, encoding="utf-8")
    (folder / "deep.toml").write_text(deep, encoding="utf-8")

    problems = [one.problem for one in check_decks(tmp_path)]

    assert problems == ["there is no light question", "the name of the file is not a deck's"]
