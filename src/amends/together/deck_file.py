"""Reads the decks of closer questions, and finds every mistake in them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from amends.safety import TABLES, TEXT, Key, check_keys
from amends.text import CONTENT, ContentError, ContentFile
from amends.together.decks import Deck, Grade, Question
from amends.together.tables import number_from, repeated, sound, told

FOLDER = Path("together", "decks")
FILE_NAME = re.compile(r"\d\d-[a-z0-9-]+\.toml")
LONGEST = 25
"""Words; a longer one is two questions."""
_TEXT = Key(TEXT, is_required=True)
_FILE = {"title": _TEXT, "line": _TEXT, "question": Key(TABLES, is_required=True)}
_QUESTION = {
    "id": _TEXT,
    "grade": Key(number_from(Grade.LIGHT, Grade.DEEP), is_required=True),
    "ask": _TEXT,
}


@cache
def load_decks(language: str = "en", folder: Path = CONTENT) -> tuple[Deck, ...]:
    """Return the decks in the order of their files; raises ContentError when one is not sound."""
    return tuple(_deck(sound(path, _mistakes)) for path in _paths(folder / language))


def check_decks(home: Path) -> Iterator[ContentError]:
    """Yield every mistake in the decks of one language; `home` is its folder of content."""
    for path in _paths(home):
        if FILE_NAME.fullmatch(path.name):
            yield from told(path, _mistakes)
        else:
            hint = "name it by two digits and a name, such as 04-dreams.toml"
            yield ContentError(path, 1, "the name of the file is not a deck's", hint)


def _paths(home: Path) -> list[Path]:
    return sorted((home / FOLDER).glob("*.toml"))


def _mistakes(file: ContentFile) -> Iterator[ContentError]:
    wrong = list(check_keys(file, _FILE, file.header))
    yield from wrong
    if wrong:
        return
    for number, table in enumerate(file.header["question"]):
        at = f"question.{number}"
        wrong = list(check_keys(file, _QUESTION, table, at))
        yield from wrong or _in_question(file, at, table)
    for key in ("id", "ask"):
        yield from repeated(file, "question", key)
    if Grade.LIGHT not in [one.get("grade") for one in file.header["question"]]:
        hint = "give it some with grade = 1: every deck begins lightly"
        yield file.mistake("question", "there is no light question", hint)


def _in_question(file: ContentFile, at: str, table: Mapping[str, Any]) -> Iterator[ContentError]:
    if len(table["ask"].split()) > LONGEST:
        hint = f"at most {LONGEST} words"
        yield file.mistake(f"{at}.ask", "the question is too long", hint)
    if "?" not in table["ask"]:
        yield file.mistake(f"{at}.ask", "this asks nothing", "a question has a question mark")


def _deck(file: ContentFile) -> Deck:
    name = file.path.stem[3:]
    questions = tuple(
        Question(f"{name}/{one['id']}", name, Grade(one["grade"]), one["ask"])
        for one in file.header["question"]
    )
    return Deck(name, file.header["title"], file.header["line"], questions)
