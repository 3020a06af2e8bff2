"""What is said about patterns: `content/<language>/patterns/<name>.toml`, one file for each.

`mine`, `theirs` and `ours` say what was counted, with {count}, {other} (the same on the other side)
and what the pattern tells besides. `exercise` or `habit` is where it leads, `leads` says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from amends.chats.tone import TONES
from amends.text import CONTENT, load_table

FOLDER = "patterns"
COUNTED = frozenset({"count", "other", "about"})
"""What every sentence may have in braces."""
SIDES_SAID = ("mine", "ours", "theirs")
CHOSEN = ("grow", "shrink", "even")
"""A sentence each for a pattern that tells a trend; {trend} is one of them."""
CALLED = tuple(TONES)
"""What each tone is called, for {about}."""


@dataclass(frozen=True)
class Said:
    """The sentences about every pattern in one language, by its name."""

    tables: Mapping[str, Mapping[str, Any]]

    @classmethod
    @cache
    def load(cls, language: str, folder: Path = CONTENT) -> Self:
        """Read every file; raises ContentError at the first mistake."""
        paths = sorted((folder / language / FOLDER).glob("*.toml"))
        return cls({path.stem: load_table(path).header for path in paths})

    def title(self, name: str) -> str:
        """Return what a pattern is called."""
        return str(self.tables[name]["title"])

    def definition(self, name: str) -> str:
        """Return what is counted, as a person reads it."""
        return str(self.tables[name]["definition"])

    def summary(self, name: str, side: str, facts: Mapping[str, object]) -> str:
        """Return one or two sentences on one side, filled with what was counted."""
        table = self.tables[name]
        told = {**facts, "trend": table.get(str(facts.get("trend")), "")}
        return str(table[side]).format_map(told).strip()

    def called(self, name: str, about: str) -> str:
        """Return what something is called that this pattern alone looks for, such as a tone."""
        return str(self.tables[name].get(about.rpartition(" ")[2], ""))

    def leads(self, name: str) -> tuple[str, str, str]:
        """Return where a pattern leads: the sentence, and the id of an exercise or of a habit."""
        table = self.tables[name]
        return table["leads"], table.get("exercise", ""), table.get("habit", "")
