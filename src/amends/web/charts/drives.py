"""Three drives as three bars side by side, and as three lines over days; never added up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from amends.practice import DRIVES, STRONGEST, Drives
from amends.web.charts.line import LineChart, Value, line_chart

HEIGHT = 80
"""The units of the tallest bar; the page scales it."""
LEAST = 2
"""Units that a zero is drawn with, so that it is seen as kept and not as missing."""


@dataclass(frozen=True)
class Bar:
    """One drive of one reading: its name, its value, the word for it, its place in the picture."""

    name: str
    value: int
    word: str
    top: int
    height: int
    whole: int = HEIGHT


@dataclass(frozen=True)
class DayPicture:
    """One reading: the sentence that names what is there, and three bars."""

    sentence: str
    bars: tuple[Bar, ...]


def day_picture(
    reading: Drives, told: Mapping[str, Any], *, is_of_today: bool = True
) -> DayPicture:
    """Return the picture of one reading; `told` are the words of `drives.toml`.

    An earlier one is not told as true today.
    """
    names = [one["line"] for one in told["drive"]]
    bars = (_bar(name, value, told) for name, value in zip(names, reading.values, strict=True))
    sentence = naming_sentence(reading, told) if is_of_today else told["earlier"]["sentence"]
    return DayPicture(sentence, tuple(bars))


def naming_sentence(reading: Drives, told: Mapping[str, Any]) -> str:
    """Return the one sentence that names every drive that is there."""
    return str(told["named"]["_".join(reading.felt) or "none"])


def three_lines(readings: Iterable[Drives], told: Mapping[str, Any]) -> list[LineChart]:
    """Return a line for each drive, as soon as there are two days; each stands for itself."""
    kept = list(readings)
    lines = (
        line_chart(one["line"], _values(kept, name), 0, STRONGEST)
        for one, name in zip(told["drive"], DRIVES, strict=True)
    )
    return [line for line in lines if line]


def _bar(name: str, value: int, told: Mapping[str, Any]) -> Bar:
    word = [one["word"] for one in told["strength"] if value >= one["from"]][-1]
    height = max(LEAST, value * HEIGHT // STRONGEST)
    return Bar(name, value, word, HEIGHT - height, height)


def _values(readings: Sequence[Drives], name: str) -> list[Value]:
    return [Value(timezone.localtime(one.at).date(), float(getattr(one, name))) for one in readings]
