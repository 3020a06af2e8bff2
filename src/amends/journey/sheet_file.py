"""One exercise as a file: a TOML header with its fields, then the lesson."""

import re
from collections.abc import Iterator
from pathlib import Path

from amends.journey.field_file import check_fields, fields_of
from amends.journey.sheet import Exercise
from amends.safety import FLAG, NUMBER, TABLES, TEXT, TEXTS, Danger, Key, Kind, check_keys
from amends.text import ContentError, ContentFile, load_content

LESSON_WORDS = range(150, 401)
"""Long enough to stand on, short enough for someone tired."""
FEATURES = range(1, 61)
"""Amends has sixty capabilities; a sheet says which of them it serves."""
_FILE_NAME = re.compile(r"\d\d-(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_WORD = re.compile(r"[^\W_]+(?:['\u2019\-][^\W_]+)*")
_FEATURES = Kind(
    "a list of numbers from 1 to 60",
    lambda value: isinstance(value, list) and bool(value) and all(map(_is_feature, value)),
    "write such as [1, 2]",
)
DANGERS = Kind(
    "a list of dangers",
    lambda value: isinstance(value, list) and {*map(str, value)} <= {*Danger},
    "some of: " + ", ".join(Danger),
)
KEYS = {
    "title": Key(TEXT, is_required=True),
    "features": Key(_FEATURES, is_required=True),
    "feature_note": Key(TEXT),
    "minutes": Key(NUMBER, is_required=True),
    "needs": Key(TEXTS),
    "review_after_days": Key(NUMBER),
    "evidence": Key(TEXTS),
    "each": Key(TEXT),
    "repeats": Key(FLAG),
    "page": Key(TEXT),
    "addressed": Key(FLAG),
    "pauses": Key(DANGERS),
    "safety_first": Key(FLAG),
    "field": Key(TABLES),
}


def _is_feature(value: object) -> bool:
    return type(value) is int and value in FEATURES


def name_of(path: Path) -> str:
    """Return the name of an exercise: that of its file without the number, or nothing."""
    found = _FILE_NAME.fullmatch(path.name)
    return found["name"] if found else ""


def read_sheet(path: Path) -> tuple[Exercise | None, ContentFile | None, list[ContentError]]:
    """Return the exercise of a file, or nothing when it has mistakes; the file; the mistakes."""
    if not name_of(path):
        hint = "name it by two digits and a name, such as 02-incident.md"
        return None, None, [ContentError(path, 1, "the name of the file is not a sheet's", hint)]
    try:
        file = load_content(path)
    except ContentError as error:
        return None, None, [error]
    problems = list(_check(file))
    return (None if problems else _exercise(file)), file, problems


def _check(file: ContentFile) -> Iterator[ContentError]:
    yield from check_keys(file, KEYS, file.header)
    yield from check_fields(file, KEYS)
    if "field" not in file.header:
        hint = "add a [[field]] with name, label and type: a lesson without one changes little"
        yield file.mistake("", "the lesson has no field", hint)
    yield from check_length(file, "lesson", LESSON_WORDS)


def check_length(file: ContentFile, word: str, wanted: range) -> Iterator[ContentError]:
    """Yield a mistake when what stands below the header is too short or too long, in words."""
    count = len(_WORD.findall(file.body))
    if count in wanted:
        return
    verdict = "short" if count < wanted.start else "long"
    problem = f"the {word} is too {verdict}: {count} words"
    hint = f"between {wanted.start} and {wanted.stop - 1} words"
    yield ContentError(file.path, file.body_line, problem, hint)


def _exercise(file: ContentFile) -> Exercise:
    header, phase = file.header, file.path.parent.name
    return Exercise(
        id=f"{phase}/{name_of(file.path)}",
        phase=phase,
        title=header["title"],
        features=tuple(header["features"]),
        minutes=header["minutes"],
        fields=fields_of(file),
        lesson=file.body.strip(),
        needs=tuple(header.get("needs", ())),
        review_after_days=header.get("review_after_days", 0),
        evidence=tuple(header.get("evidence", ())),
        feature_note=header.get("feature_note", ""),
        each=header.get("each", ""),
        repeats=header.get("repeats", False),
        page=header.get("page", ""),
        addressed=header.get("addressed", False),
        pauses=tuple(map(Danger, header.get("pauses", ()))),
        safety_first=header.get("safety_first", False),
    )
