"""The line on a terminal: only there, only for long work, and gone when it is done."""

import io
import sys

import pytest

from amends.chats import silent
from amends.cli import progress as module
from amends.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch, *moments: float) -> Terminal:
    """Have a terminal, and a clock that shows these moments one after the other."""
    stream, left = Terminal(), list(moments)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(module, "monotonic", lambda: left.pop(0))
    return stream


def test_where_nobody_watches_nobody_is_told() -> None:
    with progress("reading") as told:
        assert told is silent


def test_what_is_done_soon_needs_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch, 0.0, 0.1, 0.4)

    with progress("reading") as told:
        told(0.3)
        told(0.9)

    assert stream.getvalue() == ""


def test_long_work_shows_how_far_it_is_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch, 0.0, 0.6, 0.65, 1.0)

    with progress("reading") as told:
        told(0.25)
        told(0.3)
        told(0.5)
    _, first, second, gone, end = stream.getvalue().split("\r")

    assert first == "reading [=====               ]  25%"
    assert second == "reading [==========          ]  50%"
    assert gone.strip() == end == ""


def test_the_line_goes_when_the_work_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch, 0.0, 1.0)
    work = progress("reading")

    work.__enter__()(0.25)
    goes_on = work.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert stream.getvalue().endswith("\r")
    assert not goes_on
