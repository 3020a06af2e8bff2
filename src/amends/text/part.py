"""Pieces of a phrase: words, choices of words, marks."""

from dataclasses import dataclass
from itertools import pairwise

from amends.text.clue import Clue, beginning
from amends.text.words import WORD, Words

_SOME = r"[^ ,?^$]*"
_ANY = r"[^ ,?^$]+ (?:, )?"
_NO_CLUE = Clue()


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase, or a piece of one: an RE2 pattern over a sentence's stream, and what it needs.

    The clue is None when the piece may be left out.
    """

    pattern: str
    clue: Clue | None


class MistakeError(Exception):
    """What is wrong with a phrase that is being read, and a hint."""


MARKS = {
    "_": Part(_ANY, _NO_CLUE),
    "#": Part(r"[0-9][^ ,?^$]* (?:, )?", _NO_CLUE),
    "…": Part(f"(?:{_ANY}){{0,6}}", None),
    "...": Part(f"(?:{_ANY}){{0,6}}", None),
    "^": Part(r"\^ ", Clue((), frozenset("^"), frozenset("^"))),
    "$": Part(r"(?:\? )?\$ ", Clue((), frozenset("$"), frozenset("$"))),
    ",": Part(", ", Clue((frozenset(","),))),
    "?": Part(r"\? ", Clue((frozenset("?"),))),
    "(": Part("(?:", _NO_CLUE),
    "[": Part("(?:", _NO_CLUE),
    ")": Part(")", _NO_CLUE),
    "]": Part(")?", _NO_CLUE),
    "|": Part("|", _NO_CLUE),
}


def words_part(written: str, words: Words) -> Part:
    """Return the part for a word, for `(a|b c)`, or for `[a|b c]`.

    Raises:
        MistakeError: something in it is no word.
    """
    inside = written[1:-1] if written[0] in "([" else written
    rows = [_row(one, words) for one in inside.split("|")]
    pattern = "|".join([row[0] for row in rows])
    if written[0] == "[":
        return Part(f"(?:{pattern})?", None)
    keys, firsts, lasts = (frozenset([row[column] for row in rows]) for column in (1, 2, 3))
    return Part(f"(?:{pattern})" if len(rows) > 1 else pattern, Clue((keys,), firsts, lasts))


def half_word_part(written: str) -> Part:
    """Return the part for `hurt*` or `*ed`.

    Raises:
        MistakeError: the star stands elsewhere, or alone.
    """
    stem = written.strip("*").replace("'", "")
    if written.count("*") > 1 or not WORD.fullmatch(stem):
        hint = "write `hurt*` for any ending, `*ed` for any beginning"
        raise MistakeError(f"`{written}` is no part of a word", hint)
    if written[0] == "*":
        return Part(f"{_SOME}{stem} (?:, )?", _NO_CLUE)
    key = beginning(stem)
    return Part(f"{stem}{_SOME} (?:, )?", Clue((key,)) if key else _NO_CLUE)


def _row(written: str, words: Words) -> tuple[str, str, str, str]:
    """Return for words in a row: pattern, key, first and last word.

    The key is the word, or the longest two neighbours, by which the row is looked up.
    """
    rows: dict[str, tuple[str, str, str, str]] = words.kept.setdefault("rows", {})
    row = rows.get(written)
    if row is None:
        plain = _plain(written, words)
        pattern = "".join([f"{word} (?:, )?" for word in plain])
        pairs = [f"{a} {b}" for a, b in pairwise(plain)]
        key = max(pairs, key=len, default=plain[0])
        row = rows[written] = (pattern, key, plain[0], plain[-1])
    return row


def _plain(written: str, words: Words) -> list[str]:
    plain: list[str] = []
    for one in written.split():
        spelt = [word for found in WORD.findall(one) for word in words.plain(found)]
        if not spelt:
            hint = "write words; marks such as `(a|b)` are explained in the guide to writing"
            raise MistakeError(f"`{one}` is never matched", hint)
        plain += spelt
    if not plain:
        raise MistakeError("a choice is empty", "take out the `|` that is too many")
    return plain
