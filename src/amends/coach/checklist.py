"""Checklists beside a draft: what it has, as content declares it, and what it would still need."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from amends.coach.landing import Landing
from amends.coach.reviewing import Review
from amends.coach.rule_file import STRENGTHS
from amends.coach.rules import Rules
from amends.safety import NUMBER, TABLES, TEXT, TEXTS, Key, check_keys, did_you_mean
from amends.text import ContentError, ContentFile, load_table

FILE = "draft.toml"
COUNTS = tuple(one.name for one in fields(Landing) if one.type is int)
"""What a checklist can want none of: the numbers of how a draft lands."""
_KEYS = {
    "name": Key(TEXT, is_required=True),
    "about": Key(TEXT, is_required=True),
    "there": Key(TEXT),
    "missing": Key(TEXT),
    "labels": Key(TEXTS),
    "none": Key(TEXTS),
    "words": Key(NUMBER),
}
_SHOWS = ("labels", "none", "words")


@dataclass(frozen=True)
class Item:
    """One line of a checklist, and what shows that a draft has it.

    Any of the `labels` among its strengths, `none` of these counts of how it lands, or at most so
    many `words`. `about` says what it would be about, `there` what is said when no quote shows it,
    `missing` the word beside a line that may stay out.
    """

    name: str
    about: str
    there: str = ""
    missing: str = ""
    labels: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    words: int = 0


@dataclass(frozen=True)
class Checked:
    """One line of a checklist beside a draft: is it there, and which words show it."""

    item: Item
    is_there: bool
    quotes: tuple[str, ...]
    words: int

    @property
    def told(self) -> str:
        """Return what is said of it when no quote shows it."""
        text = self.item.there if self.is_there else self.item.about
        return text.replace("{words}", str(self.words)).replace("{most}", str(self.item.words))


def items(tables: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Return a checklist as content declares it."""
    return tuple(Item(**{key: _frozen(value) for key, value in one.items()}) for one in tables)


def checked(checklist: Iterable[Item], found: Review) -> tuple[Checked, ...]:
    """Return each line in its order, with the words that show it; an empty draft has none."""
    return tuple(_checked(item, found) for item in checklist)


def _checked(item: Item, found: Review) -> Checked:
    quotes = tuple(one.quote for one in found.strengths if one.label in item.labels)
    is_there = bool(found.words) and all(
        (
            quotes or not item.labels,
            not any(getattr(found.landing, count) for count in item.none),
            found.words <= item.words or not item.words,
        )
    )
    return Checked(item, is_there, quotes, found.words)


def _frozen(value: Any) -> Any:  # noqa: ANN401 - a text, a number or a list of texts
    return tuple(value) if isinstance(value, list) else value


def check_checklists(folder: Path, rules: Rules) -> list[ContentError]:
    """Return every mistake in the checklists of one language; what is no TOML is told elsewhere."""
    try:
        file = load_table(folder / FILE)
    except ContentError:
        return []
    lists = {name: value for name, value in file.header.items() if _is_checklist(value)}
    return [error for name in lists for error in _mistakes(file, name, rules)]


def _is_checklist(value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    return TABLES.accepts(value) and any("about" in one for one in value)


def _mistakes(file: ContentFile, name: str, rules: Rules) -> Iterator[ContentError]:
    strengths = {rule.file.label: None for rule in rules.rules if rule.file.family == STRENGTHS}
    for number, table in enumerate(file.header[name]):
        at = f"{name}.{number}"
        yield from check_keys(file, _KEYS, table, at)
        yield from _unknown(file, table, f"{at}.labels", strengths)
        yield from _unknown(file, table, f"{at}.none", dict.fromkeys(COUNTS))
        if not any(key in table for key in _SHOWS):
            hint = "add one of: " + ", ".join(_SHOWS)
            yield file.mistake(at, "nothing shows that this is there", hint)
        if "labels" not in table and "there" not in table:
            hint = "add a line `there = …`: what is said when it is"
            yield file.mistake(at, "`there` is missing", hint)


def _unknown(
    file: ContentFile, table: Mapping[str, Any], at: str, known: Mapping[str, None]
) -> Iterator[ContentError]:
    named = table.get(at.rpartition(".")[2])
    for one in named if named and TEXTS.accepts(named) else ():
        if one not in known:
            yield file.mistake(at, f"there is no `{one}`", did_you_mean(one, known))
