"""One phrase: how it is written, and the pattern it stands for.

`(a|b)` one of · `[a]` may be there · `word*` any ending · `*ed` any beginning · `_` one word ·
`…` up to six words · `{name}` a word list · `#` a number in digits · `,` a pause ·
`?` the sentence asks · `^` and `$` its beginning and end.
"""

import re
from dataclasses import dataclass

from amends.text.folding import fold
from amends.text.words import WORD, Words

_TOKEN = re.compile(r"\s+|\.\.\.|…|\{[^}]*\}?|[()\[\]|_^$,?#]|[^\s()\[\]|_^$,?#{}…]+")
_SOME = r"[^ ,?^$]*"
_ANY = r"[^ ,?^$]+ (?:, )?"
_NUMBER = r"[0-9][^ ,?^$]* (?:, )?"
_GAP = f"(?:{_ANY}){{0,6}}"
_MARKS = {
    "_": _ANY,
    "#": _NUMBER,
    "…": _GAP,
    "...": _GAP,
    "^": r"\^ ",
    "$": r"(?:\? )?\$ ",
    ",": ", ",
    "?": r"\? ",
}
_CLOSING = {"(": ")", "[": "]"}


class PhraseError(Exception):
    """A phrase that cannot be read: which, why, and a hint."""

    def __init__(self, phrase: str, problem: str, hint: str) -> None:
        super().__init__(phrase, problem, hint)
        self.phrase = phrase
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.phrase}: {self.problem}\nhint: {self.hint}"


@dataclass(frozen=True)
class Phrase:
    """A compiled phrase: an RE2 pattern over a passage's stream, and words it cannot do without.

    A text that lacks every word of one of the `needs` cannot hold the phrase.
    """

    pattern: str
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Part:
    """A piece of a phrase."""

    pattern: str
    needs: tuple[frozenset[str], ...] = ()
    is_empty: bool = False


def parse_phrase(phrase: str, words: Words) -> Phrase:
    """Return a written phrase as a pattern.

    Raises:
        PhraseError: brackets that do not close, a list that is not there, a phrase without words.
    """
    part = _Reader(phrase, words).whole()
    return Phrase(f" {part.pattern}", part.needs)


class _Reader:
    """Reads one phrase from left to right."""

    def __init__(self, phrase: str, words: Words) -> None:
        self.phrase = phrase
        self.words = words
        self.tokens = [t for t in _TOKEN.findall(fold(phrase)) if not t.isspace()]
        self.at = 0

    def whole(self) -> Part:
        part = self._choice()
        if self.at < len(self.tokens):
            closing = self.tokens[self.at]
            raise self._wrong(f"`{closing}` closes nothing", "take it out, or open it before")
        if part.is_empty:
            raise self._wrong("it matches everywhere", "give it at least one word that must stand")
        return part

    def _choice(self) -> Part:
        parts = [self._row()]
        while self._next() == "|":
            self.at += 1
            parts.append(self._row())
        if len(parts) == 1:
            return parts[0]
        return _joined(parts)

    def _row(self) -> Part:
        parts: list[Part] = []
        while (token := self._next()) and token not in {"|", ")", "]"}:
            self.at += 1
            parts.append(self._item(token))
        needs = tuple(need for part in parts for need in part.needs)
        pattern = "".join(part.pattern for part in parts)
        return Part(pattern, needs, all(part.is_empty for part in parts))

    def _item(self, token: str) -> Part:
        if token in _CLOSING:
            return self._bracket(token)
        if token in _MARKS:
            return Part(_MARKS[token], is_empty=token in {"…", "..."})
        if token[0] == "{":
            return self._list(token)
        return self._word(token)

    def _bracket(self, token: str) -> Part:
        inner = self._choice()
        closing = _CLOSING[token]
        if self._next() != closing:
            raise self._wrong(f"`{token}` is not closed", f"add `{closing}`")
        self.at += 1
        if closing == ")":
            return inner
        return Part(f"(?:{inner.pattern})?", (), is_empty=True)

    def _list(self, token: str) -> Part:
        name = token[1:-1]
        if name not in self.words.lists:
            known = ", ".join(sorted(self.words.lists)) or "none yet"
            raise self._wrong(f"there is no word list `{name}`", f"the lists are: {known}")
        if name not in self.words.parsed:
            self.words.parsed[name] = None
            self.words.parsed[name] = self._parsed(name)
        part: Part | None = self.words.parsed[name]
        if part is None:
            raise self._wrong(f"the word list `{name}` names itself", "take the name out of it")
        return part

    def _parsed(self, name: str) -> Part:
        try:
            return _joined([_Reader(one, self.words).whole() for one in self.words.lists[name]])
        except PhraseError as error:
            problem = f"in the word list `{name}`, line `{error.phrase}`: {error.problem}"
            raise self._wrong(problem, error.hint) from None

    def _word(self, token: str) -> Part:
        if "*" in token:
            return self._part_of_word(token)
        if not WORD.search(token):
            raise self._wrong(f"`{token}` is no word", "write words, lists in { } and ( | )")
        return self._literal(token)

    def _part_of_word(self, token: str) -> Part:
        stem = token.strip("*").replace("'", "")
        if token.count("*") > 1 or not WORD.fullmatch(stem):
            hint = "write `hurt*` for any ending, `*ed` for any beginning"
            raise self._wrong(f"`{token}` is no part of a word", hint)
        before, after = (_SOME, "") if token[0] == "*" else ("", _SOME)
        return Part(f"{before}{stem}{after} (?:, )?")

    def _literal(self, entry: str) -> Part:
        plain = [spelt for word in WORD.findall(entry) for spelt in self.words.plain(word)]
        if not plain:
            raise self._wrong(f"`{entry}` is a filler and never matched", "take the word out")
        pattern = "".join(f"{word} (?:, )?" for word in plain)
        return Part(pattern, tuple(frozenset((word,)) for word in plain))

    def _next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _wrong(self, problem: str, hint: str) -> PhraseError:
        return PhraseError(self.phrase, problem, hint)


def _joined(parts: list[Part]) -> Part:
    pattern = "(?:" + "|".join(part.pattern for part in parts) + ")"
    return Part(pattern, _either(parts), any(part.is_empty for part in parts))


def _either(parts: list[Part]) -> tuple[frozenset[str], ...]:
    """Return what a choice needs: of every alternative its longest word, joined into one need."""
    if not parts or not all(part.needs for part in parts):
        return ()
    return (frozenset().union(*(max(part.needs, key=_rarity) for part in parts)),)


def _rarity(need: frozenset[str]) -> float:
    return min(map(len, need)) - len(need) / 8
