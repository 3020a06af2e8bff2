"""What a file of helplines may hold, and what is wrong with one."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from amends.safety.helpline import KINDS, TEXTED
from amends.safety.keys import TABLES, TEXT, Key, Kind, check_keys, one_of
from amends.text import ContentError, ContentFile, load_table

FALLBACK = "fallback"
"""The file with the lists of lines for every other country."""
NAMES = "kinds"
"""The file that says in each language what the kinds are called."""

_CODE = re.compile(r"[a-z]{2}")
_NUMBER = re.compile(r"[+*#]?\d[\d ()/-]*")
_ADDRESS = re.compile(r"https://[\w.-]+\.\w+(/\S*)?")

_IS_NUMBER = Kind(
    "a number as people dial it",
    lambda value: isinstance(value, str) and bool(_NUMBER.fullmatch(value)),
    'write digits in quotes, such as "0800 111 0 111"; words belong into `name`',
)
_IS_TEXTED = Kind(
    "a way to text",
    lambda value: isinstance(value, str) and bool(TEXTED.search(value)),
    'name the number, such as "Text SHOUT to 85258"',
)
_IS_ADDRESS = Kind(
    "an address",
    lambda value: isinstance(value, str) and bool(_ADDRESS.fullmatch(value)),
    'write it in full, such as "https://findahelpline.com"',
)
_IS_DAY = Kind(
    "a day",
    lambda value: type(value) is date,
    "write it without quotes, such as 2026-03-14",
)
_COUNTRY = {"name": Key(TEXT, is_required=True), "line": Key(TABLES, is_required=True)}
_FALLBACK = {"line": Key(TABLES, is_required=True)}
_WAYS = {
    "number": Key(_IS_NUMBER),
    "text": Key(_IS_TEXTED),
    "chat": Key(_IS_ADDRESS),
    "url": Key(_IS_ADDRESS),
}
_FALLBACK_LINE = {"name": Key(TEXT, is_required=True), **_WAYS}
_LINE = {
    "kind": Key(one_of(KINDS), is_required=True),
    "name": Key(TEXT),
    "hours": Key(TEXT),
    "source": Key(_IS_ADDRESS),
    "checked": Key(_IS_DAY),
    **_WAYS,
}


def problems_of(path: Path) -> list[ContentError]:
    """Return every mistake in one file of helplines."""
    try:
        file = load_table(path)
    except ContentError as error:
        return [error]
    if path.stem == NAMES:
        return list(_in_names(file))
    if path.stem == FALLBACK:
        return list(_in_lines(file, _FALLBACK, _FALLBACK_LINE))
    return [*_in_file_name(path), *_in_lines(file, _COUNTRY, _LINE)]


def _in_file_name(path: Path) -> Iterator[ContentError]:
    if not _CODE.fullmatch(path.stem):
        hint = "name the file by the two letters of the country, such as de.toml"
        yield ContentError(path, 1, "the name of the file is not a country", hint)


def _in_names(file: ContentFile) -> Iterator[ContentError]:
    keys = {kind: Key(TEXT, is_required=True) for kind in KINDS}
    for language, names in file.header.items():
        if isinstance(names, Mapping):
            yield from check_keys(file, keys, names, language)
        else:
            yield file.mistake(language, f"`{language}` is not a table", f"write [{language}]")


def _in_lines(
    file: ContentFile, top: Mapping[str, Key], keys: Mapping[str, Key]
) -> Iterator[ContentError]:
    yield from check_keys(file, top, file.header)
    if TABLES.accepts(file.header.get("line")):
        for number, line in enumerate(file.header["line"]):
            at = f"line.{number}"
            yield from check_keys(file, keys, line, at)
            yield from _in_line(file, line, at)


def _in_line(file: ContentFile, line: Mapping[str, object], at: str) -> Iterator[ContentError]:
    if not any(way in line for way in _WAYS):
        hint = "add one of: " + ", ".join(_WAYS)
        yield file.mistake(at, "this line cannot be reached", hint)
    if "checked" in line and "source" not in line:
        hint = "add the official page that it was compared with, as `source`"
        yield file.mistake(f"{at}.checked", "a checked date needs a source", hint)
