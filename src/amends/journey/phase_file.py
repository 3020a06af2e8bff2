"""One phase as a folder: `phase.md` says what it is for, the other files are its sheets."""

from collections.abc import Iterator
from pathlib import Path

from amends.journey.sheet import Phase, Tool
from amends.journey.sheet_file import DANGERS, check_length
from amends.safety import FLAG, NUMBER, TABLES, TEXT, TEXTS, Danger, Key, check_keys
from amends.text import ContentError, ContentFile, load_content

FILE = "phase.md"
ABOUT_WORDS = range(40, 91)
_KEYS = {
    "title": Key(TEXT, is_required=True),
    "summary": Key(TEXT, is_required=True),
    "order": Key(NUMBER, is_required=True),
    "always_open": Key(FLAG),
    "serves": Key(DANGERS),
    "opens_in": Key(TEXTS),
    "tool": Key(TABLES),
}
_TOOL_KEYS = {name: Key(TEXT, is_required=True) for name in Tool.__annotations__}


def read_phase(folder: Path) -> tuple[Phase | None, list[ContentError]]:
    """Return the phase of a folder, still without exercises, or nothing; and the mistakes."""
    if not (folder / FILE).is_file():
        hint = "copy it from another phase"
        return None, [ContentError(folder / FILE, 1, f"the phase has no {FILE}", hint)]
    try:
        file = load_content(folder / FILE)
    except ContentError as error:
        return None, [error]
    problems = list(_check(file))
    return (None if problems else _phase(file)), problems


def _check(file: ContentFile) -> Iterator[ContentError]:
    yield from check_keys(file, _KEYS, file.header)
    tools = file.header.get("tool", [])
    for number, table in enumerate(tools if TABLES.accepts(tools) else []):
        yield from check_keys(file, _TOOL_KEYS, table, f"tool.{number}")
    yield from check_length(file, "text", ABOUT_WORDS)


def _phase(file: ContentFile) -> Phase:
    header = file.header
    return Phase(
        name=file.path.parent.name,
        title=header["title"],
        summary=header["summary"],
        order=header["order"],
        always_open=header.get("always_open", False),
        about=file.body.strip(),
        tools=tuple(Tool(**table) for table in header.get("tool", ())),
        serves=tuple(map(Danger, header.get("serves", ()))),
        opens_in=frozenset(header.get("opens_in", ())),
    )
