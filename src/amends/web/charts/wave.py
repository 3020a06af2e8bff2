"""An urge as a wave over twenty minutes, past urges as lines, and both in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amends.practice import STRONGEST, WAVE, Fall, Level, Urge, Waves, wave_height, waves_of
from amends.web.charts.line import EDGE, HEIGHT, WIDTH, Dot

LASTS = int(WAVE.total_seconds())
STROKES = 24
"""How many lines are drawn: older ones would make a grey block of them."""
UNNAMED = 6
"""How high a wave is drawn for which no number was given: in the middle, and no claim."""


@dataclass(frozen=True)
class WaveChart:
    """One urge: its course, the numbers given, and where the dot is and travels.

    The course is drawn ahead while nobody knows how it ends; afterwards it goes through the numbers
    alone. `values` are the dot's places at every minute, `begin` how many seconds ago it set out.
    """

    sentence: str
    stroke: str
    dots: tuple[Dot, ...]
    now: Dot
    values: str
    begin: int
    lasts: int = LASTS
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def is_drawn(self) -> bool:
        """Say whether there is a line to draw: one number after the end is none."""
        return " " in self.stroke


@dataclass(frozen=True)
class WavesChart:
    """Several urges: the sentence, a stroke for each, their mean as one, and the rows."""

    sentence: str
    strokes: tuple[str, ...]
    middle: str
    rows: tuple[Fall, ...]
    before: float
    after: float
    width: int = WIDTH
    height: int = HEIGHT


def wave_chart(urge: Urge, now: datetime) -> WaveChart:
    """Return the picture of one urge at a moment."""
    strength = UNNAMED if urge.strength is None else urge.strength
    minutes = range(LASTS // 60 + 1)
    course = [_dot(minute, wave_height(strength, minute)) for minute in minutes]
    passed = min(LASTS, max(0, int((now - urge.began).total_seconds())))
    readings = tuple(_reading(urge, one) for one in urge.levels)
    return WaveChart(
        told_one(urge),
        _points(course if urge.ridden is None else readings),
        readings,
        _dot(passed / 60, wave_height(strength, passed / 60)),
        ";".join(f"{one.x},{one.y}" for one in course),
        passed,
    )


def waves_chart(urges: Sequence[Urge]) -> WavesChart | None:
    """Return the picture of several urges, or None while none of them has two numbers."""
    waves = waves_of(urges)
    if not waves.falls:
        return None
    ends = LASTS / 60
    strokes = tuple(
        _points([_dot(0, one.before), _dot(ends, one.after)]) for one in waves.falls[-STROKES:]
    )
    middle = _points([_dot(0, waves.before), _dot(ends, waves.after)])
    rows = waves.falls[::-1]
    return WavesChart(told(waves), strokes, middle, rows, waves.before, waves.after)


def told(waves: Waves) -> str:
    """Return what several urges have in common, in words; empty while there is none."""
    many = len(waves.falls)
    said = {"n": many, "before": _number(waves.before), "after": _number(waves.after)}
    if not many:
        return ""
    if many == 1:
        return _("One urge has two numbers: %(course)s.") % {"course": _course(waves, 1) % said}
    lower = ngettext("%(lower)d was lower", "%(lower)d were lower", waves.lower)
    if not waves.lower:
        lower = _("none was lower")
    return _("Of %(n)d urges, %(lower)s after twenty minutes; on average %(course)s.") % {
        **said,
        "lower": lower % {"lower": waves.lower},
        "course": _course(waves, many) % said,
    }


def _course(waves: Waves, many: int) -> str:
    if waves.after < waves.before:
        return ngettext(
            "it fell from %(before)s to %(after)s", "they fell from %(before)s to %(after)s", many
        )
    if waves.after > waves.before:
        return ngettext(
            "it rose from %(before)s to %(after)s", "they rose from %(before)s to %(after)s", many
        )
    return ngettext("it stayed at %(after)s", "they stayed at %(after)s", many)


def told_one(urge: Urge) -> str:
    """Return the numbers of one urge in words: what was named at first, and what came later."""
    if urge.strength is None:
        return _("No number was given.")
    first, *later = urge.levels
    said = [_("At the beginning %(n)d of 10") % {"n": first.strength}]
    said += [_later(urge, one) for one in later]
    return _("%(numbers)s.") % {"numbers": "; ".join(said)}


def _later(urge: Urge, level: Level) -> str:
    minutes = max(0, round((level.at - urge.began).total_seconds() / 60))
    told = ngettext(
        "after one minute %(level)d", "after %(minutes)d minutes %(level)d", max(1, minutes)
    )
    if not minutes:
        told = _("then %(level)d")
    return told % {"minutes": minutes, "level": level.strength}


def _reading(urge: Urge, level: Level) -> Dot:
    """Return the place of a number; one from later stands at the end."""
    minutes = (level.at - urge.began).total_seconds() / 60
    return _dot(min(LASTS / 60, max(0.0, minutes)), level.strength)


def _dot(minutes: float, strength: float) -> Dot:
    x = EDGE + (WIDTH - 2 * EDGE) * minutes * 60 / LASTS
    y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * strength / STRONGEST
    return Dot(round(x, 1), round(y, 1))


def _points(dots: Sequence[Dot]) -> str:
    return " ".join(f"{one.x},{one.y}" for one in dots)


def _number(value: float) -> str:
    return str(floatformat(value, -1))
