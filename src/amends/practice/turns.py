"""What the journal's guard listens for: phrases that turn a thing over, and that move on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from amends.practice.likeness import Features, Plain
from amends.safety import TEXTS, Key, check_keys
from amends.text import (
    CONTENT,
    ContentError,
    ContentFile,
    PhraseError,
    Phrases,
    Words,
    load_table,
    read_passage,
)

FILE = "looping.toml"
SPREAD = 20
"""Words that are added to each length, so that one phrase in a note does not weigh like ten."""
_EDGES = frozenset({"^", "$", "?", ","})
_PARTS = ("turning", "moving", "plain", "everyday")


@dataclass(frozen=True)
class Read:
    """A page as the guard reads it.

    Its words, and how many phrases in a hundred words turn over, and move on.
    """

    features: Features = field(repr=False)
    words: int
    turning: float
    moving: float


@dataclass(frozen=True)
class Turns:
    """The phrases and the words that the guard knows, in one language."""

    turning: Phrases
    moving: Phrases
    plain: Plain
    words: Words

    @classmethod
    def load(cls, language: str, folder: Path = CONTENT) -> Self:
        """Read the phrases of one language; raises ContentError at the first mistake."""
        home = folder / language
        file = _file(home)
        for mistake in _mistakes(file):
            raise mistake
        words = Words.load(home / "words")
        said = {name: file.header[name]["phrases"] for name in _PARTS}
        plain = Plain(frozenset(said["plain"]), frozenset(said["everyday"]))
        return cls(Phrases(said["turning"], words), Phrases(said["moving"], words), plain, words)

    def read(self, text: str) -> Read:
        """Return a text as the guard reads it."""
        passage = read_passage(text, self.words)
        streams = (sentence.stream.decode().split() for sentence in passage.sentences)
        words = [word for stream in streams for word in stream if word not in _EDGES]
        each = 100 / (len(words) + SPREAD)
        return Read(
            self.plain.features(words),
            len(words),
            each * len(self.turning.find(passage)),
            each * len(self.moving.find(passage)),
        )


def check_turns(home: Path) -> Iterator[ContentError]:
    """Yield every mistake in the guard's phrases of one language, if it has any."""
    if not (home / FILE).is_file():
        return
    try:
        file, words = _file(home), Words.load(home / "words")
    except ContentError as error:
        yield error
        return
    wrong = list(_mistakes(file))
    yield from wrong
    for name in () if wrong else ("turning", "moving"):
        try:
            Phrases(file.header[name]["phrases"], words).parse()
        except PhraseError as error:
            problem = f'phrase "{error.phrase}": {error.problem}'
            yield file.mistake(f"{name}.phrases", problem, error.hint)


def _file(home: Path) -> ContentFile:
    return load_table(home / FILE)


def _mistakes(file: ContentFile) -> Iterator[ContentError]:
    for name in _PARTS:
        table = file.header.get(name)
        if not isinstance(table, dict):
            hint = "copy it from the file of another language"
            yield file.mistake("", f"the part [{name}] is missing", hint)
            continue
        yield from check_keys(file, {"phrases": Key(TEXTS, is_required=True)}, table, name)
