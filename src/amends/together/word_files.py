"""Finds every mistake in the words of the pages for two, by the tables of `word_tables`."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from amends.safety import NUMBER, TEXT, TEXTS, Key, Kind, check_keys, did_you_mean, nearest
from amends.text import ContentError, ContentFile
from amends.together.tables import texts_in_all, told
from amends.together.word_tables import FILES, IDS

_KEY = re.compile(r"(?P<name>[\w-]+)(?:\[(?P<count>\d*)\]|(?P<number>#))?(?:\{(?P<open>[\w,]+)\})?")
PAGE = Kind(
    "the name of a page: small letters and _",
    lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z]+(_[a-z]+)*", value)),
    'write it as its folder in web/pages is called, such as "hard_days"',
)
Places = list[tuple[str, Mapping[str, Any]]]


@dataclass(frozen=True)
class Wanted:
    """The keys of one table, what their texts leave open, and whether there may be no others."""

    path: tuple[str, ...]
    keys: Mapping[str, Key]
    opens: Mapping[str, frozenset[str]]
    is_closed: bool


def check_words(home: Path, evidence: Collection[str]) -> Iterator[ContentError]:
    """Yield every mistake in the words of the pages for two; `home` is the folder of a language."""
    for name in FILES:
        yield from told(home / "together" / name, _mistakes_in(name, evidence))


def _mistakes_in(
    name: str, evidence: Collection[str]
) -> Callable[[ContentFile], Iterator[ContentError]]:
    def mistakes(file: ContentFile) -> Iterator[ContentError]:
        for one in wanted(name):
            places = list(_places(file.header, one.path))
            if not places:
                yield _no_table(file, one.path)
            for at, table in places:
                yield from _in_table(file, one, at, table)
            yield from _repeated(file, places)
        yield from _in_ids(file, name)
        yield from _in_evidence(file, evidence)
        yield from _in_phrase(file) if name == "phrase.toml" else ()

    return mistakes


@cache
def wanted(name: str) -> tuple[Wanted, ...]:
    """Return what one file has to hold, table by table."""
    lines = [line.strip() for line in FILES[name].strip().splitlines()]
    joined: dict[str, str] = {}
    for line in lines:
        before, colon, keys = line.rpartition(":")
        table = before if colon else ""
        joined[table] = f"{joined.get(table, '')} {keys}"
    return tuple(_wanted(table, keys) for table, keys in joined.items())


def _wanted(table: str, keys: str) -> Wanted:
    found = [match.groupdict() for match in _KEY.finditer(keys)]
    path = table.removesuffix("!")
    return Wanted(
        tuple(path.split(".")) if path else (),
        {one["name"]: Key(_kind(one), is_required=True) for one in found},
        {one["name"]: frozenset((one["open"] or "").split(",")) - {""} for one in found},
        table.endswith("!"),
    )


def _kind(key: Mapping[str, Any]) -> Kind:
    if key["name"] == "page":
        return PAGE
    if key["number"]:
        return NUMBER
    if key["count"] is None:
        return TEXT
    return texts_in_all(int(key["count"])) if key["count"] else TEXTS


def _places(table: Mapping[str, Any], path: tuple[str, ...], at: str = "") -> Iterator[Any]:
    """Yield each table that a path leads to, and where it stands."""
    if not path:
        yield at, table
        return
    name, before = path[0].removesuffix("[]"), f"{at}." if at else ""
    value = table.get(name)
    if path[0] == name:
        steps = [(f"{before}{name}", value)]
    else:
        several = value if isinstance(value, list) else []
        steps = [(f"{before}{name}.{number}", one) for number, one in enumerate(several)]
    for place, one in steps:
        if isinstance(one, Mapping):
            yield from _places(one, path[1:], place)


def _no_table(file: ContentFile, path: tuple[str, ...]) -> ContentError:
    name = ".".join(path)
    hint = f"add it: [{name}]" if "[]" not in name else f"add one: [[{name.replace('[]', '')}]]"
    return file.mistake("", f"the table `{name.replace('[]', '')}` is missing", hint)


def _in_table(
    file: ContentFile, one: Wanted, at: str, table: Mapping[str, Any]
) -> Iterator[ContentError]:
    missing = one.keys.keys() - table.keys()
    looked_at = {
        name: value
        for name, value in table.items()
        if name in one.keys or one.is_closed or nearest(name, dict.fromkeys(missing))
    }
    yield from check_keys(file, one.keys, looked_at, at)
    for name in sorted(one.keys.keys() & table.keys()):
        value = table[name]
        for text in value if isinstance(value, list) else [value]:
            yield from _in_text(file, f"{at}.{name}" if at else name, text, one.opens[name])


def _in_text(
    file: ContentFile, at: str, text: object, opens: frozenset[str]
) -> Iterator[ContentError]:
    try:
        parts = Formatter().parse(text if isinstance(text, str) else "")
        found = {name for _, name, _, _ in parts if name is not None}
    except ValueError:
        found = {""}
    shown = ", ".join(f"{{{name}}}" for name in sorted(opens))
    if found - opens:
        hint = f"leave open {shown} alone, with both braces" if opens else "write it without braces"
        yield file.mistake(at, "there is a place that nothing fills", hint)
    elif opens - found:
        yield file.mistake(at, "it leaves no place for what is filled in", f"put in {shown}")


def _repeated(file: ContentFile, places: Places) -> Iterator[ContentError]:
    seen: set[object] = set()
    for at, table in places:
        name = table.get("id")
        if isinstance(name, str) and name in seen:
            yield file.mistake(f"{at}.id", f"the id `{name}` is there twice", "give each its own")
        seen.add(str(name))


def _in_ids(file: ContentFile, name: str) -> Iterator[ContentError]:
    for (path, table), ids in IDS.items():
        if path == name:
            places = list(_places(file.header, (f"{table}[]",)))
            found = [one.get("id") for _, one in places]
            for missing in (one for one in ids if one not in found):
                hint = f'the page looks for `id = "{missing}"`; its other words can be changed'
                yield file.mistake(table, f"there is no `{table}` with the id `{missing}`", hint)


def _in_evidence(file: ContentFile, evidence: Collection[str]) -> Iterator[ContentError]:
    named = file.header.get("evidence", [])
    for one in named if isinstance(named, list) else [named]:
        if one not in evidence:
            hint = did_you_mean(str(one), dict.fromkeys(evidence))
            yield file.mistake("evidence", f"there is no evidence `{one}`", hint)


def _in_phrase(file: ContentFile) -> Iterator[ContentError]:
    words = file.header.get("words")
    every = words if isinstance(words, list) else []
    said = [one.casefold() for one in every if isinstance(one, str)]
    for word in sorted({one for one in said if said.count(one) > 1}):
        hint = "all 256 have to differ, or two phrases could look the same"
        yield file.mistake("words", f"the word `{word}` is there twice", hint)
