"""A shorter run of kill.py, and proof that it would see a loss."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.durability.kill import LostError, Said, State, Step, compare

ROOT = Path(__file__).parents[2]
ADDED = Step("add", seed=7)
PAIR = Step("pair", seed=8)


def test_forty_kills_lose_nothing_and_tear_nothing() -> None:
    program = subprocess.run(
        [sys.executable, "-m", "tests.durability.kill", "40"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )

    assert program.returncode == 0, program.stdout + program.stderr
    assert "40 kills" in program.stdout


def compare_after(step: Step | None, *, before: State, found: State) -> None:
    compare(found, Said(before, begun={0: step} if step else {}))


@pytest.mark.parametrize("found", [{}, {"a": (1, "old")}, {"a": (2, "torn")}, {"b": (2, "new")}])
def test_it_sees_a_record_that_was_lost(found: State) -> None:
    with pytest.raises(LostError):
        compare_after(None, before={"a": (2, "new")}, found=found)


def test_it_sees_half_of_a_pair() -> None:
    with pytest.raises(LostError):
        compare_after(PAIR, before={}, found={"a": (1, PAIR.text)})


def test_it_sees_a_record_that_nobody_wrote() -> None:
    with pytest.raises(LostError):
        compare_after(ADDED, before={}, found={"a": (1, "something else")})


@pytest.mark.parametrize(
    ("step", "found"),
    [
        (ADDED, {"a": (1, "old")}),
        (ADDED, {"a": (1, "old"), "b": (1, ADDED.text)}),
        (PAIR, {"a": (1, "old"), "b": (1, PAIR.text), "c": (1, PAIR.text)}),
        (Step("change", 9, "a", 1), {"a": (1, "old")}),
        (Step("change", 9, "a", 1), {"a": (2, Step("change", 9).text)}),
        (Step("delete", 9, "a", 1), {}),
    ],
)
def test_what_was_only_begun_may_have_happened_or_not(step: Step, found: State) -> None:
    compare_after(step, before={"a": (1, "old")}, found=found)
