"""Reads what may mean that someone is in danger from themselves, theme by theme.

The header of a file holds `phrases`, and `unless`: idioms. An idiom cancels a match of any theme
that lies within it, and no other, so that it never hides what stands beside it. Quoted speech is
read like the rest.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from amends.safety.keys import TEXTS, Key, check_keys
from amends.text import ContentError, ContentFile, PhraseError, Phrases, Words, load_content

FLAGS, LEAVES_ALONE = "## Flags", "## Leaves alone"
_KEYS = {"phrases": Key(TEXTS, is_required=True), "unless": Key(TEXTS)}
_HINT = "copy it from another file of that folder"


@dataclass(frozen=True)
class Theme:
    """One kind of sign, as content declares it, with examples of what it finds and leaves alone."""

    path: Path
    phrases: Phrases
    unless: Phrases
    flags: Sequence[str]
    leaves_alone: Sequence[str]


def read_theme(path: Path, words: Words) -> Theme:
    """Read one theme; its phrases are parsed when they are first needed.

    Raises:
        ContentError: the file cannot be read, or a phrase in it.
    """
    file = load_content(path)
    for mistake in check_keys(file, _KEYS, file.header):
        raise mistake
    examples = _examples(file)
    try:
        phrases, unless = (Phrases(file.header.get(name, ()), words) for name in _KEYS)
        phrases.prepare()
    except PhraseError as error:
        raise _misread(file, error) from None
    return Theme(path, phrases, unless, examples[FLAGS], examples[LEAVES_ALONE])


def check_theme(path: Path, words: Words) -> Iterator[ContentError]:
    """Yield the first mistake in a file; every phrase of it is parsed."""
    try:
        theme = read_theme(path, words)
        for phrases in (theme.phrases, theme.unless):
            phrases.parse()
    except PhraseError as error:
        yield _misread(load_content(path), error)
    except ContentError as error:
        yield error


def _misread(file: ContentFile, error: PhraseError) -> ContentError:
    lines = file.path.read_text(encoding="utf-8").split("\n")
    line = next((number for number, one in enumerate(lines, 1) if error.phrase in one), 1)
    return ContentError(file.path, line, f'phrase "{error.phrase}": {error.problem}', error.hint)


def _examples(file: ContentFile) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {FLAGS: [], LEAVES_ALONE: []}
    heading = ""
    for line in file.body.split("\n"):
        if line.startswith("#"):
            heading = line.strip()
        elif heading in found and line.startswith("- "):
            found[heading].append(line[2:].strip())
    for name, lines in found.items():
        if not lines:
            raise ContentError(file.path, file.body_line, f'"{name}" is missing or empty', _HINT)
    return found
