"""The small kindnesses: what ships, what is told of mistakes, and that nothing is counted."""

import inspect
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import get_type_hints

import pytest

from amends.text import CONTENT, ContentError
from amends.together import (
    Gesture,
    Like,
    Noticed,
    Reason,
    check_surprises,
    latest_noticed,
    load_surprises,
    noticed,
    surprises,
)

SURPRISES = load_surprises("en")


def test_there_are_about_ninety_in_five_kinds() -> None:
    assert 85 <= len(SURPRISES.every) <= 120
    assert {one.kind for one in SURPRISES.every} == {"note", "text", "act", "time", "thing"}


def test_most_cost_nothing_and_ask_nothing() -> None:
    assert sum(one.cost == 0 for one in SURPRISES.every) >= 60
    assert sum(one.pressure == 0 for one in SURPRISES.every) >= 60


def test_each_is_for_two_who_are_together() -> None:
    assert {one.phase for one in SURPRISES.every} == {("together",)}


def test_each_reason_has_its_sentence() -> None:
    assert {*SURPRISES.reasons} == {*Reason}


def test_what_ships_is_sound() -> None:
    assert list(check_surprises(CONTENT / "en")) == []


def test_the_newest_kindness_stands_first_and_five_show() -> None:
    day = date(2026, 3, 1)
    seen = [Noticed("tea", day + timedelta(days=number)) for number in range(9)]

    shown = latest_noticed(seen)

    assert [one.on.day for one in shown] == [9, 8, 7, 6, 5]


@pytest.mark.parametrize("module", [surprises, noticed])
def test_nothing_returns_a_number_of_what_anyone_owes(module: object) -> None:
    functions = [
        function
        for owner in (module, surprises.Surprises, Like, Gesture, Noticed)
        for name, function in inspect.getmembers(owner, inspect.isfunction)
        if not name.startswith("__")
        and function.__module__ in {surprises.__name__, noticed.__name__}
    ]

    assert functions
    for function in functions:
        assert get_type_hints(function)["return"] not in {int, float}
        assert not {"balance", "total", "owed", "count"} & {*function.__name__.split("_")}


def test_no_value_holds_a_number_of_what_anyone_owes() -> None:
    fields = {name for kind in (Like, Gesture, Noticed) for name in get_type_hints(kind)}

    assert fields == {"KIND", "what", "kind", "said_how", "on", "surprise", "like", "done"}


def test_what_was_written_is_not_in_how_a_value_shows_itself() -> None:
    day = date(2026, 3, 1)

    assert "canary" not in repr(Like("canary", "food", "said", day))
    assert "canary" not in repr(Noticed("canary", day))


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('phase = ["together"]', 'phase = ["space"]', "`phase` is not a list with some of"),
        ("cost = 0", "cost = 3", "`cost` is not a whole number from 0 to 2"),
        ("pressure = 0", 'pressure = "low"', "`pressure` is not a whole number from 0 to 2"),
        ('kind = "note"', 'kind = "gift"', "`kind` is not one of"),
        ('needs = "words"', 'needs = "love"', "`needs` is not one of"),
        ('id = "on-the-mirror"', 'id = "a-note-in-the-coat"', "is there twice"),
        ('title = "On the', f'title = "{"On " * 25}the', "the title is too long"),
        ('line = "Write one', f'line = "{"Write " * 40}one', "the line is too long"),
        ("too_soon = ", "to_soon = ", "the key `to_soon` is unknown here"),
        ("in {month}: {what}", "in {year}: {what}", "there is a place that nothing fills"),
        ("in {month}: {what}", "in {month: {what}", "there is a place that nothing fills"),
        ("[reason]", "[reasons]", "the key `reasons` is unknown here"),
        ("[[surprise]]", "[[surprise", "the file is not TOML"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, was: str, becomes: str, told: str) -> None:
    shutil.copytree(CONTENT / "en" / "together", tmp_path / "en" / "together")
    path = tmp_path / "en" / "together" / "surprises.toml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")

    assert any(told in one.problem and one.hint for one in check_surprises(tmp_path / "en"))
    with pytest.raises(ContentError):
        load_surprises("en", tmp_path)


def test_a_liking_with_few_answers_is_told(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "en" / "together", tmp_path / "together")
    path = tmp_path / "together" / "surprises.toml"
    text = path.read_text(encoding="utf-8").replace('needs = "music"', 'needs = "rest"')
    path.write_text(text, encoding="utf-8")

    problems = [one.problem for one in check_surprises(tmp_path)]

    assert problems == ["too few surprises answer a liking for music"]


def test_a_language_without_surprises_is_no_mistake(tmp_path: Path) -> None:
    assert list(check_surprises(tmp_path)) == []
