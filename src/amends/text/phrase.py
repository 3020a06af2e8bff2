"""One phrase: how it is written, and the pattern it stands for.

`(a|b)` one of · `[a]` may be there · `word*` any ending · `*ed` any beginning · `_` one word ·
`…` up to six words · `{name}` a word list · `#` a number in digits · `,` a pause ·
`?` the sentence asks · `^` and `$` its beginning and end.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from amends.text.clue import Clue, Row, beginning, either
from amends.text.folding import fold
from amends.text.words import WORD, Words

_TOKEN = re.compile(r"\.\.\.|\{[^}]*\}?|[()\[\]|_^$,?#…]|[^\s()\[\]|_^$,?#{}…]+")
_SOME = r"[^ ,?^$]*"
_ANY = r"[^ ,?^$]+ (?:, )?"
_GAP = f"(?:{_ANY}){{0,6}}"
_MARKS = {
    "_": _ANY,
    "#": r"[0-9][^ ,?^$]* (?:, )?",
    "…": _GAP,
    "...": _GAP,
    "^": r"\^ ",
    "$": r"(?:\? )?\$ ",
    ",": ", ",
    "?": r"\? ",
    "(": "(?:",
    "[": "(?:",
    ")": ")",
    "]": ")?",
    "|": "|",
}
_GAPS = frozenset({"…", "..."})
_NO_CLUE = Clue()
_CLUES = {
    "^": Clue((), frozenset("^"), frozenset("^")),
    "$": Clue((), frozenset("$"), frozenset("$")),
    ",": Clue((frozenset(","),)),
    "?": Clue((frozenset("?"),)),
}
_CLOSING = {"(": ")", "[": "]"}
_WHOLE = frozenset("({")
_BAR, _ROUND = "|", ")"


class PhraseError(Exception):
    """A phrase that cannot be read: which, why, and a hint."""

    def __init__(self, phrase: str, problem: str, hint: str) -> None:
        super().__init__(phrase, problem, hint)
        self.phrase = phrase
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.phrase}: {self.problem}\nhint: {self.hint}"


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase, or a piece of one: an RE2 pattern over a passage's stream, and what it needs."""

    pattern: str
    clue: Clue


def choices(phrase: str, words: Words) -> list[str]:
    """Return the phrases that a phrase which is only a choice or a word list stands for.

    >>> choices("(sorry|forgive me)", Words())
    ['sorry', 'forgive me']
    """
    if phrase[:1] not in _WHOLE:
        return [phrase]
    tokens = _TOKEN.findall(fold(phrase))
    if len(tokens) == 1 and tokens[0][1:-1] in words.lists:
        entries = words.lists[tokens[0][1:-1]]
        return [one for entry in entries for one in choices(entry, words)]
    return [" ".join(tokens[a:b]) for a, b in _outer(tokens)] or [phrase]


