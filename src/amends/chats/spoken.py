"""Which families of words each message says: one look at all texts together.

The families stand in `content/<language>/chats.toml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Self

import numpy as np
import re2
from numpy.typing import NDArray

from amends.chats.talk import Talk
from amends.chats.watching import Told, silent
from amends.safety import TABLES, TEXT, TEXTS, Key, Kind, check_keys
from amends.text import CONTENT, ContentError, ContentFile, load_table

FILE = "chats.toml"
FAMILIES = (
    "apologies", "promises", "reassurance", "demands", "heat", "repair", "thanks", "good_news",
    "gladness",
)  # fmt: skip
"""What every language has to have; `[[topic]]`s come after them."""
TOPIC = "topic: "
OWN_TOPIC = "topic: own: "
HARM = "harm: "
MOST = 55
"""A bit of sixty-four for each: FAMILIES and the topics that ship take some fifteen, and nine are
left for what is not heard by phrases (`ruled.py`, and patterns that hear for themselves)."""
_TOLD_EVERY = 1000
"""Places that are found; a thousand take some milliseconds."""
_APOSTROPHES = "'\u2019"
_PART = re.compile(rf"\(|\)|\[|\]|\||\*|\?|[\w{_APOSTROPHES}-]+|\s+")
_SIGNS = {"(": "(?:", ")": ")", "|": "|", "*": r"\w*", "?": r"\?"}
_SPACE = r"[\s,]+"
_LEADING, _INNER = "(?:(?:", f"(?:{_SPACE}(?:"
_LEADING_END = f"){_SPACE})?"
_KEYS = {"phrases": Key(TEXTS, is_required=True), "unless": Key(TEXTS)}
_TOPIC_KEYS = {"name": Key(TEXT, is_required=True), "title": Key(TEXT, is_required=True), **_KEYS}
_TABLE = Kind("a part of the file", lambda value: isinstance(value, dict), "begin it with [name]")


class PhraseNotUnderstood(ValueError):
    """A phrase has a sign that means nothing here, or a bracket without its other half."""


@dataclass(frozen=True)
class Family:
    """Words that say one kind of thing, and in which company they do not."""

    name: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Spoken:
    """Every family of words in one language, and what topics are called."""

    families: tuple[Family, ...]
    titles: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    @cache
    def load(cls, language: str, folder: Path = CONTENT) -> Self:
        """Read the families of one language; raises ContentError at the first mistake."""
        file = load_table(folder / language / FILE)
        for mistake in _mistakes(file):
            raise mistake
        tables = [(name, file.header[name]) for name in FAMILIES]
        topics = [(TOPIC + one["name"], one) for one in file.header.get("topic", ())]
        made = (_family(name, one) for name, one in [*tables, *topics])
        return cls(tuple(made), {name: one["title"] for name, one in topics})

    def with_harms(self, harms: Sequence[str]) -> Self:
        """Return them with what the user named; several wordings are parted by commas."""
        return self._with((one, Family(HARM + one, _wordings(one))) for one in harms)

    def with_topics(self, topics: Sequence[str]) -> Self:
        """Return them with topics in the user's own words, such as "the flat: mortgage, our flat".

        Without a colon a topic is called as its first wording.
        """
        return self._with(_own_topic(one) for one in topics)

    def _with(self, added: Iterable[tuple[str, Family]]) -> Self:
        families = {one.name: one for one in self.families}
        titles = dict(self.titles)
        for title, one in added:
            if one.phrases:
                families[one.name], titles[one.name] = one, title
        return replace(self, families=tuple(families.values())[:MOST], titles=titles)

    def heard_in(self, talk: Talk, told: Told = silent) -> Talk:
        """Return the talk with what each of its messages says; `told` hears how far it is."""
        joined = _Joined(talk.texts, told)
        every = [phrase for family in self.families for phrase in family.phrases]
        some = joined.saying(expression(every)) if every else np.empty(0, np.int64)
        close = _Joined([talk.texts[place] for place in some.tolist()])
        heard = np.zeros(len(talk), np.uint64)
        for bit, family in enumerate(self.families):
            said = close.saying(expression(family.phrases))
            if family.unless and len(said):
                said = np.setdiff1d(said, close.saying(expression(family.unless)))
            heard[some[said]] |= np.uint64(1 << bit)
        names = {family.name: bit for bit, family in enumerate(self.families)}
        return replace(talk, heard=heard, families=names)


class _Joined:
    """Many texts in one piece of memory: a text for itself would cost a call each."""

    def __init__(self, texts: Sequence[str], told: Told = silent) -> None:
        self.told = told
        joined = "\0".join(texts)
        if joined.count("\0") != max(len(texts) - 1, 0):
            joined = "\0".join(text.replace("\0", " ") for text in texts)
        self.data = joined.encode(errors="ignore")
        self.ends = np.flatnonzero(np.frombuffer(self.data, np.uint8) == 0)
        self.count = len(texts)

    def saying(self, wanted: Any) -> NDArray[np.int64]:  # noqa: ANN401 - re2 has no types
        """Return the places of the texts in which it is found, each once."""
        if not self.count:
            return np.empty(0, np.int64)
        at = np.fromiter(self._places(wanted), np.int64)
        return np.unique(np.searchsorted(self.ends, at))

    def _places(self, wanted: Any) -> Iterator[int]:  # noqa: ANN401 - re2 has no types
        for number, found in enumerate(wanted.finditer(self.data)):
            if number % _TOLD_EVERY == 0:
                self.told(found.start() / len(self.data))
            yield found.start()


def expression(phrases: Sequence[str]) -> Any:  # noqa: ANN401 - re2 has no types
    """Return an expression for any of these phrases; raises PhraseNotUnderstood."""
    parts = "|".join(_pattern(phrase) for phrase in phrases)
    quiet = re2.Options()
    quiet.log_errors = False
    try:
        return re2.compile(rf"(?i)(?:{parts})".encode(), quiet)
    except re2.error:
        raise PhraseNotUnderstood from None


@cache
def _pattern(phrase: str) -> str:
    r"""Return one phrase as RE2 has it.

    What may be left out takes its space with it: the one after it where it stands first.

    >>> print(_pattern("[so] sorry"))
    (?:\b(?:(?:so)[\s,]+)?sorry\b)
    """
    if "".join(_PART.findall(phrase)) != phrase or not re.search(r"\w", phrase):
        raise PhraseNotUnderstood
    made: list[str] = []
    pieces = _PART.findall(phrase.strip())
    if pieces.count("[") != pieces.count("]") or phrase.find("]") < phrase.find("["):
        raise PhraseNotUnderstood
    for piece, before, after in zip(pieces, ["(", *pieces], [*pieces[1:], ""], strict=False):
        if piece.isspace():
            is_swallowed = after == "[" or made[-1] == _LEADING_END
            made.append("" if is_swallowed else r"\s*" if after == "?" else _SPACE)
        elif piece == "[":
            is_leading = before in {"(", "|"} or (made and made[-2:] == [_LEADING_END, ""])
            made.append(_LEADING if is_leading else _INNER)
        elif piece == "]":
            opened = next(one for one in reversed(made) if one in {_LEADING, _INNER})
            made.append(_LEADING_END if opened == _LEADING else "))?")
        else:
            made.append(_SIGNS.get(piece) or _word(piece))
    return rf"(?:\b{''.join(made)}{'' if pieces[-1] in {'?', '*'} else chr(92) + 'b'})"


def _word(word: str) -> str:
    """Return a word with whichever apostrophe, also where a phone leaves it out."""
    return re.sub(f"[{_APOSTROPHES}]", f"[{_APOSTROPHES}]?", re.escape(word))


def _wordings(harm: str) -> tuple[str, ...]:
    """Return the user's own words as phrases: their signs mean nothing."""
    parts = (re.sub(rf"[^\w{_APOSTROPHES}-]+", " ", part).strip() for part in harm.split(","))
    return tuple(part for part in parts if re.search(r"\w", part))


