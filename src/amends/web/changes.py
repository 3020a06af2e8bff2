"""What changed between two versions of a text, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Change:
    """A run of words that stayed (`same`), went (`gone`) or came (`new`)."""

    how: str
    text: str


def changes(older: str, newer: str) -> list[Change]:
    """Return the runs of words from the older text to the newer one, in reading order."""
    before, after = _WORDS.findall(older), _WORDS.findall(newer)
    found: list[Change] = []
    for step, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            found.append(Change("same", "".join(before[a:b])))
            continue
        if a < b:
            found.append(Change("gone", "".join(before[a:b])))
        if c < d:
            found.append(Change("new", "".join(after[c:d])))
    return found
