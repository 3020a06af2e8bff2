"""One phrase: how it is written, and the pattern it stands for.

`(a|b)` one of · `[a]` may be there · `word*` any ending · `*ed` any beginning · `_` one word ·
`…` up to six words · `{name}` a word list · `#` a number in digits · `,` a pause ·
`?` the sentence asks · `^` and `$` its beginning and end.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from amends.text.clue import Clue, Row, commonness, either
from amends.text.part import MARKS, MistakeError, Part, half_word_part, words_part
from amends.text.words import Words

_PLAIN = r"[^()\[\]{}|_^$,?#*…]++"
_TOKEN = re.compile(
    rf"\({_PLAIN}(?:\|{_PLAIN})*+\)|\[{_PLAIN}(?:\|{_PLAIN})*+\]"  # a choice of words, as one
    r"|\.\.\.|\{[^}]*\}?|[()\[\]|_^$,?#…]|[^\s()\[\]|_^$,?#{}…]+"
)
_CLOSING = {"(": ")", "[": "]"}
_WHOLE = frozenset("({")
_CLOSED = frozenset(_CLOSING.values())
_BAR, _ROUND = "|", ")"
_APART = frozenset({*_CLOSING, *_CLOSED, _BAR})


class PhraseError(Exception):
    """A phrase that cannot be read: which, why, and a hint."""

    def __init__(self, phrase: str, problem: str, hint: str) -> None:
        super().__init__(phrase, problem, hint)
        self.phrase = phrase
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.phrase}: {self.problem}\nhint: {self.hint}"


def choices(phrase: str, words: Words) -> list[str]:
    """Return the folded phrases that one which is only a choice or a word list stands for.

    >>> choices("(sorry|forgive me)", Words())
    ['sorry', 'forgive me']
    """
    if phrase[:1] not in _WHOLE:
        return [phrase]
    tokens = _TOKEN.findall(phrase)
    if len(tokens) > 1:
        return [" ".join(tokens[a:b]) for a, b in _outer(tokens)] or [phrase]
    inside = tokens[0][1:-1]
    if inside in words.lists:
        return [one for entry in words.lists[inside] for one in choices(entry, words)]
    return inside.split("|") if tokens[0].startswith("(") else [phrase]


def _outer(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the alternatives of `(a|b|c)` stand, when that is all there is."""
    bars, depth = [0], 0
    for at, token in enumerate(tokens):
        depth += (token in _CLOSING) - (token in _CLOSED)
        if depth == 1 and token == _BAR:
            bars.append(at)
        if depth == 0:
            is_whole = token == _ROUND and at == len(tokens) - 1
            return [(a + 1, b) for a, b in pairwise([*bars, at])] if is_whole else []
    return []


def first_look(phrase: str, words: Words) -> frozenset[str]:
    """Return keys of which a text that holds the phrase has one; none when all would do.

    This reads what stands outside brackets, which is much faster than to parse the phrase.

    Raises:
        PhraseError: what it reads is no phrase.
    """
    needs: list[frozenset[str]] = []
    depth = 0
    for token in _TOKEN.findall(phrase):
        depth += (token in _CLOSING) - (token in _CLOSED)
        if depth == 0 and token not in _APART and token[0] != "[":
            try:
                clue = _part(token, words).clue
            except MistakeError as mistake:
                raise PhraseError(phrase, *mistake.args) from None
            needs += clue.needs if clue else ()
        elif depth == 0 and token == _BAR:
            needs.clear()
            break
    if not needs:
        clue = parse_phrase(phrase, words).clue
        needs += clue.needs if clue else ()
    return min(needs, key=lambda need: commonness(need, words.common), default=frozenset())


def parse_phrase(phrase: str, words: Words) -> Part:
    """Return a folded phrase as a pattern.

    Raises:
        PhraseError: brackets that do not close, a list that is not there, a phrase without words.
    """
    tokens = _TOKEN.findall(phrase)
    try:
        parts = [_part(token, words) for token in tokens]
        clue = _clue(tokens, parts)
    except MistakeError as mistake:
        raise PhraseError(phrase, *mistake.args) from None
    return Part("".join([part.pattern for part in parts]), clue)


def _part(token: str, words: Words) -> Part:
    parts: dict[str, Part] = words.kept.setdefault("parts", dict(MARKS))
    part = parts.get(token)
    if part is None:
        part = parts[token] = _new_part(token, words)
    return part


def _new_part(token: str, words: Words) -> Part:
    if token[0] == "{":
        return _list(token[1:-1], words)
    return half_word_part(token) if "*" in token else words_part(token, words)


def _list(name: str, words: Words) -> Part:
    if name not in words.lists:
        known = ", ".join(sorted(words.lists)) or "none yet"
        raise MistakeError(f"there is no word list `{name}`", f"the lists are: {known}")
    open_lists: set[str] = words.kept.setdefault("open_lists", set())
    if name in open_lists:
        raise MistakeError(f"the word list `{name}` names itself", "take the name out of it")
    open_lists.add(name)
    try:
        parts = [parse_phrase(entry, words) for entry in words.lists[name]]
    except PhraseError as error:
        problem = f"in the word list `{name}`, line `{error.phrase}`: {error.problem}"
        raise MistakeError(problem, error.hint) from None
    finally:
        open_lists.discard(name)
    pattern = "(?:" + "|".join([part.pattern for part in parts]) + ")"
    return Part(pattern, either([part.clue for part in parts if part.clue]))


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
        elif token in _CLOSED:
            _close(open_groups, token)
        elif part.clue is None:
            open_groups[-1].row.skip()
        else:
            open_groups[-1].row.add(part.clue)
    whole = open_groups.pop()
    if open_groups:
        closing = _CLOSING[whole.opening]
        raise MistakeError(f"`{whole.opening}` is not closed", f"add `{closing}`")
    clue = whole.close()
    if whole.may_be_empty:
        raise MistakeError("it matches everywhere", "give it at least one word that must stand")
    return clue


def _close(open_groups: list[_Group], token: str) -> None:
    group = open_groups.pop()
    if _CLOSING.get(group.opening) != token:
        raise MistakeError(f"`{token}` closes nothing", "take it out, or open it before")
    clue = group.close()
    if token == _ROUND and not group.may_be_empty:
        open_groups[-1].row.add(clue)
    else:
        open_groups[-1].row.skip()
