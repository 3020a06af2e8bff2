"""Reads the short exercises of `content/<language>/calm`: TOML between `+++`, then Markdown."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from amends.practice.calm import LONGEST, Breath, Calm, CalmStep
from amends.safety import NUMBER, TABLES, TEXT, Key, check_keys, one_of
from amends.text import CONTENT, ContentError, ContentFile, load_content

FOLDER = "calm"
_BOTH = {
    "title": Key(TEXT, is_required=True),
    "line": Key(TEXT, is_required=True),
    "kind": Key(one_of(("breath", "steps")), is_required=True),
}
_KINDS = {
    "breath": {
        "seconds": Key(NUMBER, is_required=True),
        "in": Key(NUMBER, is_required=True),
        "hold": Key(NUMBER),
        "out": Key(NUMBER, is_required=True),
    },
    "steps": {"step": Key(TABLES, is_required=True)},
}
_STEP = {"say": Key(TEXT, is_required=True), "seconds": Key(NUMBER, is_required=True)}


@cache
def load_calm(language: str = "en", folder: Path = CONTENT) -> tuple[Calm, ...]:
    """Return the exercises in the order of their files; one with a mistake is left out.

    Whoever needs one at night is better served by the others than by an error.
    """
    paths = sorted((folder / language / FOLDER).glob("*.md"))
    return tuple(_calm(load_content(path)) for path in paths if not any(_problems(path)))


def check_calm(home: Path) -> list[ContentError]:
    """Return every mistake in the exercises of one language; `home` is its folder of content."""
    return [one for path in sorted((home / FOLDER).glob("*.md")) for one in _problems(path)]


def _problems(path: Path) -> Iterator[ContentError]:
    try:
        file = load_content(path)
    except ContentError as error:
        yield error
        return
    keys = _BOTH | _KINDS.get(str(file.header.get("kind")), {})
    wrong = [*check_keys(file, keys, file.header), *_in_steps(file)]
    yield from wrong
    if not wrong:
        yield from _in_length(file)
    if not file.body.strip():
        hint = "say in a sentence or two what to do, for someone who cannot see the picture"
        yield ContentError(path, file.body_line, "the text is missing", hint)


def _in_steps(file: ContentFile) -> Iterator[ContentError]:
    steps = file.header.get("step", [])
    for number, table in enumerate(steps if TABLES.accepts(steps) else []):
        yield from check_keys(file, _STEP, table, f"step.{number}")


def _in_length(file: ContentFile) -> Iterator[ContentError]:
    seconds = _calm(file).seconds
    if seconds > LONGEST:
        problem = f"this takes {seconds} seconds"
        yield file.mistake("seconds", problem, f"{LONGEST} seconds are the most: three minutes")


def _calm(file: ContentFile) -> Calm:
    header = file.header
    steps = tuple(CalmStep(one["say"], one["seconds"]) for one in header.get("step", ()))
    breath = None
    if header["kind"] == "breath":
        breath = Breath(header["in"], header["out"], header.get("hold", 0))
    return Calm(
        name=file.path.stem.partition("-")[2],
        title=header["title"],
        line=header["line"],
        text=file.body.strip(),
        seconds=header.get("seconds") or sum(one.seconds for one in steps),
        breath=breath,
        steps=steps,
    )
