"""Habits to begin from, as files of content: `habits/<name>.md`, one harm and a plan for it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amends.safety import TEXT, TEXTS, Key, check_keys, did_you_mean
from amends.text import CONTENT, ContentError, ContentFile, load_content

FOLDER = "habits"
_KEYS = {
    "title": Key(TEXT, is_required=True),
    "harm": Key(TEXT, is_required=True),
    "cue": Key(TEXT, is_required=True),
    "act": Key(TEXT, is_required=True),
    "seen": Key(TEXT, is_required=True),
    "evidence": Key(TEXTS),
}
_PARTS = ("cue", "act")
"""They stand in one sentence: if the cue, then the act."""


@dataclass(frozen=True)
class HabitExample:
    """One habit to begin from: the harm it answers, its plan, what is seen of it, and why."""

    id: str
    title: str
    harm: str
    cue: str
    act: str
    seen: str
    why: str
    evidence: tuple[str, ...] = ()


@cache
def load_habit_examples(language: str, folder: Path = CONTENT) -> tuple[HabitExample, ...]:
    """Return the sound habits to begin from, by their titles; one with a mistake is left out."""
    read = (_read(path) for path in _paths(folder / language))
    found = [_example(file) for file, problems in read if file and not problems]
    return tuple(sorted(found, key=lambda one: one.title))


def check_habit_examples(home: Path, evidence: Collection[str]) -> list[ContentError]:
    """Return every mistake in `home/habits`; `evidence` holds the ids that may be cited."""
    return [problem for path in _paths(home) for problem in _problems(path, evidence)]


def _problems(path: Path, evidence: Collection[str]) -> Iterator[ContentError]:
    file, problems = _read(path)
    yield from problems
    if not file:
        return
    named = file.header.get("evidence", [])
    for name in [one for one in named if one not in evidence] if TEXTS.accepts(named) else ():
        hint = did_you_mean(name, dict.fromkeys(evidence))
        yield file.mistake("evidence", f"there is no evidence `{name}`", hint)


def _paths(home: Path) -> list[Path]:
    return sorted((home / FOLDER).glob("*.md"))


def _read(path: Path) -> tuple[ContentFile | None, list[ContentError]]:
    try:
        file = load_content(path)
    except ContentError as error:
        return None, [error]
    return file, [*check_keys(file, _KEYS, file.header), *_check(file)]


def _check(file: ContentFile) -> Iterator[ContentError]:
    for name in _PARTS:
        said = str(file.header.get(name, "")).strip()
        if said.endswith("."):
            problem = f"`{name}` ends with a full stop"
            yield file.mistake(name, problem, "it stands inside a sentence: if …, then …")
    if not file.body.strip():
        hint = "say below the header what this does to people, and how to practise alone"
        yield ContentError(file.path, file.body_line, "the habit does not say why", hint)


def _example(file: ContentFile) -> HabitExample:
    header = file.header
    return HabitExample(
        id=file.path.stem,
        title=header["title"],
        harm=header["harm"],
        cue=header["cue"],
        act=header["act"],
        seen=header["seen"],
        why=file.body.strip(),
        evidence=tuple(header.get("evidence", ())),
    )
