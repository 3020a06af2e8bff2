"""A letter from a month: which lines stand in it, how often, and what is wrong with its file."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.practice import (
    LetterLine,
    LetterPart,
    LetterPassage,
    check_letter,
    load_letter,
    passage,
    stretches,
)
from amends.text import CONTENT

MAY = date(2026, 5, 1)
JAR = LetterPart("work/evidence-jar.what", "In the jar:", most=3)


def lines(*said: tuple[int, str]) -> list[LetterLine]:
    return [LetterLine(MAY.replace(day=day), text) for day, text in said]


def made(given: list[LetterLine]) -> LetterPassage:
    found = passage(JAR, given, MAY)
    assert found
    return found


def test_lines_stand_in_the_order_of_their_days() -> None:
    found = made(lines((9, "The bill."), (2, "In at six.")))

    assert [(one.text, one.days[0].day) for one in found.quotes] == [
        ("In at six.", 2),
        ("The bill.", 9),
    ]


def test_lines_of_another_month_stay_out() -> None:
    late = LetterLine(date(2026, 6, 1), "Later.")
    year = LetterLine(date(2025, 5, 3), "A year before.")

    assert passage(JAR, [late, year], MAY) is None


def test_the_same_words_are_said_once_with_all_their_days() -> None:
    found = made(lines((3, "The group."), (10, "the  group."), (17, "The group.")))

    assert [(one.text, [day.day for day in one.days]) for one in found.quotes] == [
        ("The group.", [3, 10, 17])
    ]


def test_of_many_lines_the_first_the_last_and_some_between_are_taken() -> None:
    found = made(lines(*((day, f"Line {day}.") for day in range(1, 12))))

    assert [one.text for one in found.quotes] == ["Line 1.", "Line 6.", "Line 11."]
    assert found.left == 8


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 3, 1))))
def test_stretches_hold_every_day_and_no_other(days: list[date]) -> None:
    found = [
        first + timedelta(days=number)
        for first, last in stretches(days)
        for number in range((last - first).days + 1)
    ]

    assert found == sorted(set(days))


def test_no_line_shows_when_it_is_printed_for_a_log() -> None:
    assert "group" not in repr(made(lines((3, "The group."))))


def test_it_ends_with_no_praise() -> None:
    said = " ".join([*load_letter("en").opening, *load_letter("en").closing]).casefold()

    assert not any(word in said for word in ("well done", "proud", "score", "keep it up"))


@pytest.mark.parametrize(
    ("was", "becomes", "problem", "hint"),
    [
        ("evidence-jar.what", "evidence-jar.wat", "nothing called `work/evidence-jar.wat`", "mean"),
        ('day = "day"', 'day = "dya"', "nothing called `own/self-forgiveness.done.dya`", "mean"),
        ('from = "urges"', 'from = "urge"', "nothing called `urge`", "did you mean urges?"),
        ("most = 12", 'most = "12"', "`most` is not a whole number above 0", "such as 12"),
        ("closing = [", "closes = [", "the key `closes` is unknown here", "closing?"),
    ],
)
def test_a_mistake_is_told_with_its_hint(
    tmp_path: Path, was: str, becomes: str, problem: str, hint: str
) -> None:
    text = (CONTENT / "en" / "letter.toml").read_text(encoding="utf-8")
    (tmp_path / "letter.toml").write_text(text.replace(was, becomes), encoding="utf-8")
    sources = {part.source for part in load_letter("en").parts}

    found = check_letter(tmp_path, sources | {"own/self-forgiveness.done.day"})

    assert [problem in one.problem for one in found].count(True) == 1
    assert hint in found[0].hint


def test_the_letter_that_ships_is_sound() -> None:
    sources = {part.source for part in load_letter("en").parts}

    assert check_letter(CONTENT / "en", sources | {"own/self-forgiveness.done.day"}) == []
