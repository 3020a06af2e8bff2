"""The ideas for dates: what ships, and what is told of mistakes."""

import re
import shutil
from collections import Counter
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from amends.text import CONTENT, ContentError
from amends.together import (
    COSTS,
    ENERGIES,
    PLACES,
    SEASONS,
    DateNote,
    HowOffScale,
    Wishes,
    check_dates,
    load_dates,
    season_of,
)

EVIDENCE = {"novelty-2013"}
DATES = load_dates("en")
NEEDS_A_SCREEN = re.compile(
    r"\b(phones?|app|online|video|screen|laptop|streaming)\b", re.IGNORECASE
)
NEEDS_A_CAR = re.compile(r"\b(drive to|by car|the car)\b", re.IGNORECASE)
DRINKS = re.compile(r"\b(wine|beer|cocktail|whisky|champagne|pub|bar)\b", re.IGNORECASE)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(CONTENT / "en" / "together", tmp_path / "en" / "together")
    return tmp_path / "en"


def told(home: Path, was: str, becomes: str, name: str = "dates.toml") -> list[tuple[int, str]]:
    path = home / "together" / name
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    return [(one.line, f"{one.problem} / {one.hint}") for one in check_dates(home, EVIDENCE)]


def test_there_are_more_than_320_and_no_two_are_named_alike() -> None:
    assert len(DATES.ideas) >= 320
    assert len({one.title.casefold() for one in DATES.ideas}) == len(DATES.ideas)


def test_no_two_lines_say_nearly_the_same() -> None:
    words = [frozenset(re.findall(r"\w{4,}", one.line.casefold())) for one in DATES.ideas]

    alike = [
        (DATES.ideas[one].id, DATES.ideas[other].id)
        for one, other in product(range(len(words)), repeat=2)
        if one < other and len(words[one] & words[other]) / len(words[one] | words[other]) > 0.3
    ]
    assert alike == []


def test_every_cost_energy_place_and_season_has_three_at_least() -> None:
    there = Counter(
        (one.cost, one.energy, one.place, season)
        for one in DATES.ideas
        for season in SEASONS
        if {season, "any"} & {*one.seasons}
    )

    every = [*product(COSTS, ENERGIES, PLACES, SEASONS)]
    assert min(there[one] for one in every) >= 3


def test_many_cost_nothing_ask_little_or_stay_at_home() -> None:
    assert sum(one.cost == 0 for one in DATES.ideas) >= 120
    assert sum(one.energy == "low" for one in DATES.ideas) >= 120
    assert sum(one.place == "home" for one in DATES.ideas) >= 120
    assert sum(one.children == "fine" for one in DATES.ideas) >= 200


def test_none_needs_a_screen_a_car_or_a_drink() -> None:
    said = [f"{one.title} {one.line}" for one in DATES.ideas]

    assert [one for one in said if NEEDS_A_CAR.search(one) or DRINKS.search(one)] == []
    with_a_screen = [one for one in said if NEEDS_A_SCREEN.search(one)]
    assert all("the phones in a drawer" in one for one in with_a_screen)


def test_what_moves_the_body_says_how_else_it_goes() -> None:
    header = (CONTENT / "en/together/dates.toml").read_text(encoding="utf-8")

    moving = [one for one in DATES.ideas if one.body == "moving"]
    assert len(moving) == len(re.findall(r"^otherwise = ", header, re.MULTILINE))


def test_the_words_of_a_tap_and_of_a_cost_are_four() -> None:
    assert (len(DATES.how), len(DATES.costs)) == (4, 4)
    assert DATES.evidence == ("novelty-2013",)
    assert "101 couples" in DATES.about


def test_what_ships_is_sound() -> None:
    assert list(check_dates(CONTENT / "en", EVIDENCE)) == []


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("minutes = 45", "minutes = 5", "`minutes` is not a whole number from 10 to 480"),
        ("minutes = 45", "minutes = true", "`minutes` is not a whole number from 10 to 480"),
        ("cost = 0", "cost = 4", "`cost` is not a whole number from 0 to 3"),
        ('pull = "familiar"', 'pull = "old"', "`pull` is not one of: familiar, new"),
        ('place = "home"', 'place = "house"', "`place` is not one of: home, near, out"),
        ('children = "fine"', 'children = "ok"', "`children` is not one of"),
        ('seasons = ["any"]', 'seasons = ["any", "winter"]', "`any` stands beside a season"),
        ('seasons = ["any"]', 'seasons = ["fall"]', "`seasons` is not a list with some of"),
        ('body = "easy"', 'body = "moving"', "`body` and `otherwise` do not agree"),
        ("exciting = false", "thrilling = false", "the key `thrilling` is unknown here"),
        ('title = "Supper by', f'title = "{"Long " * 12}Supper by', "the title is too long"),
        ('line = "Switch', f'line = "{"So on. " * 30}Switch', "the line is too long"),
        ('["cooking", "rest"]', '["cookery", "rest"]', "there is no interest `cookery`"),
        ('["novelty-2013"]', '["novelty-1913"]', "there is no evidence `novelty-1913`"),
        ('id = "taste-with', 'id = "supper-by-candle-stubs" #', "is there twice"),
        ('how = ["not for me", ', "how = [", "`how` is not a list of 4 texts"),
        ("[[date]]", "[[date", "the file is not TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_hint(
    home: Path, was: str, becomes: str, problem: str
) -> None:
    lines = told(home, was, becomes)

    assert any(problem in said for _, said in lines)
    assert all(line > 1 and not said.endswith("/ ") for line, said in lines)


def test_a_gap_in_the_spread_is_told(home: Path) -> None:
    path = home / "together" / "dates.toml"
    head, *tables = path.read_text(encoding="utf-8").split("[[date]]")
    kept = [one for one in tables if 'seasons = ["winter"]' not in one or "cost = 3" not in one]
    kept = [one for one in kept if "cost = 3" not in one or 'place = "out"' not in one]
    path.write_text("[[date]]".join([head, *kept]), encoding="utf-8")

    problems = [one.problem for one in check_dates(home, EVIDENCE)]

    assert "no idea costs 3 with high energy, out, in winter" in problems


def test_dates_with_a_mistake_are_not_read(home: Path) -> None:
    told(home, "cost = 0", "cost = 9")

    with pytest.raises(ContentError):
        load_dates("en", home.parent)


def test_a_language_without_dates_is_no_mistake(tmp_path: Path) -> None:
    assert list(check_dates(tmp_path, EVIDENCE)) == []


def test_a_note_takes_two_taps_and_no_more() -> None:
    with pytest.raises(HowOffScale):
        DateNote("taste-with-closed-eyes", date(2026, 3, 1), how=4)


def test_seasons_turn_round_south_of_the_equator() -> None:
    months = [date(2026, month, 15) for month in (1, 4, 7, 10, 12)]

    north = ["winter", "spring", "summer", "autumn", "winter"]
    south = ["summer", "autumn", "winter", "spring", "summer"]
    assert [season_of(day) for day in months] == north
    assert [season_of(day, is_south=True) for day in months] == south


def test_children_in_bed_leave_what_can_be_done_with_them_open() -> None:
    awake = [one for one in DATES.ideas if one.fits(Wishes(children="fine"))]
    asleep = [one for one in DATES.ideas if one.fits(Wishes(children="asleep"))]

    assert {*awake} < {*asleep}
