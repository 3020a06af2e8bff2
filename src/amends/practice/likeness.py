"""How alike two pages are: the content words and pairs of words that they share, weighed."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

PAIR = 1.5
"""Two words in a row say more than each alone; set on the diaries to tune on."""
EVERYDAY = 0.3
"""A word that every day has, such as “work”, counts for a third; set as above."""
_ENDINGS = re.compile(r"(?<=\w{3})(?:ings?|ed|es|e|s|ly|er)$")
_DOUBLE = re.compile(r"(.)\1$")
Features = Mapping[str, float]


@dataclass(frozen=True)
class Plain:
    """Words that say little by themselves, and words that every day has."""

    empty: frozenset[str]
    everyday: frozenset[str]

    def features(self, words: Sequence[str]) -> Features:
        """Return the content words of a page and its pairs of them, each with its weight."""
        kept = [word for word in words if word not in self.empty and not word.isdigit()]
        stems = [(stem(word), EVERYDAY if word in self.everyday else 1.0) for word in kept]
        found = dict(stems)
        for (first, weight), (second, other) in pairwise(stems):
            found[f"{first} {second}"] = PAIR * min(weight, other)
        return found


@dataclass(frozen=True)
class Known:
    """In how many of someone's older pages each word stands: their usual words weigh less."""

    pages: Iterable[Features] = field(repr=False)

    @cached_property
    def _count(self) -> Counter[str]:
        return Counter(word for page in self.pages for word in page)

    def weigh(self, page: Features) -> Features:
        """Return the words of a page with the weight that they have for this person."""
        return {word: weight / (1 + math.log1p(self._count[word])) for word, weight in page.items()}


def stem(word: str) -> str:
    """Return a word without its commonest endings.

    >>> [stem(word) for word in ("shouted", "shouting", "stairs", "stopped")]
    ['shout', 'shout', 'stair', 'stop']
    """
    cut = _ENDINGS.sub("", word)
    return _DOUBLE.sub(r"\1", cut) if cut != word else word


def likeness(one: Features, other: Features) -> float:
    """Return how alike two pages are, from 0 to 1: the cosine of their weights."""
    shared = sum(weight * other[word] for word, weight in one.items() if word in other)
    size = math.hypot(*one.values()) * math.hypot(*other.values())
    return shared / size if size else 0.0
