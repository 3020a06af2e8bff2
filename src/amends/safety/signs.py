"""Does a text say that its writer is in danger from themselves? Nothing is kept of the answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amends.safety.sign_file import Theme, check_theme, read_theme
from amends.text import CONTENT, ContentError, Span, Words, read_passage

HEARD_AS = "self-harm"
"""The label under which the second listener hears it."""
FAINT = 0.4
"""The chance from which the second listener alone is believed: the lowest in steps of a tenth that
keeps false alarms under 3 in 100 on drafts that were labelled for measuring (docs/crisis.md)."""

Hear = Callable[[str, str], float]
"""A second listener: takes a text and a label, returns the chance that it is said somewhere."""


@dataclass(frozen=True)
class Signs:
    """All phrases of one language, by theme, and the words that they share."""

    themes: Sequence[Theme]
    words: Words

    @classmethod
    def load(cls, language: str = "en", folder: Path = CONTENT) -> "Signs":
        """Read every theme below `folder/<language>/crisis`.

        Raises:
            ContentError: the first mistake found.
        """
        home = folder / language
        words = Words.load(home / "words")
        paths = sorted((home / "crisis").glob("*.md"))
        return cls(tuple(read_theme(path, words) for path in paths), words)

    def find(self, text: str) -> list[Span]:
        """Return every stretch that a phrase finds, theme by theme."""
        passage = read_passage(text, self.words)
        found = [span for theme in self.themes for span in theme.phrases.find(passage)]
        idioms = [span for theme in self.themes for span in theme.unless.find(passage)]
        return [span for span in found if not any(idiom.holds(span) for idiom in idioms)]


def crisis(text: str, hear: Hear | None = None, signs: Signs | None = None) -> bool:
    """Say whether a text may come from someone who is in danger from themselves.

    Made to miss little: an idiom that is taken for a sign costs a page that can be closed.
    """
    if (signs or _english()).find(text):
        return True
    return hear is not None and hear(text, HEARD_AS) >= FAINT


def check_signs(home: Path) -> list[ContentError]:
    """Return every mistake in the themes of one language, whose folder is `home`."""
    words = Words.load(home / "words")
    paths = sorted((home / "crisis").glob("*.md"))
    return [mistake for path in paths for mistake in check_theme(path, words)]


@cache
def _english() -> Signs:
    return Signs.load("en")
