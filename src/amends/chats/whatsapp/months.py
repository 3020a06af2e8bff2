"""Months that are written out in headers, in the language of the phone."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from amends.chats.whatsapp.clock import CONTENT

_WORD = re.compile(r"[^\W\d_][^\s\d,./:\-]*")


@cache
def _months() -> Mapping[str, Mapping[str, int]]:
    """Return for each name of a month, and each language that has it, which month it is."""
    tables = tomllib.loads((CONTENT / "dates.toml").read_text("utf-8"))["months"]
    found: dict[str, dict[str, int]] = {}
    for language, names in tables.items():
        for month, spellings in enumerate(names.split(), start=1):
            for name in spellings.split("/"):
                found.setdefault(_bare(name), {})[language] = month
    return found


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()


def is_month(word: str) -> bool:
    """Say whether a word is the name of a month in some language."""
    return _bare(word) in _months()


def months_of(words: Iterable[str]) -> Mapping[str, int]:
    """Return months by their names, in the languages that know most of some words.

    A word can be another month in another language.

    >>> months_of(["lis", "gru"])["lis"], months_of(["lis", "stu"])["lis"]
    (11, 10)
    """
    told = {_bare(word) for word in words}
    known = Counter(language for word in told for language in _months().get(word, ()))
    ranked = [language for language, _ in known.most_common()]
    return {
        name: by[next(language for language in ranked if language in by)]
        for name, by in _months().items()
        if not by.keys().isdisjoint(ranked)
    }


def month_in(written: str, months: Mapping[str, int]) -> int:
    """Return the month that one of the words of a date names, 0 where none does."""
    return next((months[one] for one in map(_bare, _WORD.findall(written)) if one in months), 0)
