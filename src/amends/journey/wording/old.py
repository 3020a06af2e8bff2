"""Words that amends does not use: one list a language, and no sign that shouts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from amends.text import ContentError, fold

_SIGNS = re.compile("[!¡\U0001f000-\U0001faff\u2600-\u27bf]")
_CALM = "write it calmly: no exclamation marks, no emoji"


@dataclass(frozen=True)
class NeverWords:
    """The words and phrases of `words/never.txt`; a * at the end stands for any ending."""

    path: Path
    pattern: re.Pattern[str] | None

    @classmethod
    def load(cls, path: Path) -> "NeverWords":
        """Read a list: one entry a line, remarks after #; a missing list is an empty one."""
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        entries = [fold(line.partition("#")[0]).split() for line in lines]
        told = "|".join(_entry(words) for words in entries if words)
        return cls(path, re.compile(rf"(?<!\w)(?:{told})(?!\w)") if told else None)

    def check(self, path: Path) -> Iterator[ContentError]:
        """Yield a mistake for every such word, and every sign that shouts, in a file."""
        text = path.read_text(encoding="utf-8", errors="replace")
        folded = fold(text)
        for found in self.pattern.finditer(folded) if self.pattern else ():
            word = " ".join(text[found.start() : found.end()].split())
            hint = f"say it in other words, or leave it out; the list is {self.path.name}"
            yield _mistake(path, text, found.start(), f"amends does not say “{word}”", hint)
        for found in _SIGNS.finditer(text):
            yield _mistake(path, text, found.start(), f"there is a “{found[0]}”", _CALM)


def _entry(words: list[str]) -> str:
    return r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in words)


def _mistake(path: Path, text: str, at: int, problem: str, hint: str) -> ContentError:
    return ContentError(path, text.count("\n", 0, at) + 1, problem, hint)
