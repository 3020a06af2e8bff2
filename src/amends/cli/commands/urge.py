"""Wait an urge out: a breath to follow, and twenty minutes.

Without a passphrase: nothing is kept and nothing is sent. Ctrl-C leaves at any time.
"""

import math
import os
import sys
import time
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from amends.cli.breathing import frame, told
from amends.cli.parser import Parser
from amends.cli.problem import Problem
from amends.practice import WAVE, Breath, load_calm
from amends.text import CONTENT, ContentError, load_table

MINUTE = 60
TICK = 0.2
"""Seconds between two pictures: five a second look like one movement."""
LONGEST = 120
"""Minutes: two hours; whoever needs longer begins again."""
_PLAIN = Breath(4, 6)
"""For when the exercises cannot be read."""
_CLEAR = "\r\x1b[K"
"""Back to the beginning of the line, and clear it (ECMA-48)."""


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    usual = int(WAVE.total_seconds()) // MINUTE
    minutes = f"How long, from 1 to {LONGEST}. Without it: {usual}."
    still = "No motion: one line a minute, also for screen readers."
    add = parser.add_argument
    add("--minutes", metavar="NUMBER", type=_minutes, default=usual, help=minutes)
    add("--still", action="store_true", help=still)


def run(given: Namespace) -> int:
    """Say the first line, draw the breath, tell the minutes; leave well at Ctrl-C."""
    text, breath = _text(), _breath()
    _say(_words(text, breath))
    if not sys.stdout.isatty():
        return 0
    once = text["terminal"]["one_minute" if given.minutes == 1 else "minutes"]
    _say([once.format(n=given.minutes), ""])
    is_still = given.still or os.environ.get("TERM") == "dumb"
    try:
        _wait(_Wait(text, breath, given.minutes * MINUTE, is_still=is_still))
    except KeyboardInterrupt:
        _say(["", "", text["terminal"]["gone"]])
        return 0
    _say(["", text["terminal"]["over"]])
    return 0


@dataclass(frozen=True)
class _Wait:
    """What is said and drawn, for how many seconds, and whether it moves."""

    text: Mapping[str, Any]
    breath: Breath
    seconds: int
    is_still: bool


def _wait(wait: _Wait) -> None:
    for passed in _ticks(wait.seconds, MINUTE if wait.is_still else TICK):
        left = math.ceil((wait.seconds - passed) / MINUTE)
        if wait.is_still:
            _say([told(left, wait.text["wave"])])
        else:
            sys.stdout.write(_CLEAR + frame(wait.breath, passed, left, wait.text))
            sys.stdout.flush()
    if not wait.is_still:
        sys.stdout.write(_CLEAR)


def _ticks(seconds: int, tick: float) -> Iterator[float]:
    """Yield the seconds that have passed, until the time is over."""
    began = time.monotonic()
    while (passed := time.monotonic() - began) < seconds:
        yield passed
        time.sleep(min(tick, seconds - passed))


def _words(text: Mapping[str, Any], breath: Breath) -> list[str]:
    """Return what is said once, to a terminal and to everything else."""
    rhythm = {"in": breath.seconds_in, "hold": breath.seconds_hold, "out": breath.seconds_out}
    told_as = "told_hold" if breath.seconds_hold else "told"
    # A terminal has no circle: the line grows and shrinks.
    follow = text["terminal"][told_as].format(**rhythm)
    return [text["first"]["line"], "", follow, text["terminal"]["danger"], text["terminal"]["kept"]]


def _say(lines: list[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _text() -> Mapping[str, Any]:
    try:
        return load_table(CONTENT / "en" / "urge.toml").header
    except ContentError:
        hint = "install amends again; amends content check says more"
        raise Problem("the words of this command cannot be read", hint) from None


def _breath() -> Breath:
    return next((one.breath for one in load_calm() if one.breath), _PLAIN)


def _minutes(value: str) -> int:
    is_number = value.isdecimal() and len(value) <= len(str(LONGEST))
    if not is_number or not 1 <= int(value) <= LONGEST:
        raise Problem("--minutes: this is no number of minutes", f"a number from 1 to {LONGEST}")
    return int(value)
