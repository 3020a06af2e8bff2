"""Twenty minutes in a terminal, with a clock that tests can move."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from amends.cli.breathing import WIDTH, frame
from amends.practice import Breath
from amends.text import CONTENT, load_table
from tests.cli.conftest import CANARY, Amends, Said

Terminal = Callable[..., tuple[Said, float]]
TEXT = load_table(CONTENT / "en" / "urge.toml").header


class Clock:
    """Time that passes while one sleeps, and stops when someone presses Ctrl-C."""

    def __init__(self, stop_after: float = 9e9) -> None:
        self.now = 100.0
        self.stop_at = self.now + stop_after

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.now >= self.stop_at:
            raise KeyboardInterrupt


@pytest.fixture
def terminal(amends: Amends, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return how to call the command in a terminal, and how many seconds it took."""

    def call(*words: str, stop_after: float = 9e9) -> tuple[Said, float]:
        clock = Clock(stop_after)
        monkeypatch.setattr(time, "monotonic", clock.monotonic)
        monkeypatch.setattr(time, "sleep", clock.sleep)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("TERM", "xterm")
        return amends("urge", *words), clock.now - 100

    return call


def test_the_first_line_helps(amends: Amends) -> None:
    said = amends("urge")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("You do not have to send it tonight.\n")


def test_without_a_terminal_everything_is_said_once(amends: Amends) -> None:
    said = amends("urge", "--minutes", "5")

    assert "\r" not in said.out
    assert "\x1b" not in said.out
    assert "Nothing of this is kept, and nothing is sent." in said.out
    assert "112" in said.out


def test_for_twenty_minutes_a_line_grows_and_shrinks(
    terminal: Terminal,
) -> None:
    said, took = terminal()

    assert took == pytest.approx(1200)
    assert "About 20 minutes are left." in said.out
    assert "About one minute is left." in said.out
    assert "━" * WIDTH in said.out
    assert said.out.endswith("You did not have to do anything, and you waited.\n")


def test_it_lasts_as_long_as_one_says(terminal: Terminal) -> None:
    said, took = terminal("--minutes", "1")

    assert took == pytest.approx(60)
    assert "One minute. You can leave at any time with Ctrl-C." in said.out


def test_ctrl_c_leaves_well(terminal: Terminal) -> None:
    said, took = terminal(stop_after=30)

    assert (said.code, said.err) == (0, "")
    assert took < 31
    assert said.out.endswith("You can come back at any time. Nothing was kept.\n")


def test_still_means_one_line_a_minute(terminal: Terminal) -> None:
    said, _ = terminal("--still", "--minutes", "3")

    assert "\r" not in said.out
    assert said.out.count(" left.") == 3


@pytest.mark.parametrize("minutes", ["0", "121", "-1", "9" * 999, CANARY, "1.5"])
def test_an_odd_number_of_minutes_is_told(amends: Amends, minutes: str) -> None:
    said = amends("urge", "--minutes", minutes)

    assert (said.code, said.out) == (2, "")
    assert said.err.endswith("hint: a number from 1 to 120\n")
    assert CANARY not in said.err


def test_nothing_is_kept(amends: Amends, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMENDS_DATA", str(tmp_path / "data"))

    amends("urge")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("second", "word", "long"),
    [
        (0, "in", 0),
        (2, "in", 12),
        (4, "hold", 24),
        (5.9, "hold", 24),
        (9, "out", 12),
        (12, "in", 0),
    ],
)
def test_the_line_follows_the_breath(second: float, word: str, long: int) -> None:
    drawn = frame(Breath(4, 6, 2), second, 7, TEXT)

    assert drawn.split()[0] == word
    assert drawn.count("━") == long
    assert len(drawn) <= 60
