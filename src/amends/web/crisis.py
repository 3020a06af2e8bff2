"""What the page about now shows, and what is kept of it."""

from dataclasses import dataclass
from datetime import datetime

from amends.journey import Answers, Field, Value
from amends.safety import Danger, Helpline, Statement, helplines
from amends.store import Vault
from amends.web.content import words
from amends.web.dangers import safety_plan, standings_of
from amends.web.people import named

LINES = {
    Danger.CRISIS: ("emergency", "suicide"),
    Danger.HARM_TO_OTHERS: ("emergency", "own-behaviour"),
}
"""Which lines are shown in which danger, the most urgent first."""
SAID = {"yes": Danger.CRISIS, "others": Danger.HARM_TO_OTHERS}
"""What the buttons of a yes stand for."""


@dataclass(frozen=True)
class Part:
    """One part of the safety plan, and what was written in it."""

    field: Field
    value: Value


@dataclass(frozen=True)
class Tap:
    """A number to tap, and in one or two words what it is for."""

    word: str
    line: Helpline


@dataclass(frozen=True)
class Band:
    """What stands at the head of every page while a danger stands: a sentence, numbers to tap."""

    sentence: str
    more: str
    danger: Danger
    taps: tuple[Tap, ...]


def lines_of(country: str, danger: Danger) -> tuple[Helpline, ...]:
    """Return the lines of a country for a danger, the most urgent first."""
    found = helplines(country) if country else None
    lines = found.lines if found else ()
    return tuple(line for kind in LINES[danger] for line in lines if line.kind == kind)


def taps_of(country: str, danger: Danger) -> tuple[Tap, ...]:
    """Return one line of each kind that can be tapped, in a country."""
    lines = [one for one in lines_of(country, danger) if one.number or one.text]
    by_kind = {line.kind: line for line in reversed(lines)}
    word = words("crisis")["kinds"]
    return tuple(Tap(word[kind], by_kind[kind]) for kind in LINES[danger] if kind in by_kind)


def band_of(vault: Vault, now: datetime) -> Band | None:
    """Return the band for the most urgent danger about now, or None when there is none."""
    found = standings_of(vault, now)
    if not found:
        return None
    text = words("crisis")["band"]
    danger = found[0].danger
    return Band(text[danger], text["more"], danger, taps_of(named(vault).country, danger))


def plan_of(vault: Vault | None) -> tuple[Part, ...]:
    """Return the safety plan, part by part; empty where nothing was written, or while locked."""
    sheet = safety_plan()
    kept = [one for one in vault.records(Answers) if one.exercise == sheet.id] if vault else []
    values = kept[-1].values if kept else {}
    return tuple(Part(field, values.get(field.name, "")) for field in sheet.fields)


def say(vault: Vault, danger: Danger, now: datetime) -> None:
    """Keep a yes; it takes the place of what was said about this danger before."""
    _put(vault, Statement(now, danger))


def say_over(vault: Vault, danger: Danger, now: datetime) -> bool:
    """Keep "I am safe for now" if it may be said already; return whether it was."""
    stands = next((one for one in standings_of(vault, now) if one.danger == danger), None)
    if stands is None or not stands.may_end(now):
        return False
    _put(vault, Statement(now, danger, is_over=True))
    return True


def _put(vault: Vault, statement: Statement) -> None:
    mine = [kept for kept in vault.all(Statement) if kept.record.danger == statement.danger]
    with vault.at_once():
        for kept in mine:
            vault.delete(kept.id)
        vault.put(statement)