def named_words(written: str) -> Family:
    """Return words of the user's own, such as "the lake: lake, jetty"; the first may be the name.

    >>> named_words("the lake: lake, jetty")
    Family(name='the lake', phrases=('lake', 'jetty'), unless=())
    """
    name, is_named, words = written.partition(":")
    phrases = _wordings(words if is_named else written)
    title = " ".join(name.split()) if is_named else ""
    return Family(title or next(iter(phrases), ""), phrases)


def plain_words(name: str, words: Iterable[str]) -> Family:
    """Return words without signs as a family."""
    return Family(name, _wordings(",".join(words)))


def _own_topic(written: str) -> tuple[str, Family]:
    own = named_words(written)
    return own.name, replace(own, name=OWN_TOPIC + own.name)


def _family(name: str, table: Mapping[str, Any]) -> Family:
    return Family(name, tuple(table["phrases"]), tuple(table.get("unless", ())))


def load_families(path: Path, names: Sequence[str]) -> tuple[Family, ...]:
    """Read families from a file of their own; raises ContentError at the first mistake."""
    file = load_table(path)
    for mistake in _in_families(file, names):
        raise mistake
    return tuple(_family(name, file.header[name]) for name in names)


def check_families(path: Path, names: Sequence[str]) -> Iterator[ContentError]:
    """Yield every mistake in such a file."""
    try:
        yield from _in_families(load_table(path), names)
    except ContentError as error:
        yield error


def places_of(texts: Sequence[str], families: Sequence[Family]) -> dict[str, NDArray[np.int64]]:
    """Return for each family the places of the texts that say it, by its name."""
    known = [one for one in families if one.phrases]
    if not known:
        return {}
    joined = _Joined(texts)
    some = joined.saying(expression([phrase for one in known for phrase in one.phrases]))
    close = _Joined([texts[place] for place in some.tolist()])
    return {one.name: some[close.saying(expression(one.phrases))] for one in known}


def check_spoken(home: Path) -> Iterator[ContentError]:
    """Yield every mistake in the families of one language, if it has any."""
    if not (home / FILE).is_file():
        return
    try:
        yield from _mistakes(load_table(home / FILE))
    except ContentError as error:
        yield error


def _mistakes(file: ContentFile) -> Iterator[ContentError]:
    wrong = list(_in_families(file, FAMILIES, {"topic": Key(TABLES)}))
    yield from wrong
    for number, one in enumerate(() if wrong else file.header.get("topic", ())):
        yield from _in_table(file, _TOPIC_KEYS, one, f"topic.{number}")


def _in_families(
    file: ContentFile, names: Sequence[str], others: Mapping[str, Key] | None = None
) -> Iterator[ContentError]:
    top = {name: Key(_TABLE, is_required=True) for name in names} | dict(others or {})
    wrong = list(check_keys(file, top, file.header))
    yield from wrong
    for name in () if wrong else names:
        yield from _in_table(file, _KEYS, file.header[name], name)


def _in_table(
    file: ContentFile, keys: Mapping[str, Key], table: Mapping[str, Any], at: str
) -> Iterator[ContentError]:
    wrong = list(check_keys(file, keys, table, at))
    yield from wrong
    for key in () if wrong else ("phrases", "unless"):
        for phrase in table.get(key, ()):
            try:
                expression([phrase])
            except PhraseNotUnderstood:
                hint = "(a|b), [a] and word* are all the signs; each bracket needs its other half"
                yield file.mistake(f"{at}.{key}", f'the phrase "{phrase}" is not understood', hint)
