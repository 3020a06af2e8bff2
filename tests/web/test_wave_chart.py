"""What is said of waves is what the numbers say."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.practice import Breath, Level, Urge, load_calm
from amends.web.charts.breath import drawn_breath
from amends.web.charts.wave import LASTS, told_one, wave_chart, waves_chart
from amends.web.content import words

BEGAN = datetime(2026, 11, 20, 23, 14, tzinfo=UTC)
STRENGTH = st.integers(0, 10)
PAIRS = st.lists(st.tuples(STRENGTH, STRENGTH), min_size=1, max_size=40)


def urge(before: int, after: int, day: int = 0) -> Urge:
    """Return an urge with a number at its beginning and one twenty minutes later."""
    began = BEGAN + timedelta(days=day)
    return Urge(began, levels=(Level(began, before), Level(began + timedelta(minutes=20), after)))


def sentence(pairs: list[tuple[int, int]]) -> str:
    chart = waves_chart([urge(*pair, day=day) for day, pair in enumerate(pairs)])
    return chart.sentence if chart else ""


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([(8, 4)], "One urge has two numbers: it fell from 8 to 4."),
        ([(4, 8)], "One urge has two numbers: it rose from 4 to 8."),
        ([(5, 5)], "One urge has two numbers: it stayed at 5."),
        (
            [(8, 4)] * 6 + [(8, 9)],
            "Of 7 urges, 6 were lower after twenty minutes; on average they fell from 8 to 4.7.",
        ),
        (
            [(8, 7), (2, 9)],
            "Of 2 urges, 1 was lower after twenty minutes; on average they rose from 5 to 8.",
        ),
        (
            [(3, 3), (4, 4)],
            "Of 2 urges, none was lower after twenty minutes; on average they stayed at 3.5.",
        ),
    ],
)
def test_the_sentence_says_how_they_went(pairs: list[tuple[int, int]], told: str) -> None:
    assert sentence(pairs) == told


@given(PAIRS)
def test_it_never_says_fell_when_they_rose(pairs: list[tuple[int, int]]) -> None:
    told = sentence(pairs)

    change = sum(after for _, after in pairs) - sum(before for before, _ in pairs)
    assert ("fell" not in told) or change < 0
    assert ("rose" not in told) or change > 0


@given(PAIRS)
def test_the_numbers_in_the_sentence_are_those_of_the_urges(pairs: list[tuple[int, int]]) -> None:
    told = sentence(pairs)

    lower = sum(after < before for before, after in pairs)
    counted = re.search(r"Of (\d+) urges, (\d+|none) (?:was|were) lower", told)
    assert len(pairs) == 1 or (counted and counted[1] == str(len(pairs)))
    assert len(pairs) == 1 or (counted and counted[2] == (str(lower) if lower else "none"))


def test_without_two_numbers_there_is_no_picture() -> None:
    assert waves_chart([Urge(BEGAN), Urge(BEGAN).with_level(8, BEGAN)]) is None


def test_every_line_has_its_row_in_the_table() -> None:
    chart = waves_chart([urge(8, 4), urge(6, 2, day=1)])

    assert chart
    assert [(row.before, row.after) for row in chart.rows] == [(6, 2), (8, 4)]


def test_one_urge_is_told_number_by_number() -> None:
    one = urge(8, 4).with_level(3, BEGAN + timedelta(minutes=31))

    assert told_one(one) == "At the beginning 8 of 10; after 20 minutes 4; after 31 minutes 3."
    assert told_one(Urge(BEGAN)) == "No number was given."


@given(st.integers(-5000, 5000), STRENGTH)
def test_the_dot_is_where_the_clock_says_and_never_off_the_line(seconds: int, how: int) -> None:
    chart = wave_chart(Urge(BEGAN).with_level(how, BEGAN), BEGAN + timedelta(seconds=seconds))

    places = [tuple(map(float, one.split(","))) for one in chart.values.split(";")]
    assert chart.begin == min(LASTS, max(0, seconds))
    assert places[0][0] <= chart.now.x <= places[-1][0]
    assert places[0][1] - 0.1 <= chart.now.y <= places[-1][1] + 0.1


def test_after_its_end_only_numbers_that_were_given_are_drawn() -> None:
    ended = Urge(BEGAN, levels=urge(8, 4).levels, ridden=True)
    alone = Urge(BEGAN, levels=ended.levels[:1], ridden=False)

    assert wave_chart(ended, BEGAN).stroke.count(" ") == 1
    assert not wave_chart(alone, BEGAN).is_drawn


@given(st.integers(1, 9), st.integers(0, 9), st.integers(1, 9))
def test_a_breath_is_drawn_in_its_own_time(into: int, hold: int, out: int) -> None:
    drawn = drawn_breath(Breath(into, out, hold), words("urge")["breath"])

    times = [float(one) for one in drawn.reached.split(";")]
    assert drawn.seconds == into + hold + out
    assert times == sorted(times)
    assert (times[0], times[-1]) == (0, 1)
    assert len(times) == len(drawn.radii.split(";")) == len(drawn.eased.split(";")) + 1


def test_each_drawn_breath_of_the_exercises_is_told_in_words() -> None:
    breaths = [one.breath for one in load_calm() if one.breath]

    told = [drawn_breath(one, words("urge")["breath"]).sentence for one in breaths]

    assert all(str(one.seconds_out) in said for one, said in zip(breaths, told, strict=True))
    assert not any("{" in said for said in told)
