"""What is wrong in what is said about patterns, and in the words that they listen for."""

import string
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from amends.chats.glad_words import check_gladly
from amends.chats.patterns import PatternModule, modules
from amends.chats.ruled import check_ruled
from amends.chats.spoken import check_spoken
from amends.chats.telling_patterns import CALLED, CHOSEN, COUNTED, FOLDER, SIDES_SAID
from amends.safety import TEXT, Key, check_keys, did_you_mean
from amends.text import ContentError, ContentFile, load_table

_KEYS = {
    **{name: Key(TEXT, is_required=True) for name in ("title", "definition", "leads")},
    **{name: Key(TEXT) for name in (*SIDES_SAID, *CHOSEN, *CALLED, "exercise", "habit")},
}


def check_patterns(
    home: Path, exercises: Collection[str], habits: Collection[str]
) -> Iterator[ContentError]:
    """Yield every mistake in the patterns of one language, if it has any."""
    yield from check_spoken(home)
    yield from check_ruled(home)
    yield from check_gladly(home)
    if not (home / FOLDER).is_dir():
        return
    known = {module.NAME: module for module in modules()}
    ids = {"exercise": dict.fromkeys(exercises), "habit": dict.fromkeys(habits)}
    paths = sorted((home / FOLDER).glob("*.toml"))
    for path in paths:
        try:
            yield from _in_file(load_table(path), known, ids)
        except ContentError as error:
            yield error
    for name in sorted(set(known) - {path.stem for path in paths}):
        path = home / FOLDER / f"{name}.toml"
        yield ContentError(path, 1, "there is no such file", "copy one from beside it")


def _in_file(
    file: ContentFile,
    known: Mapping[str, PatternModule],
    ids: Mapping[str, Mapping[str, object]],
) -> Iterator[ContentError]:
    if file.path.stem not in known:
        hint = did_you_mean(file.path.stem, known)
        yield ContentError(file.path, 1, "no pattern has this name", hint)
        return
    wrong = list(check_keys(file, _KEYS, file.header))
    yield from wrong
    if not wrong:
        yield from _in_sides(file, known[file.path.stem])
        yield from _in_leads(file, ids)


def _in_sides(file: ContentFile, module: PatternModule) -> Iterator[ContentError]:
    for side in _sides(module):
        if side not in file.header:
            hint = f'add a line `{side} = "… {{count}} …"`'
            yield file.mistake("", f"`{side}` is missing", hint)
    facts = dict.fromkeys((*COUNTED, *getattr(module, "FACTS", ())))
    for side in (side for side in SIDES_SAID if side in file.header):
        yield from _in_sentence(file, side, facts)


def _sides(module: PatternModule) -> tuple[str, ...]:
    """Return the sides on which a pattern has something to say."""
    if getattr(module, "IS_OURS", False):
        return ("ours",)
    return ("mine",) if getattr(module, "IS_MINE", False) else ("mine", "theirs")


def _in_sentence(
    file: ContentFile, side: str, facts: Mapping[str, object]
) -> Iterator[ContentError]:
    try:
        places = {name for _, name, _, _ in string.Formatter().parse(file.header[side]) if name}
    except ValueError:
        yield file.mistake(side, f"`{side}` has a brace without its other half")
        return
    for name in sorted(places - set(facts)):
        problem = f"nothing is known to put in place of {{{name}}}"
        yield file.mistake(side, problem, did_you_mean(name, facts))
    if "count" not in places:
        yield file.mistake(side, f"`{side}` does not say {{count}}", "a pattern is a count")


def _in_leads(file: ContentFile, ids: Mapping[str, Mapping[str, object]]) -> Iterator[ContentError]:
    named = [kind for kind in ids if kind in file.header]
    if len(named) != 1:
        yield file.mistake("leads", "it leads nowhere, or to two", "name an exercise or a habit")
    for kind in named:
        name = file.header[kind]
        if name not in ids[kind]:
            yield file.mistake(kind, f"there is no {kind} `{name}`", did_you_mean(name, ids[kind]))
