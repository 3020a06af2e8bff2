"""Checks what an urge can want, as `urge.toml` names it: each id is kept with urges for years."""

from collections.abc import Iterator
from pathlib import Path

from amends.safety import TABLES, TEXT, Danger, Key, check_keys, one_of
from amends.text import ContentError, ContentFile, load_table

_KEYS = {
    "id": Key(TEXT, is_required=True),
    "says": Key(TEXT, is_required=True),
    "danger": Key(one_of((Danger.CRISIS, Danger.HARM_TO_OTHERS))),
    "reaches": Key(one_of(("yes",))),
}


def check_wants(home: Path) -> list[ContentError]:
    """Return every mistake in the wants of one language; `home` is its folder of content.

    A file that is missing or is no TOML is told where all standing texts are checked.
    """
    path = home / "urge.toml"
    if not path.is_file():
        return []
    try:
        return list(_in_wants(load_table(path)))
    except ContentError:
        return []


def _in_wants(file: ContentFile) -> Iterator[ContentError]:
    wants = file.header.get("want")
    if not TABLES.accepts(wants):
        yield file.mistake("want", "`want` is missing", "open each of them with [[want]]")
        return
    seen: set[object] = set()
    for number, table in enumerate(wants or ()):
        yield from check_keys(file, _KEYS, table, f"want.{number}")
        if table.get("id") in seen:
            hint = "urges are kept with it: each want needs its own"
            yield file.mistake(f"want.{number}.id", "this id is there already", hint)
        seen.add(table.get("id"))
