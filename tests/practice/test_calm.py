from pathlib import Path

import pytest

from amends.practice import Breath, Calm, CalmHelped, check_calm, load_calm
from amends.practice.calm import LONGEST

BREATH = 'title = "A"\nline = "B"\nkind = "breath"\nseconds = 60\nin = 4\nout = 6\n'
STEPS = 'title = "A"\nline = "B"\nkind = "steps"\n[[step]]\nsay = "Sit."\nseconds = 20\n'


def put(folder: Path, header: str, text: str = "Sit down.") -> Path:
    path = folder / "en" / "calm" / "01-one-thing.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"+++\n{header}+++\n{text}\n", encoding="utf-8")
    return folder


def test_there_are_at_least_eight_and_none_takes_longer_than_three_minutes() -> None:
    exercises = load_calm()

    assert len(exercises) >= 8
    assert [one.name for one in exercises if not 0 < one.seconds <= LONGEST] == []
    assert {one.kind for one in exercises} == {"breath", "steps"}


@pytest.mark.parametrize("one", load_calm(), ids=lambda one: one.name)
def test_a_drawn_breath_ends_with_a_whole_one_and_out_is_longer(one: Calm) -> None:
    breath = one.breath or Breath(1, 2)

    assert one.breath is None or one.seconds % breath.seconds == 0
    assert breath.seconds_out > breath.seconds_in


def test_steps_begin_one_after_the_other(tmp_path: Path) -> None:
    more = '[[step]]\nsay = "Stand."\nseconds = 30\n[[step]]\nsay = "Go."\nseconds = 5\n'
    (one,) = load_calm("en", put(tmp_path, STEPS + more))

    assert (one.name, one.seconds, one.begins) == ("one-thing", 55, (0, 20, 50))


@pytest.mark.parametrize(
    ("header", "line", "problem"),
    [
        (BREATH.replace("out = 6", "oud = 6"), 7, "the key `oud` is unknown here"),
        (BREATH.replace("out = 6\n", ""), 1, "`out` is missing"),
        (BREATH.replace("60", "600"), 5, "this takes 600 seconds"),
        (BREATH.replace('"breath"', '"song"'), 4, "`kind` is not one of: breath, steps"),
        (STEPS.replace("say", "says"), 6, "the key `says` is unknown here"),
        (STEPS.replace("20", "300"), 1, "this takes 300 seconds"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, header: str, line: int, problem: str
) -> None:
    found = check_calm(put(tmp_path, header) / "en")

    assert (found[0].line, found[0].problem) == (line, problem)


def test_without_a_text_nobody_who_hears_the_page_knows_what_to_do(tmp_path: Path) -> None:
    (found,) = check_calm(put(tmp_path, BREATH, "") / "en")

    assert found.problem == "the text is missing"


def test_an_exercise_with_a_mistake_is_left_out_at_night(tmp_path: Path) -> None:
    assert load_calm("en", put(tmp_path, BREATH.replace("in = 4", "in = 0"))) == ()


def test_what_helped_stands_first_the_latest_before_the_others() -> None:
    one, two, three, *_ = load_calm()
    helped = CalmHelped().with_one(two.name).with_one(three.name).with_one(two.name)

    assert helped.names == (two.name, three.name)
    assert helped.first([one, two, three]) == [two, three, one]
