"""Reads the scenes of `content/<language>/scenes`, and finds every mistake in them."""

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from amends.practice.scene import Scene
from amends.practice.scene_table import FILE_NAME, inner, placed, scene_of
from amends.safety import FLAG, NUMBER, TABLES, TEXT, TEXTS, Danger, Key, check_keys, did_you_mean
from amends.text import CONTENT, ContentError, ContentFile, load_table

FOLDER = "scenes"
REPLIES = range(2, 5)
"""One reply is no choice, and more than four are hard to take in when one is tired."""
_SCENE = {
    "title": Key(TEXT, is_required=True),
    "line": Key(TEXT, is_required=True),
    "pauses": Key(TEXTS),
    "only_if_they_talk": Key(FLAG),
    "node": Key(TABLES, is_required=True),
    "end": Key(TABLES, is_required=True),
}
_NODE = {
    "name": Key(TEXT, is_required=True),
    "happens": Key(TEXT, is_required=True),
    "reply": Key(TABLES, is_required=True),
    "hears": Key(TABLES, is_required=True),
}
_EFFECT = {key: Key(TEXT, is_required=True) for key in ("to_them", "to_you", "to")}
_REPLY = {"say": Key(TEXT, is_required=True), **_EFFECT}
_HEARS = {"labels": Key(TEXTS), **_EFFECT}
_HEARS_LIKE = {"labels": Key(TEXTS), "like": Key(NUMBER, is_required=True)}
_END = {key: Key(TEXT, is_required=True) for key in ("name", "title", "happens", "tonight")}


@cache
def load_scenes(language: str = "en", folder: Path = CONTENT) -> tuple[Scene, ...]:
    """Return the scenes in the order of their files; one with a mistake is left out."""
    paths = _paths(folder / language)
    return tuple(scene_of(load_table(path)) for path in paths if not any(_in_file(path, None)))


def check_scenes(home: Path, labels: Collection[str] | None = None) -> list[ContentError]:
    """Return every mistake in the scenes of one language; `home` is its folder of content.

    `labels` are what the coach can hear; without them it is not asked whether they exist.
    """
    return [one for path in _paths(home) for one in _in_file(path, labels)]


def _paths(home: Path) -> list[Path]:
    return sorted((home / FOLDER).glob("*.toml"))


def _in_file(path: Path, labels: Collection[str] | None) -> Iterator[ContentError]:
    if not FILE_NAME.fullmatch(path.name):
        hint = "name it by two digits and a name, such as 02-a-silence.toml"
        yield ContentError(path, 1, "the name of the file is not a scene's", hint)
        return
    try:
        file = load_table(path)
    except ContentError as error:
        yield error
        return
    wrong = list(_in_keys(file)) or [*_in_names(file), *_in_moments(file)]
    yield from wrong or _in_ways(file)
    if labels is not None:
        yield from _in_labels(file, labels)


def _in_keys(file: ContentFile) -> Iterator[ContentError]:
    yield from check_keys(file, _SCENE, file.header)
    pauses = file.header.get("pauses", [])
    for danger in pauses if TEXTS.accepts(pauses) else []:
        if danger not in {*Danger}:
            hint = did_you_mean(danger, dict.fromkeys(Danger))
            yield file.mistake("pauses", f"there is no danger `{danger}`", hint)
    for at, table in placed(file.header.get("node"), "node"):
        yield from check_keys(file, _NODE, table, at)
    for at, table in inner(file, "reply"):
        yield from check_keys(file, _REPLY, table, at)
    for at, table in inner(file, "hears"):
        yield from check_keys(file, _HEARS_LIKE if "like" in table else _HEARS, table, at)
    for at, table in placed(file.header.get("end"), "end"):
        yield from check_keys(file, _END, table, at)


def _in_names(file: ContentFile) -> Iterator[ContentError]:
    """Yield names that are there twice, and targets that are not there."""
    places = [*placed(file.header["node"], "node"), *placed(file.header["end"], "end")]
    names = [table["name"] for _, table in places]
    for number, (at, table) in enumerate(places):
        if table["name"] in names[:number]:
            problem = f"there are two places with the name `{table['name']}`"
            yield file.mistake(f"{at}.name", problem, "give one of them another name")
    for at, table in [*inner(file, "reply"), *inner(file, "hears")]:
        if "to" in table and table["to"] not in names:
            hint = did_you_mean(table["to"], dict.fromkeys(names))
            yield file.mistake(f"{at}.to", f"there is no place `{table['to']}`", hint)


def _in_moments(file: ContentFile) -> Iterator[ContentError]:
    for at, node in placed(file.header["node"], "node"):
        count, hears = len(node["reply"]), node["hears"]
        if count not in REPLIES:
            hint = f"between {REPLIES.start} and {REPLIES.stop - 1} replies"
            yield file.mistake(at, f"a moment with {count} replies", hint)
        if "labels" in hears[-1]:
            hint = "let the last [[node.hears]] have no labels: it answers every other reply"
            yield file.mistake(at, "a reply in which nothing is heard leads nowhere", hint)
        if any("labels" not in one for one in hears[:-1]):
            hint = "only the last [[node.hears]] of a moment goes without labels"
            yield file.mistake(at, "a [[node.hears]] is never reached", hint)
        if any(one.get("like", 1) > count for one in hears):
            yield file.mistake(at, "`like` names no reply", "count the replies above from 1")


def _in_labels(file: ContentFile, labels: Collection[str]) -> Iterator[ContentError]:
    for at, table in inner(file, "hears"):
        named = table.get("labels", [])
        for label in named if TEXTS.accepts(named) else []:
            if label not in labels:
                hint = did_you_mean(label, dict.fromkeys(sorted(labels)))
                yield file.mistake(f"{at}.labels", f"the coach knows no `{label}`", hint)


def _in_ways(file: ContentFile) -> Iterator[ContentError]:
    """Yield places that nothing leads to, and moments from which no end is reached."""
    scene = scene_of(file)
    reached, ends = scene.reached(), {one.name for one in scene.ends}
    for at, table in [*placed(file.header["node"], "node"), *placed(file.header["end"], "end")]:
        if table["name"] not in reached:
            problem = f"nothing leads to `{table['name']}`"
            yield file.mistake(at, problem, "let a reply lead there, or take it out")
        elif not ends & scene.reached(table["name"]):
            problem = f"from `{table['name']}` no end is reached"
            yield file.mistake(at, problem, "let one of its replies lead on to an end")
