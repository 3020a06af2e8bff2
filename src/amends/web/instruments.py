"""Instruments as pages: the answers of a form, the latest points, and the line through them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.http import QueryDict

from amends.safety import SHOWN, Instrument, InstrumentAnswers, load_instruments
from amends.store import Kept, Vault
from amends.web.content import LANGUAGE

WIDTH, HEIGHT, MARGIN = 320, 120, 12
"""The picture's own units; it grows with the page."""


@dataclass(frozen=True)
class Point:
    """One score: when, how many points, in words, and where it lies in the picture."""

    at: datetime
    score: int
    words: str
    x: int
    y: int


@cache
def instruments() -> tuple[Instrument, ...]:
    """Return the instruments that have a page."""
    return tuple(one for one in load_instruments(LANGUAGE) if one.part == "page")


def kept_of(vault: Vault, instrument: Instrument) -> list[Kept[InstrumentAnswers]]:
    """Return what was answered to one instrument, the oldest first."""
    found = vault.all(InstrumentAnswers)
    mine = [kept for kept in found if kept.record.instrument == instrument.id]
    return sorted(mine, key=lambda kept: kept.record.at)


def read(instrument: Instrument, form: QueryDict, now: datetime) -> InstrumentAnswers | None:
    """Return what a form answered, or None when every item was left out."""
    answers = tuple(
        _points(item.points, form.get(f"item-{number}", ""))
        for number, item in enumerate(instrument.items)
    )
    given = any(points is not None for points in answers)
    return InstrumentAnswers(instrument.id, now, answers) if given else None


def _points(allowed: Sequence[int], chosen: str) -> int | None:
    """Return the points of the choice with this number, or None when there is no such choice."""
    number = int(chosen) if chosen.isdecimal() and len(chosen) == 1 else len(allowed)
    return allowed[number] if number < len(allowed) else None


def latest(instrument: Instrument, answers: Sequence[InstrumentAnswers]) -> list[Point]:
    """Return the last six scores, the oldest first, each with its place in the picture."""
    scored = [(one.at, one.score) for one in answers if one.score is not None][-SHOWN:]
    step = (WIDTH - 2 * MARGIN) // max(SHOWN - 1, 1)
    return [
        Point(at, score, instrument.words_for(score), MARGIN + number * step, _y(score, instrument))
        for number, (at, score) in enumerate(scored)
    ]


def _y(score: int, instrument: Instrument) -> int:
    return HEIGHT - MARGIN - round(score * (HEIGHT - 2 * MARGIN) / instrument.most)
