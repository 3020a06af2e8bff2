"""Words of one language: named lists, and other spellings of the same word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amends.text.content import ContentError
from amends.text.folding import fold

SPELLINGS = "spellings"
FILLERS = "fillers"
COMMON = "common"
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
"""A word in a folded text; an apostrophe inside belongs to it."""


@dataclass(frozen=True)
class Words:
    """Named word lists, and spellings such as `u` for `you` or `*n't` for `not`.

    A filler such as `lol` is spelt as no word at all. The `common` words are the commonest of the
    language, so that phrases can be looked up by rarer ones.
    """

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    endings: tuple[tuple[str, str], ...] = ()
    common: frozenset[str] = frozenset()
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What phrases keep beside the words, so that each is parsed and compiled once."""

    @classmethod
    def load(cls, folder: Path) -> "Words":
        """Read every `<name>.txt` of a folder; lines that begin with `# ` are remarks.

        Raises:
            ContentError: a line of `spellings.txt` is not `spelling = word`.
        """
        files = {path.stem: _lines(path) for path in sorted(folder.glob("*.txt"))}
        pairs = _pairs(folder / f"{SPELLINGS}.txt", files.pop(SPELLINGS, []))
        fillers = {word: () for _, word in files.pop(FILLERS, [])}
        common = frozenset(word for _, word in files.pop(COMMON, []))
        return cls(
            lists={name: tuple(text for _, text in lines) for name, lines in files.items()},
            spellings=fillers
            | {a: tuple(b.split()) for a, b in pairs.items() if not a.startswith("*")},
            endings=tuple((a[1:], b) for a, b in pairs.items() if a.startswith("*")),
            common=common,
        )

    def plain(self, word: str) -> tuple[str, ...]:
        """Return a folded word as the words that phrases are matched on: `don't` is `do`, `not`."""
        known = self.spellings.get(word)
        if known is not None:
            return known
        return self._without_apostrophe(word) if "'" in word else (word,)

    def _without_apostrophe(self, word: str) -> tuple[str, ...]:
        for ending, meaning in self.endings:
            if word.endswith(ending) and len(word) > len(ending):
                return (*self.plain(word[: -len(ending)]), meaning)
        bare = word.replace("'", "")
        return self.spellings.get(bare, (bare,)) if bare else ()


def _lines(path: Path) -> list[tuple[int, str]]:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    stripped = ((number, fold(line).strip()) for number, line in lines)
    return [(number, line) for number, line in stripped if line and not line.startswith("# ")]


def _pairs(path: Path, lines: list[tuple[int, str]]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for number, line in lines:
        left, equals, right = (part.strip() for part in line.partition("="))
        if not (left and equals and right):
            hint = "write: u = you"
            raise ContentError(path, number, "this is not a spelling and a word", hint)
        pairs[left] = right
    return pairs
