"""What the coach's own rules mark in messages: blame, contempt, pressure.

Which rules, and why no others, stands in `content/<language>/chats-rules.toml`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Self

import numpy as np

from amends.chats.by_quarter import Quarters
from amends.chats.talk import Talk
from amends.chats.vocabulary import Vocabulary
from amends.chats.watching import Told, silent
from amends.safety import TABLES, TEXT, TEXTS, Key, check_keys, did_you_mean
from amends.text import (
    CONTENT,
    ContentError,
    ContentFile,
    Passage,
    PhraseError,
    Phrases,
    PhraseSearch,
    Words,
    fold,
    load_content,
    load_table,
    phrase_groups,
    read_passage,
)

FILE = "chats-rules.toml"
BLAME, CONTEMPT, PRESSURE = RULED = ("blame", "contempt", "pressure")
"""What every language that has the file has to have; patterns listen for them."""
KIND = "message"
"""As what the rules read a message of a chat: some of their phrases are for letters alone."""
_FAMILY = {
    **{name: Key(TEXT, is_required=True) for name in ("name", "title")},
    "labels": Key(TEXTS, is_required=True),
    "unless": Key(TEXTS),
}
_TOP = {
    **{name: Key(TEXTS, is_required=True) for name in ("joking", "quarters")},
    "family": Key(TABLES, is_required=True),
}


@dataclass(frozen=True)
class RuledFamily:
    """Some rules that say one kind of thing."""

    name: str
    title: str
    searches: tuple[tuple[PhraseSearch, bool], ...] = field(repr=False)
    unless: Phrases = field(repr=False)

    def is_in(self, passage: Passage) -> bool:
        """Say whether a rule marks something outside the sentences that are left alone."""
        return any(
            not passage.near(span, self.unless.find(passage), 0)
            for search, in_quotes in self.searches
            for span in search.find(passage, KIND, in_quotes=in_quotes)
        )


@dataclass(frozen=True)
class Ruled:
    """The rules of one language that are heard in messages."""

    families: tuple[RuledFamily, ...] = ()
    joking: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    words: Words = field(default_factory=Words, repr=False)

    @classmethod
    @cache
    def load(cls, language: str, folder: Path = CONTENT) -> Self:
        """Read them; none where a language has no such file; raises ContentError."""
        home = folder / language
        if not (home / FILE).is_file():
            return cls()
        file = load_table(home / FILE)
        for mistake in _mistakes(file):
            raise mistake
        words = Words.load(home / "words")
        families = tuple(_family(home, one, words) for one in file.header["family"])
        return cls(families, tuple(file.header["joking"]), tuple(file.header["quarters"]), words)

    @property
    def titles(self) -> Mapping[str, str]:
        """Return what each family is called."""
        return {one.name: one.title for one in self.families}

    def heard_in(self, talk: Talk, told: Told = silent) -> Talk:
        """Return the talk with what the rules mark in it, besides what was heard already."""
        bits = {one.name: len(talk.families) + place for place, one in enumerate(self.families)}
        heard = np.zeros(len(talk), np.uint64) if talk.heard is None else talk.heard.copy()
        said: dict[str, int] = {}
        places = self._vocabulary.may_hold(talk.texts, told).tolist() if self.families else []
        for place in places:
            text = talk.texts[place]
            if text not in said:
                said[text] = self._said(text, bits)
            heard[place] |= np.uint64(said[text])
        return replace(talk, heard=heard, families={**talk.families, **bits})

    def marks(self, text: str) -> tuple[str, ...]:
        """Return the names of the families that one message has."""
        passage = read_passage(text, self.words)
        if not self._any.find(passage):
            return ()
        folded = fold(text)
        if any(one in folded for one in self.joking):
            return ()
        return tuple(one.name for one in self.families if one.is_in(passage))

    def told(self, facts: Mapping[str, object]) -> dict[str, object]:
        """Return what a pattern tells with its quarters in words."""
        return {
            name: one.told(self.quarters) if isinstance(one, Quarters) else one
            for name, one in facts.items()
        }

    def _said(self, text: str, bits: Mapping[str, int]) -> int:
        return sum(1 << bits[name] for name in self.marks(text))

    @cached_property
    def _any(self) -> Phrases:
        """Return every phrase of every rule: most texts have none."""
        searches = (search for family in self.families for search, _ in family.searches)
        phrases = (phrase for search in searches for phrase in search.group.phrases)
        return Phrases(phrases, self.words)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._any.needs(), self.words)


def _family(home: Path, table: Mapping[str, Any], words: Words) -> RuledFamily:
    searches = tuple(one for label in table["labels"] for one in _searches(home, label, words))
    unless = Phrases(table.get("unless", ()), words)
    return RuledFamily(table["name"], table["title"], searches, unless)


def _searches(home: Path, label: str, words: Words) -> Iterator[tuple[PhraseSearch, bool]]:
    header = load_content(_paths(home)[label]).header
    for group in phrase_groups(header, {KIND}):
        yield PhraseSearch.of(group, words), header.get("in_quotes", False)


def _paths(home: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted((home / "rules").glob("*/*.md"))}


def check_ruled(home: Path) -> Iterator[ContentError]:
    """Yield every mistake in which rules are heard in one language's messages, if any are."""
    if not (home / FILE).is_file():
        return
    try:
        yield from _mistakes(load_table(home / FILE))
    except ContentError as error:
        yield error


def _mistakes(file: ContentFile) -> Iterator[ContentError]:
    wrong = list(check_keys(file, _TOP, file.header))
    for number, one in enumerate(() if wrong else file.header["family"]):
        wrong += check_keys(file, _FAMILY, one, f"family.{number}")
    yield from wrong
    if not wrong:
        yield from _unknown(file)


def _unknown(file: ContentFile) -> Iterator[ContentError]:
    paths = _paths(file.path.parent)
    words = Words.load(file.path.parent / "words")
    if len(file.header["quarters"]) != 4:  # noqa: PLR2004 - a year has as many
        yield file.mistake("quarters", "these are not four quarters", "name all four, in order")
    for number, one in enumerate(file.header["family"]):
        at = f"family.{number}"
        if one["name"] not in RULED:
            hint = did_you_mean(one["name"], dict.fromkeys(RULED))
            yield file.mistake(f"{at}.name", f"no pattern listens for `{one['name']}`", hint)
        for label in one["labels"]:
            yield from _in_label(file, f"{at}.labels", label, paths)
        try:
            Phrases(one.get("unless", ()), words).parse()
        except PhraseError as error:
            yield file.mistake(f"{at}.unless", f'phrase "{error.phrase}": {error.problem}')
    for name in sorted(set(RULED) - {one["name"] for one in file.header["family"]}):
        yield file.mistake("", f"`{name}` is missing", "add a table [[family]] for it")


def _in_label(
    file: ContentFile, at: str, label: str, paths: Mapping[str, Path]
) -> Iterator[ContentError]:
    if label not in paths:
        hint = did_you_mean(label, dict.fromkeys(paths))
        yield file.mistake(at, f"there is no rule `{label}`", hint)
    elif {"measure", "not_in"} & set(load_content(paths[label]).header):
        hint = "choose one that has phrases alone"
        yield file.mistake(at, f"the rule `{label}` needs the coach itself", hint)


__all__ = ["BLAME", "CONTEMPT", "FILE", "PRESSURE", "RULED", "Ruled", "check_ruled"]
