"""Reads the ideas for dates, and finds every mistake in them."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from amends.safety import FLAG, TABLES, TEXT, TEXTS, Key, check_keys, one_of
from amends.text import CONTENT, ContentError, ContentFile
from amends.together.dates import (
    ANY,
    BODIES,
    CHILDREN,
    COSTS,
    ENERGIES,
    HOWS,
    PLACES,
    PULLS,
    SEASONS,
    DateIdea,
    Dates,
)
from amends.together.interests import load_interests
from amends.together.tables import number_from, repeated, some_of, sound, texts_in_all, told

FILE = "dates.toml"
LONGEST_TITLE = 60
"""Characters: one line on a phone of 360 pixels, or nearly."""
LONGEST_LINE = 40
"""Words: what one reads before one decides; our choice."""
SHORTEST, LONGEST = 10, 480
"""Minutes; a night counts as 480."""
WORDS = ("again", "yes", "no", "empty", "closed")
_TEXT, _TEXTS = Key(TEXT, is_required=True), Key(TEXTS, is_required=True)
_FILE = {
    "evidence": _TEXTS,
    "about": _TEXT,
    "how": Key(texts_in_all(len(HOWS)), is_required=True),
    "costs": Key(texts_in_all(len(COSTS)), is_required=True),
    **dict.fromkeys(WORDS, _TEXT),
    "date": Key(TABLES, is_required=True),
}
_DATE = {
    **dict.fromkeys(("id", "title", "line"), _TEXT),
    "otherwise": Key(TEXT),
    "pull": Key(one_of(PULLS), is_required=True),
    "exciting": Key(FLAG, is_required=True),
    "minutes": Key(number_from(SHORTEST, LONGEST), is_required=True),
    "cost": Key(number_from(COSTS[0], COSTS[-1]), is_required=True),
    "energy": Key(one_of(ENERGIES), is_required=True),
    "place": Key(one_of(PLACES), is_required=True),
    "seasons": Key(some_of((ANY, *SEASONS)), is_required=True),
    "interests": _TEXTS,
    "children": Key(one_of(CHILDREN), is_required=True),
    "body": Key(one_of(BODIES), is_required=True),
}


@cache
def load_dates(language: str = "en", folder: Path = CONTENT) -> Dates:
    """Return the ideas for dates of one language; raises ContentError when they are not sound."""
    header = sound(folder / language / "together" / FILE, _in_file).header
    return Dates(
        ideas=tuple(_idea(table) for table in header["date"]),
        how=tuple(header["how"]),
        costs=tuple(header["costs"]),
        about=header["about"],
        evidence=tuple(header["evidence"]),
        words={name: header[name] for name in WORDS},
    )


def check_dates(home: Path, evidence: Collection[str]) -> Iterator[ContentError]:
    """Yield every mistake in the dates of one language; `home` is its folder of content.

    `evidence` are the ids of findings that may be cited.
    """

    def mistakes(file: ContentFile) -> Iterator[ContentError]:
        wrong = list(_in_file(file))
        yield from wrong or _in_names(file, home, evidence)
        if not wrong:
            yield from _in_spread(file)

    yield from told(home / "together" / FILE, mistakes)


def _in_file(file: ContentFile) -> Iterator[ContentError]:
    wrong = list(check_keys(file, _FILE, file.header))
    yield from wrong
    if wrong:
        return
    for number, table in enumerate(file.header["date"]):
        at = f"date.{number}"
        wrong = list(check_keys(file, _DATE, table, at))
        yield from wrong or _in_date(file, at, table)
    for key in ("id", "title", "line"):
        yield from repeated(file, "date", key)


def _in_date(file: ContentFile, at: str, table: Mapping[str, Any]) -> Iterator[ContentError]:
    if len(table["title"]) > LONGEST_TITLE:
        hint = f"at most {LONGEST_TITLE} characters"
        yield file.mistake(f"{at}.title", "the title is too long", hint)
    if len(table["line"].split()) > LONGEST_LINE:
        hint = f"at most {LONGEST_LINE} words: what one does, and no more"
        yield file.mistake(f"{at}.line", "the line is too long", hint)
    if (table["body"] == "moving") != ("otherwise" in table):
        hint = "`otherwise` says how it goes sitting; what is easy needs none"
        yield file.mistake(f"{at}.body", "`body` and `otherwise` do not agree", hint)
    if ANY in table["seasons"] and len(table["seasons"]) > 1:
        hint = 'write ["any"], or the seasons alone'
        yield file.mistake(f"{at}.seasons", "`any` stands beside a season", hint)


def _in_names(file: ContentFile, home: Path, evidence: Collection[str]) -> Iterator[ContentError]:
    for name in file.header["evidence"]:
        if name not in evidence:
            yield file.mistake("evidence", f"there is no evidence `{name}`", "check its id")
    try:
        known = {one.id for one in load_interests(home.name, home.parent)}
    except ContentError:
        return  # told where the interests are checked
    for number, table in enumerate(file.header["date"]):
        for name in table["interests"]:
            if name not in known:
                problem = f"there is no interest `{name}`"
                hint = "take one from interests.toml"
                yield file.mistake(f"date.{number}.interests", problem, hint)


def _in_spread(file: ContentFile) -> Iterator[ContentError]:
    """Yield every cost, energy, place and season for which there is no idea."""
    there = {
        (one["cost"], one["energy"], one["place"], season)
        for one in file.header["date"]
        for season in (SEASONS if ANY in one["seasons"] else one["seasons"])
    }
    for cost, energy, place, season in product(COSTS, ENERGIES, PLACES, SEASONS):
        if (cost, energy, place, season) not in there:
            problem = f"no idea costs {cost} with {energy} energy, {place}, in {season}"
            yield file.mistake("date", problem, "add one, or widen the seasons of another")


def _idea(table: Mapping[str, Any]) -> DateIdea:
    names = ("id", "title", "pull", "exciting", "minutes", "cost", "energy", "place")
    return DateIdea(
        **{name: table[name] for name in (*names, "children", "body")},
        line=f"{table['line']} {table.get('otherwise', '')}".strip(),
        seasons=tuple(table["seasons"]),
        interests=tuple(table["interests"]),
    )
