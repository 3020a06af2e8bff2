"""One instrument as a folder: items, scoring, licence, source, and the hash of its words."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from amends.safety.instrument import Instrument, Item, Level, hash_of
from amends.safety.keys import NUMBER, TABLES, TEXT, TEXTS, Key, Kind, check_keys, one_of
from amends.text import CONTENT, ContentError, ContentFile, load_table

HOME = "instruments"
PARTS = ("page", "screening")
_POINTS = Kind(
    "a list of whole numbers",
    lambda value: isinstance(value, list) and all(type(one) is int for one in value),
    "write [3, 2, 1, 0], one for each choice",
)
_POINT = Kind("a whole number", lambda value: type(value) is int, "write it without quotes")
_ITEMS = {
    "name": Key(TEXT, is_required=True),
    "stem": Key(TEXT),
    "choices": Key(TEXTS),
    "points": Key(_POINTS),
    "item": Key(TABLES, is_required=True),
}
_ITEM = {"text": Key(TEXT, is_required=True), "choices": Key(TEXTS)}
_SCORING = {
    "title": Key(TEXT, is_required=True),
    "asks": Key(TEXT, is_required=True),
    "order": Key(NUMBER, is_required=True),
    "better": Key(one_of(("higher", "lower")), is_required=True),
    "part": Key(one_of(PARTS)),
    "seek_help_from": Key(NUMBER),
    "level": Key(TABLES, is_required=True),
}
_LEVEL = {"from": Key(_POINT, is_required=True), "words": Key(TEXT, is_required=True)}
_SOURCE = {name: Key(TEXT, is_required=True) for name in ("authors", "title", "where", "url")}


def load_instruments(language: str, folder: Path = CONTENT) -> tuple[Instrument, ...]:
    """Return all instruments, in their order; raises ContentError at the first mistake."""
    for mistake in check_instruments(folder / language):
        raise mistake
    found = [_instrument(path) for path in _folders(folder / language)]
    return tuple(sorted(found, key=lambda one: one.order))


def check_instruments(home: Path) -> list[ContentError]:
    """Return every mistake in the instruments of one language."""
    return [mistake for path in _folders(home) for mistake in _mistakes(path)]


def _folders(home: Path) -> list[Path]:
    return sorted(path for path in (home / HOME).glob("*") if path.is_dir())


def _mistakes(folder: Path) -> Iterator[ContentError]:
    try:
        tables = [load_table(folder / f"{name}.toml") for name in ("items", "scoring", "source")]
    except ContentError as error:
        yield error
        return
    found = [*_in_tables(*tables), *_in_licence(folder / "licence.txt")]
    yield from found or _in_words(folder, tables[0])


def _in_tables(
    items: ContentFile, scoring: ContentFile, source: ContentFile
) -> Iterator[ContentError]:
    yield from check_keys(items, _ITEMS, items.header)
    yield from check_keys(scoring, _SCORING, scoring.header)
    yield from check_keys(source, _SOURCE, source.header)
    yield from _in_list(items, "item", _ITEM)
    yield from _in_list(scoring, "level", _LEVEL)
    choices = items.header.get("choices", [])
    if "points" in items.header and len(items.header["points"]) != len(choices):
        hint = "as many points as choices, in the same order"
        yield items.mistake("points", "points and choices do not go together", hint)


def _in_list(file: ContentFile, name: str, keys: Mapping[str, Key]) -> Iterator[ContentError]:
    if TABLES.accepts(file.header.get(name)):
        for number, table in enumerate(file.header[name]):
            yield from check_keys(file, keys, table, f"{name}.{number}")


def _in_licence(path: Path) -> Iterator[ContentError]:
    if not path.is_file() or not path.read_text(encoding="utf-8").strip():
        hint = "write who made it and what they allow; without that it cannot be shown"
        yield ContentError(path, 1, "the licence is missing", hint)


def _in_words(folder: Path, file: ContentFile) -> Iterator[ContentError]:
    """Yield a mistake when an item has no choices, or when the words are not those of the hash."""
    items = _items(file.header)
    if not all(item.choices for item in items):
        yield file.mistake("item", "an item has no choices", "add `choices` above, or to the item")
    path = folder / "hash.txt"
    kept = path.read_text(encoding="utf-8").strip() if path.is_file() else ""
    if kept != hash_of(file.header.get("stem", ""), items):
        problem = "the words are not those that were compared with the source"
        yield ContentError(file.path, 1, problem, "put them back, word for word")


def _items(header: Mapping[str, Any]) -> tuple[Item, ...]:
    shared, points = tuple(header.get("choices", ())), tuple(header.get("points", ()))
    made = []
    for table in header["item"]:
        choices = tuple(table.get("choices", shared))
        made.append(Item(table["text"], choices, points or tuple(range(len(choices)))))
    return tuple(made)


def _instrument(folder: Path) -> Instrument:
    items, scoring, source = (
        load_table(folder / f"{name}.toml").header for name in ("items", "scoring", "source")
    )
    levels = (Level(one["from"], one["words"]) for one in scoring["level"])
    return Instrument(
        id=folder.name,
        name=items["name"],
        title=scoring["title"],
        asks=scoring["asks"],
        stem=items.get("stem", ""),
        items=_items(items),
        levels=tuple(sorted(levels, key=lambda level: level.start)),
        is_higher_better=scoring["better"] == "higher",
        seek_help_from=scoring.get("seek_help_from"),
        order=scoring["order"],
        part=scoring.get("part", PARTS[0]),
        licence=(folder / "licence.txt").read_text(encoding="utf-8").strip(),
        credit=f"{source['authors']}: {source['title']}. {source['where']}.",
        url=source["url"],
    )
