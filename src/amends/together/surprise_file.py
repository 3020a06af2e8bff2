"""Reads the small kindnesses, and finds every mistake in them."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from amends.safety import TABLES, TEXT, TEXTS, Key, Kind, check_keys, one_of
from amends.text import CONTENT, ContentError, ContentFile
from amends.together.surprises import (
    ANY,
    GRADES,
    KINDS,
    LIKES,
    PHASES,
    Reason,
    Surprise,
    Surprises,
    telling_words,
)
from amends.together.tables import number_from, repeated, some_of, sound, told

FILE = "surprises.toml"
LONGEST_TITLE = 60
LONGEST_LINE = 35
"""Words; what takes longer to tell is no small thing."""
PLACES = {"what", "month", "kind"}
FEWEST_OF_A_KIND = 5
"""Of each kind of liking: fewer come back too soon; our choice."""
_TABLE = Kind("a table", lambda value: isinstance(value, Mapping), "open it with brackets")
_TEXT = Key(TEXT, is_required=True)
_GRADE = Key(number_from(GRADES[0], GRADES[-1]), is_required=True)
_FILE = {
    "phase": Key(some_of(PHASES), is_required=True),
    "plain": Key(TEXTS, is_required=True),
    "reason": Key(_TABLE, is_required=True),
    "question": Key(_TABLE, is_required=True),
    "surprise": Key(TABLES, is_required=True),
}
_REASONS = {reason.value: _TEXT for reason in Reason}
_QUESTIONS = dict.fromkeys(LIKES, _TEXT)
_SURPRISE = {
    **dict.fromkeys(("id", "title", "line"), _TEXT),
    "kind": Key(one_of(KINDS), is_required=True),
    "cost": _GRADE,
    "pressure": _GRADE,
    "needs": Key(one_of(LIKES), is_required=True),
}


@cache
def load_surprises(language: str = "en", folder: Path = CONTENT) -> Surprises:
    """Return the small kindnesses of one language; raises ContentError when one is not sound."""
    header = sound(folder / language / "together" / FILE, _mistakes).header
    phase, plain = tuple(header["phase"]), frozenset(header["plain"])
    every = tuple(
        Surprise(**one, phase=phase, telling=telling_words(f"{one['title']} {one['line']}", plain))
        for one in header["surprise"]
    )
    return Surprises(every, header["reason"], header["question"])


def check_surprises(home: Path) -> Iterator[ContentError]:
    """Yield every mistake in the small kindnesses of one language; `home` is its folder."""
    yield from told(home / "together" / FILE, _mistakes)


def _mistakes(file: ContentFile) -> Iterator[ContentError]:
    wrong = list(check_keys(file, _FILE, file.header))
    yield from wrong
    if wrong:
        return
    yield from check_keys(file, _REASONS, file.header["reason"], "reason")
    yield from check_keys(file, _QUESTIONS, file.header["question"], "question")
    yield from _in_places(file)
    for number, table in enumerate(file.header["surprise"]):
        at = f"surprise.{number}"
        wrong = list(check_keys(file, _SURPRISE, table, at))
        yield from wrong or _in_surprise(file, at, table)
    for key in ("id", "title"):
        yield from repeated(file, "surprise", key)
    yield from _in_spread(file)


def _in_places(file: ContentFile) -> Iterator[ContentError]:
    hint = "leave open {what}, {month} and {kind} alone, with both braces"
    for name, said in file.header["reason"].items():
        try:
            places = {place for _, place, _, _ in Formatter().parse(str(said)) if place is not None}
        except ValueError:
            places = {""}
        if not places <= PLACES:
            yield file.mistake(f"reason.{name}", "there is a place that nothing fills", hint)


def _in_surprise(file: ContentFile, at: str, table: Mapping[str, Any]) -> Iterator[ContentError]:
    if len(table["title"]) > LONGEST_TITLE:
        hint = f"at most {LONGEST_TITLE} characters"
        yield file.mistake(f"{at}.title", "the title is too long", hint)
    if len(table["line"].split()) > LONGEST_LINE:
        hint = f"at most {LONGEST_LINE} words"
        yield file.mistake(f"{at}.line", "the line is too long", hint)


def _in_spread(file: ContentFile) -> Iterator[ContentError]:
    needs = [one.get("needs") for one in file.header["surprise"]]
    for kind in LIKES:
        if needs.count(kind) < FEWEST_OF_A_KIND:
            word = "fit anyone" if kind == ANY else f"answer a liking for {kind}"
            hint = f"at least {FEWEST_OF_A_KIND}"
            yield file.mistake("surprise", f"too few surprises {word}", hint)
