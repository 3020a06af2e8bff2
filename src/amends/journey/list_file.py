"""Word lists as files of content: `lists/<name>.toml`, one list or the words that pose as it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from amends.journey.word_list import LONGEST, Turn, WordGroup, WordList, tidy
from amends.safety import TABLES, TEXT, TEXTS, Key, Kind, check_keys, did_you_mean, nearest
from amends.text import ContentError, ContentFile, load_table

POSES = "poses_as"
"""The key that makes a file one of words that pose as the words of another list."""
PLACE = "{word}"


def _is_table_of_texts(value: object) -> bool:
    return isinstance(value, Mapping) and bool(value) and all(map(TEXT.accepts, value.values()))


_SAYS = Kind(
    "a table of sentences",
    _is_table_of_texts,
    'open it with [says], then lines such as did = "“{word}” says what they did."',
)
_LIST = {
    "title": Key(TEXT, is_required=True),
    "about": Key(TEXT, is_required=True),
    "own": Key(TEXT, is_required=True),
    "group": Key(TABLES, is_required=True),
}
_GROUP = {"name": Key(TEXT, is_required=True), "words": Key(TEXTS, is_required=True)}
_POSING = {
    "title": Key(TEXT, is_required=True),
    POSES: Key(TEXT, is_required=True),
    "says": Key(_SAYS, is_required=True),
    "word": Key(TABLES, is_required=True),
}
_WORD = {
    "word": Key(TEXT, is_required=True),
    "says": Key(TEXT, is_required=True),
    "beneath": Key(TEXTS, is_required=True),
}


@dataclass
class _Reading:
    """Files as they are read, and the mistakes found on the way."""

    lists: dict[str, WordList] = field(default_factory=dict)
    problems: list[ContentError] = field(default_factory=list)


def read_lists(home: Path) -> tuple[dict[str, WordList], list[ContentError]]:
    """Return every sound list of `home/lists` by its name, and every mistake in the folder."""
    reading = _Reading()
    files = [_file(path, reading) for path in sorted((home / "lists").glob("*.toml"))]
    sound = [file for file in files if file]
    for file in (one for one in sound if POSES not in one.header):
        _take_list(file, reading)
    for file in (one for one in sound if POSES in one.header):
        _take_posing(file, reading)
    return reading.lists, reading.problems


def _file(path: Path, reading: _Reading) -> ContentFile | None:
    try:
        return load_table(path)
    except ContentError as error:
        reading.problems.append(error)
        return None


def _take_list(file: ContentFile, reading: _Reading) -> None:
    problems = list(_check_list(file))
    reading.problems += problems
    if problems:
        return
    header = file.header
    reading.lists[file.path.stem] = WordList(
        id=file.path.stem,
        title=header["title"],
        about=header["about"],
        own=header["own"],
        groups=tuple(WordGroup(one["name"], tuple(one["words"])) for one in header["group"]),
    )


def _check_list(file: ContentFile) -> Iterator[ContentError]:
    yield from check_keys(file, _LIST, file.header)
    seen: set[str] = set()
    for at, group in _tables(file, "group"):
        yield from check_keys(file, _GROUP, group, at)
        words = group.get("words")
        for word in words if words and TEXTS.accepts(words) else ():
            yield from _check_word(file, word, f"{at}.words", seen)


def _take_posing(file: ContentFile, reading: _Reading) -> None:
    problems = list(_check_posing(file, reading.lists))
    reading.problems += problems
    if problems:
        return
    header = file.header
    told = reading.lists[header[POSES]]
    turns = tuple(_turn(one, header["says"]) for one in header["word"])
    reading.lists[told.id] = replace(told, poses=header["title"], turns=turns)


def _check_posing(file: ContentFile, lists: Mapping[str, WordList]) -> Iterator[ContentError]:
    yield from check_keys(file, _POSING, file.header)
    name, says = str(file.header[POSES]), file.header.get("says")
    if name not in lists:
        yield file.mistake(POSES, f"there is no sound list `{name}`", did_you_mean(name, lists))
    sentences = says if says and _SAYS.accepts(says) else {}
    for key, sentence in sentences.items():
        if PLACE not in sentence:
            hint = "write it in braces"
            yield file.mistake(f"says.{key}", f"`{key}` has no place for {PLACE}", hint)
    plain = lists[name].plain if name in lists else ()
    seen = {word.lower() for word in plain}
    for at, table in _tables(file, "word"):
        yield from check_keys(file, _WORD, table, at)
        yield from _check_word(file, str(table.get("word", "")), f"{at}.word", seen)
        yield from _check_names(file, table, at, sentences, dict.fromkeys(plain))


def _check_names(
    file: ContentFile,
    table: Mapping[str, Any],
    at: str,
    says: Mapping[str, str],
    plain: Mapping[str, None],
) -> Iterator[ContentError]:
    """Yield every sentence and every word beneath that there is not."""
    told = str(table.get("says", ""))
    if says and told and told not in says:
        hint = did_you_mean(told, says)
        yield file.mistake(f"{at}.says", f"there is no sentence `{told}` under [says]", hint)
    beneath = table.get("beneath")
    for word in beneath if plain and beneath and TEXTS.accepts(beneath) else ():
        if word not in plain:
            near = nearest(word, plain)
            hint = f"did you mean {near}?" if near else "add it there first"
            yield file.mistake(f"{at}.beneath", f"“{word}” is not in that list", hint)


def _check_word(file: ContentFile, word: str, at: str, seen: set[str]) -> Iterator[ContentError]:
    if word != tidy(word):
        yield file.mistake(at, f"“{word}” has spaces too many", f"write “{tidy(word)}”")
    if len(word) > LONGEST:
        yield file.mistake(at, f"“{word}” is too long", f"{LONGEST} characters at most")
    if word.lower() in seen:
        yield file.mistake(at, f"“{word}” is there twice", "take one of them out")
    seen.add(word.lower())


def _tables(file: ContentFile, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    tables = file.header.get(name)
    for number, table in enumerate(tables if tables and TABLES.accepts(tables) else ()):
        yield f"{name}.{number}", table


def _turn(table: Mapping[str, Any], says: Mapping[str, str]) -> Turn:
    sentence = says[table["says"]].replace(PLACE, table["word"])
    return Turn(table["word"], sentence, tuple(table["beneath"]))
