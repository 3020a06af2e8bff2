"""Habits to begin from: all that ships is sound, and every mistake is told with its line."""

import shutil
from pathlib import Path

import pytest

from amends.cli.commands.content_check import problems_in
from amends.journey import Program
from amends.practice import check_habit_examples, load_habit_examples
from amends.text import CONTENT

SOUND = """\
+++
title = "Telling the time"
harm = "I came late."
cue = "I look at the clock"
act = "I put on my shoes"
seen = "I am early."
evidence = ["if-then"]
+++
They waited.
"""


def folder(tmp_path: Path, text: str) -> Path:
    """Write one habit; return the folder of its language."""
    home = tmp_path / "en"
    (home / "habits").mkdir(parents=True)
    (home / "habits" / "late.md").write_text(text, encoding="utf-8")
    return home


def told(home: Path) -> list[tuple[int, str]]:
    found = check_habit_examples(home, {"if-then"})
    return [(problem.line, problem.problem) for problem in found]


def test_all_that_ships_is_sound() -> None:
    assert check_habit_examples(CONTENT / "en", Program.load("en").evidence) == []
    assert len(load_habit_examples("en")) >= 15


def test_no_two_that_ship_have_the_same_title_or_plan() -> None:
    examples = load_habit_examples("en")

    for part in ("title", "harm", "cue", "act"):
        assert len({getattr(one, part) for one in examples}) == len(examples)


def test_a_sound_one_is_read_as_it_stands(tmp_path: Path) -> None:
    home = folder(tmp_path, SOUND)

    (found,) = load_habit_examples("en", home.parent)

    assert (found.id, found.cue, found.why) == ("late", "I look at the clock", "They waited.")
    assert told(home) == []


@pytest.mark.parametrize(
    ("before", "after", "line", "problem"),
    [
        ('cue = "I look at the clock"\n', "", 1, "`cue` is missing"),
        ("my shoes", "my shoes.", 5, "`act` ends with a full stop"),
        ('["if-then"]', '["if-than"]', 7, "there is no evidence `if-than`"),
        ('["if-then"]', '"if-then"', 7, "`evidence` is not a list of texts"),
        ("They waited.\n", "\n", 9, "the habit does not say why"),
        ("seen", "seem", 6, "the key `seem` is unknown here"),
        ("+++\ntitle", "title", 1, "the header is missing"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    before: str, after: str, line: int, problem: str, tmp_path: Path
) -> None:
    home = folder(tmp_path, SOUND.replace(before, after))

    assert (line, problem) in told(home)


def test_one_with_a_mistake_is_left_out(tmp_path: Path) -> None:
    home = folder(tmp_path, SOUND.replace("They waited.", ""))

    assert load_habit_examples("en", home.parent) == ()


def test_the_content_check_looks_at_them(tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    (content / "en" / "habits" / "late.md").write_text(SOUND.replace("harm", "ham"))

    problems = [str(problem) for problem in problems_in(content)]

    assert any("late.md:3: the key `ham` is unknown here" in problem for problem in problems)