def _outer(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the alternatives of `(a|b|c)` stand, when that is all there is."""
    bars, depth = [0], 0
    for at, token in enumerate(tokens):
        depth += (token in _CLOSING) - (token in _CLOSING.values())
        if depth == 1 and token == _BAR:
            bars.append(at)
        if depth == 0:
            is_whole = token == _ROUND and at == len(tokens) - 1
            return [(a + 1, b) for a, b in pairwise([*bars, at])] if is_whole else []
    return []


def parse_phrase(phrase: str, words: Words) -> Part:
    """Return a written phrase as a pattern.

    Raises:
        PhraseError: brackets that do not close, a list that is not there, a phrase without words.
    """
    tokens = _TOKEN.findall(fold(phrase))
    try:
        parts = [_part(token, words) for token in tokens]
        clue = _clue(tokens, parts)
    except _Mistake as mistake:
        raise PhraseError(phrase, *mistake.args) from None
    return Part("".join([part.pattern for part in parts]), clue)


class _Mistake(Exception):
    """What is wrong with a phrase that is being read, and a hint."""


def _part(token: str, words: Words) -> Part:
    parts: dict[str, Part] = words.kept.setdefault("parts", {})
    part = parts.get(token)
    if part is None:
        part = parts[token] = _new_part(token, words)
    return part


def _new_part(token: str, words: Words) -> Part:
    if token in _MARKS:
        return Part(_MARKS[token], _CLUES.get(token, _NO_CLUE))
    if token[0] == "{":
        return _list(token[1:-1], words)
    if "*" in token:
        return _part_of_word(token)
    plain = [spelt for word in WORD.findall(token) for spelt in words.plain(word)]
    if not plain:
        hint = "write words; marks such as `(a|b)` are explained in the guide to writing"
        raise _Mistake(f"`{token}` is never matched", hint)
    row = Row()
    for word in plain:
        row.add(_word_clue(word))
    return Part("".join([f"{word} (?:, )?" for word in plain]), row.clue())


def _word_clue(word: str) -> Clue:
    only = frozenset((word,))
    return Clue((only,), only, only)


def _part_of_word(token: str) -> Part:
    stem = token.strip("*").replace("'", "")
    if token.count("*") > 1 or not WORD.fullmatch(stem):
        hint = "write `hurt*` for any ending, `*ed` for any beginning"
        raise _Mistake(f"`{token}` is no part of a word", hint)
    if token[0] == "*":
        return Part(f"{_SOME}{stem} (?:, )?", _NO_CLUE)
    key = beginning(stem)
    return Part(f"{stem}{_SOME} (?:, )?", Clue((key,)) if key else _NO_CLUE)


def _list(name: str, words: Words) -> Part:
    if name not in words.lists:
        known = ", ".join(sorted(words.lists)) or "none yet"
        raise _Mistake(f"there is no word list `{name}`", f"the lists are: {known}")
    open_lists: set[str] = words.kept.setdefault("open_lists", set())
    if name in open_lists:
        raise _Mistake(f"the word list `{name}` names itself", "take the name out of it")
    open_lists.add(name)
    try:
        parts = [parse_phrase(entry, words) for entry in words.lists[name]]
    except PhraseError as error:
        problem = f"in the word list `{name}`, line `{error.phrase}`: {error.problem}"
        raise _Mistake(problem, error.hint) from None
    finally:
        open_lists.discard(name)
    pattern = "(?:" + "|".join([part.pattern for part in parts]) + ")"
    return Part(pattern, either([part.clue for part in parts]))


class _Group:
    """What stands between two brackets, or the whole phrase, while it is being read."""

    def __init__(self, opening: str) -> None:
        self.opening = opening
        self.row = Row()
        self.clues: list[Clue] = []
        self.may_be_empty = False

    def next_choice(self) -> None:
        self.clues.append(self.row.clue())
        self.may_be_empty |= self.row.is_empty
        self.row = Row()

    def close(self) -> Clue:
        self.next_choice()
        return either(self.clues)


def _clue(tokens: Sequence[str], parts: Sequence[Part]) -> Clue:
    open_groups = [_Group("")]
    for token, part in zip(tokens, parts, strict=True):
        if token in _CLOSING:
            open_groups.append(_Group(token))
        elif token == _BAR:
            open_groups[-1].next_choice()
        elif token in _CLOSING.values():
            _close(open_groups, token)
        elif token in _GAPS:
            open_groups[-1].row.skip()
        else:
            open_groups[-1].row.add(part.clue)
    whole = open_groups.pop()
    if open_groups:
        closing = _CLOSING[whole.opening]
        raise _Mistake(f"`{whole.opening}` is not closed", f"add `{closing}`")
    clue = whole.close()
    if whole.may_be_empty:
        raise _Mistake("it matches everywhere", "give it at least one word that must stand")
    return clue


def _close(open_groups: list[_Group], token: str) -> None:
    group = open_groups.pop()
    if _CLOSING.get(group.opening) != token:
        raise _Mistake(f"`{token}` closes nothing", "take it out, or open it before")
    clue = group.close()
    if token == _ROUND and not group.may_be_empty:
        open_groups[-1].row.add(clue)
    else:
        open_groups[-1].row.skip()
