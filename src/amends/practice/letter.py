"""A letter from a month: one's own lines, with their days, in an order that content declares."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from amends.safety import NUMBER, TABLES, TEXT, TEXTS, Key, check_keys, did_you_mean
from amends.text import CONTENT, ContentError, ContentFile, load_table

FILE = "letter.toml"
_FILE = {
    "title": Key(TEXT, is_required=True),
    "lead": Key(TEXT, is_required=True),
    "month": Key(TEXT, is_required=True),
    "show": Key(TEXT, is_required=True),
    "opening": Key(TEXTS, is_required=True),
    "closing": Key(TEXTS, is_required=True),
    "nothing": Key(TEXT, is_required=True),
    "begin": Key(TEXT, is_required=True),
    "more": Key(TEXT, is_required=True),
    "paper": Key(TEXT, is_required=True),
    "part": Key(TABLES, is_required=True),
}
_PART = {
    "from": Key(TEXT, is_required=True),
    "day": Key(TEXT),
    "lead": Key(TEXT, is_required=True),
    "most": Key(NUMBER, is_required=True),
}


class LetterSource(StrEnum):
    """What a letter can be made of besides the fields of sheets."""

    ACTS = "acts"
    HABITS = "habits"
    KEPT_DAYS = "kept-days"
    REHEARSED = "rehearsed"
    URGES = "urges"


@dataclass(frozen=True)
class LetterLine:
    """One line of one's own, and its day; without words it is the day alone that counts."""

    day: date
    text: str = field(default="", repr=False)


@dataclass(frozen=True)
class LetterPart:
    """A part of the letter: where its lines come from, the sentence before them, the most of them.

    `source` is a LetterSource, or a field of a sheet as `phase/exercise.field`, or a column of it;
    `day` is the column of the same table that says when.
    """

    source: str
    lead: str
    most: int
    day: str = ""


@dataclass(frozen=True)
class LetterWords:
    """The words around the lines, and the parts in their order."""

    title: str
    lead: str
    month: str
    show: str
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    nothing: str
    begin: str
    more: str
    paper: str
    parts: tuple[LetterPart, ...]


@dataclass(frozen=True)
class Quote:
    """The same words on one day or several."""

    text: str = field(repr=False)
    days: tuple[date, ...]


@dataclass(frozen=True)
class LetterPassage:
    """What stands in one part of a letter, and how many lines stay where they were kept."""

    part: LetterPart
    quotes: tuple[Quote, ...]
    left: int


def passage(part: LetterPart, lines: Iterable[LetterLine], month: date) -> LetterPassage | None:
    """Return what a part says about a month, or None when nothing was kept in it.

    Words that come again are said once, with all their days. Of more than the part takes, those
    are left out that lie between: the letter is to be of the whole month.
    """
    days: dict[str, list[date]] = {}
    said: dict[str, str] = {}
    for line in sorted(lines, key=lambda one: one.day):
        if (line.day.year, line.day.month) == (month.year, month.month):
            key = " ".join(line.text.split()).casefold()
            said.setdefault(key, line.text.strip())
            days.setdefault(key, []).append(line.day)
    quotes = [Quote(said[key], tuple(dict.fromkeys(found))) for key, found in days.items()]
    if not quotes:
        return None
    taken = tuple(_spread(quotes, part.most))
    return LetterPassage(part, taken, len(quotes) - len(taken))


def _spread(quotes: Sequence[Quote], most: int) -> Iterator[Quote]:
    """Yield at most so many, evenly from the first to the last."""
    if len(quotes) <= most:
        yield from quotes
        return
    step = (len(quotes) - 1) / max(most - 1, 1)
    yield from (quotes[round(number * step)] for number in range(most))


def stretches(days: Iterable[date]) -> list[tuple[date, date]]:
    """Return days as stretches from a first to a last one.

    >>> stretches([date(2026, 5, 1), date(2026, 5, 2), date(2026, 5, 4)])[0][1]
    datetime.date(2026, 5, 2)
    """
    found: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if found and found[-1][1] == day - timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


@cache
def load_letter(language: str = "en", folder: Path = CONTENT) -> LetterWords:
    """Return the words of the letter; raises ContentError at the first mistake."""
    file = load_table(folder / language / FILE)
    for mistake in _mistakes(file):
        raise mistake
    parts = tuple(
        LetterPart(one["from"], one["lead"], one["most"], one.get("day", ""))
        for one in file.header["part"]
    )
    names = [name for name in _FILE if name != "part"]
    told = {name: _fixed(file.header[name]) for name in names}
    return LetterWords(**told, parts=parts)  # type: ignore[arg-type]  # the keys were checked


def check_letter(home: Path, fields: Collection[str]) -> list[ContentError]:
    """Return every mistake in the letter of one language; `fields` are those of all sheets."""
    path = home / FILE
    if not path.is_file():
        return []
    try:
        file = load_table(path)
    except ContentError:
        return []  # told already, with all tables
    known = {*LetterSource, *fields}
    found = list(_mistakes(file))
    parts = file.header.get("part", [])
    for number, part in enumerate(parts if TABLES.accepts(parts) else []):
        source, day = part.get("from", ""), part.get("day", "")
        beside = f"{str(source).rpartition('.')[0]}.{day}"
        for key, name in (("from", source), *([("day", beside)] if day else [])):
            if name not in known:
                hint = did_you_mean(str(name), dict.fromkeys(sorted(known)))
                problem = f"there is nothing called `{name}`"
                found.append(file.mistake(f"part.{number}.{key}", problem, hint))
    return found


def _mistakes(file: ContentFile) -> Iterator[ContentError]:
    yield from check_keys(file, _FILE, file.header)
    parts = file.header.get("part", [])
    for number, part in enumerate(parts if TABLES.accepts(parts) else []):
        yield from check_keys(file, _PART, part, f"part.{number}")


def _fixed(value: str | list[str]) -> str | tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else value
