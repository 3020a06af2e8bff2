"""A breath as a line of characters, and how much time is left, in words."""

from collections.abc import Mapping

from amends.practice import Breath

WIDTH = 24
"""Characters of the line when it is longest: with the words it fits a phone's terminal."""
_LONG, _EMPTY = "━", "·"


def frame(breath: Breath, passed: float, left: int, text: Mapping[str, Mapping[str, str]]) -> str:
    """Return what is drawn after so many seconds, with the minutes that are left."""
    part, share = _part(breath, passed % breath.seconds)
    long = round(WIDTH * share)
    line = _LONG * long + _EMPTY * (WIDTH - long)
    return f"  {text['breath'][part]:5} {line}  {told(left, text['wave'])}"


def _part(breath: Breath, second: float) -> tuple[str, float]:
    """Return which part of a breath it is, and how full it is."""
    if second < breath.seconds_in:
        return "in", second / breath.seconds_in
    if second < breath.seconds_in + breath.seconds_hold:
        return "hold", 1.0
    return "out", (breath.seconds - second) / breath.seconds_out


def told(left: int, text: Mapping[str, str]) -> str:
    """Return how many minutes are left, in words."""
    return text["one"] if left == 1 else text["many"].format(n=left)
