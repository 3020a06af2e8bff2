"""The two screenings as content: questions, and what is said after them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amends.safety.danger import Danger
from amends.safety.instrument import Instrument
from amends.safety.instrument_file import load_instruments
from amends.safety.keys import FLAG, NUMBER, TABLES, TEXT, TEXTS, Key, check_keys, did_you_mean
from amends.text import CONTENT, ContentError, ContentFile, load_table

HOME = "screening"
_KEYS = {
    "order": Key(NUMBER, is_required=True),
    "title": Key(TEXT, is_required=True),
    "intro": Key(TEXTS, is_required=True),
    "instrument": Key(TEXT),
    "item": Key(TABLES, is_required=True),
    "yes": Key(TEXTS, is_required=True),
    "no": Key(TEXTS, is_required=True),
}
_ITEM = {
    "id": Key(TEXT, is_required=True),
    "text": Key(TEXT, is_required=True),
    "grave": Key(FLAG),
}


@dataclass(frozen=True)
class Question:
    """One question that is answered yes or no; a yes to a `grave` one shows the emergency first."""

    id: str
    text: str
    is_grave: bool = False


@dataclass(frozen=True)
class Screening:
    """One screening: what it looks for, its questions, and what a yes and a no are answered with.

    The first questions are those of the instrument, if there is one; the others are our own.
    """

    about: Danger
    order: int
    title: str
    intro: tuple[str, ...]
    instrument: Instrument | None
    own: tuple[Question, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return every question, in the order in which they are asked."""
        return (*self.borrowed, *self.own)

    @property
    def borrowed(self) -> tuple[Question, ...]:
        """Return the questions of the instrument, word for word."""
        if self.instrument is None:
            return ()
        name, items = self.instrument.id, self.instrument.items
        return tuple(Question(f"{name}-{n}", item.text) for n, item in enumerate(items, 1))


def load_screenings(language: str, folder: Path = CONTENT) -> tuple[Screening, ...]:
    """Return the screenings, in their order; raises ContentError at the first mistake."""
    for mistake in check_screenings(folder / language):
        raise mistake
    known = {one.id: one for one in load_instruments(language, folder)}
    found = [_screening(load_table(path), known) for path in _paths(folder / language)]
    return tuple(sorted(found, key=lambda one: one.order))


def check_screenings(home: Path) -> list[ContentError]:
    """Return every mistake in the screenings of one language."""
    known = {path.name for path in (home / "instruments").glob("*")}
    return [mistake for path in _paths(home) for mistake in _mistakes(path, known)]


def _paths(home: Path) -> list[Path]:
    return sorted((home / HOME).glob("*.toml"))


def _mistakes(path: Path, known: set[str]) -> Iterator[ContentError]:
    try:
        file = load_table(path)
    except ContentError as error:
        yield error
        return
    dangers: dict[str, None] = dict.fromkeys(map(str, Danger))
    if path.stem not in dangers:
        hint = did_you_mean(path.stem, dangers)
        yield ContentError(path, 1, "the name of the file is no danger", hint)
    yield from check_keys(file, _KEYS, file.header)
    if TABLES.accepts(file.header.get("item")):
        for number, table in enumerate(file.header["item"]):
            yield from check_keys(file, _ITEM, table, f"item.{number}")
    named = file.header.get("instrument")
    if named and named not in known:
        hint = did_you_mean(named, dict.fromkeys(known))
        yield file.mistake("instrument", f"there is no instrument `{named}`", hint)


def _screening(file: ContentFile, known: Mapping[str, Instrument]) -> Screening:
    header: Mapping[str, Any] = file.header
    return Screening(
        about=Danger(file.path.stem),
        order=header["order"],
        title=header["title"],
        intro=tuple(header["intro"]),
        instrument=known[header["instrument"]] if "instrument" in header else None,
        own=tuple(
            Question(one["id"], one["text"], one.get("grave", False)) for one in header["item"]
        ),
        yes=tuple(header["yes"]),
        no=tuple(header["no"]),
    )
