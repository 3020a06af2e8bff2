"""The guard: which pages it speaks of, and above all which not."""

from datetime import datetime, timedelta
from functools import cache

import pytest

from amends.practice import Evening, Heard, JournalPage, Judgement, Sitting, Turns, evening, judge
from tests.bench_loops import count
from tests.practice.diaries import HELD, TUNE, load

AT = datetime.fromisoformat("2026-03-05T21:00+01:00")
TURNING = (
    "Why did I say it at the table? I keep seeing the plate and the fork. I should have kept quiet."
)
AGAIN = "The plate again, the fork. Why did I not keep quiet at the table? I will never know why."
MOVING = "I rang Tom about the table. He told me that the plate was his. Next Tuesday we mend it."
SHORT_EVENING = Evening(1, 40, 5)


@cache
def turns() -> Turns:
    return Turns.load("en")


def page(text: str, days: float = 0, act: str = "", hour: int = 21) -> JournalPage:
    at = AT.replace(hour=hour) - timedelta(days=days)
    return JournalPage("opening/one-hour", (Sitting(at, at - timedelta(minutes=5), text),), act)


def heard(last: JournalPage, *others: JournalPage, tonight: Evening = SHORT_EVENING) -> Judgement:
    return judge(last, others, tonight, turns())


def test_the_third_page_about_the_same_thing_turns() -> None:
    found = heard(page(AGAIN), page(TURNING, 3), page(AGAIN, 2))

    assert found.heard == Heard.TURNING
    assert [one.at.day for one in found.alike] == [2, 3]


def test_the_second_page_does_not() -> None:
    assert heard(page(AGAIN), page(TURNING, 3)).heard == Heard.FRESH


def test_a_page_that_goes_somewhere_does_not() -> None:
    assert heard(page(MOVING), page(TURNING, 3), page(AGAIN, 2)).heard == Heard.FRESH


def test_the_same_routine_every_day_does_not() -> None:
    run = "Ran five km, slept seven hours, called mum, did the dishes, no drink, soup."

    assert heard(page(run), page(run, 1), page(run, 2), page(run, 3)).heard == Heard.FRESH


def test_many_questions_about_other_things_do_not() -> None:
    other = "Why was Paul so short with me at lunch? What was I thinking about his cat?"
    third = "Why did the train stop at Leeds? How could I know about the signal?"

    assert heard(page(third), page(other, 1), page(TURNING, 2)).heard == Heard.FRESH


def test_a_page_of_three_weeks_ago_counts_no_more() -> None:
    assert heard(page(AGAIN), page(TURNING, 21), page(AGAIN, 2)).heard == Heard.FRESH


def test_a_note_is_left_alone() -> None:
    assert heard(page("Why? The plate."), page(TURNING, 3), page(AGAIN, 2)).heard == Heard.FRESH


def test_an_empty_page_is_left_alone() -> None:
    assert heard(page(""), page("", 1), page("", 2)).heard == Heard.FRESH


@pytest.mark.parametrize(
    ("hour", "tonight", "said"),
    [
        (23, Evening(3, 90, 9), Heard.CLOSE),
        (1, Evening(1, 40, 15), Heard.CLOSE),
        (4, Evening(2, 250, 9), Heard.CLOSE),
        (23, Evening(1, 40, 5), Heard.TURNING),
        (21, Evening(3, 400, 40), Heard.TURNING),
        (5, Evening(3, 400, 40), Heard.TURNING),
    ],
)
def test_the_book_is_closed_when_it_is_late_and_long(
    hour: int, tonight: Evening, said: Heard
) -> None:
    last = page(AGAIN, -1, hour=hour)

    assert heard(last, page(TURNING, 3), page(AGAIN, 2), tonight=tonight).heard == said


def test_late_and_long_alone_is_nothing() -> None:
    late = page(MOVING, -1, hour=1)

    long = Evening(3, 900, 40)

    assert heard(late, page(TURNING, 3), page(AGAIN, 2), tonight=long).heard == Heard.FRESH


def test_an_act_counts_for_much() -> None:
    mixed = (
        "The plate, the fork on the table. Why did I say it? I rang Tom. He told me of the plate."
    )
    before = (page(mixed, 3), page(AGAIN, 2))

    assert heard(page(mixed), *before).heard == Heard.TURNING
    assert heard(page(mixed, act="Mend the plate on Friday."), *before).heard == Heard.FRESH


def test_later_pages_do_not_count() -> None:
    assert heard(page(AGAIN), page(TURNING, -3), page(AGAIN, -2)).heard == Heard.FRESH


def test_the_order_of_pages_does_not_matter() -> None:
    one, other = page(TURNING, 3), page(AGAIN, 2)

    assert heard(page(AGAIN), one, other) == heard(page(AGAIN), other, one)


@pytest.mark.parametrize("half", [TUNE, HELD])
def test_false_alarms_stay_under_a_tenth(half: str) -> None:
    assert count(load(half), turns()).false_alarms < 0.1


def test_it_notices_most_looping_diaries() -> None:
    found = count(load(HELD), turns())

    assert found.diaries >= 8
    assert found.recall >= 0.4


@pytest.mark.parametrize("half", [TUNE, HELD])
def test_there_are_enough_diaries_of_both_sorts(half: str) -> None:
    diaries = load(half)

    assert min(sum(one.loops for one in diaries), sum(not one.loops for one in diaries)) >= 10
    assert all(5 <= len(one.pages) <= 15 for one in diaries)


def test_a_page_is_judged_alike_with_its_evening() -> None:
    pages = [page(TURNING, 3), page(AGAIN, 2), page(AGAIN)]

    assert judge(pages[2], pages, evening(pages, pages[2].at), turns()).heard == Heard.TURNING
