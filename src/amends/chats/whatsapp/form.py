"""The form of a header as one line shows it: what stands around the numbers, and in which order."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from amends.chats.whatsapp.clock import bare, halves
from amends.chats.whatsapp.marks import plain

_SIGN = r" ?[./\-\u2010\u2011\u2013\u2212\u066b年月년월] ?"
"""Between the numbers of a date; with a space in Czech, Croatian, Korean, Hungarian."""
_DATE = rf"(?P<a>\d{{1,4}})(?P<one>{_SIGN})(?P<b>\d{{1,2}})(?P<two>{_SIGN})(?P<c>\d{{1,4}})"
_COLON = r"[:.\uff1a]| ?h ?"
"""Between hour and minute: 21:05, 21.05, 21 h 05."""
_TIME = rf"(?P<h>\d{{1,2}})(?P<colon>{_COLON})(?P<m>\d\d)(?:(?P<again>[:.\uff1a])(?P<s>\d\d))?"
_GAP = r"(?P<gap>[^\d\n\[\]]{1,24}?)"
"""A comma, `klo`, `à`, the word for year, a word for the half of the day: no language has more."""
_REST = r"(?P<rest>[^\d\n\[\]]{0,24}?)"
_CLOSING = r"(?P<closing>\] ?| [-\u2013\u2014] ?|: )"
_WIDE = 4
"""The digits of a year that is written out."""
_LEAD = " ,،、.;()日일"
"""What may stand before a word for the half of the day, and belongs to the date."""


@dataclass(frozen=True)
class Form:
    """What all headers of one file share. Where marks and spaces are odd, the plain ones stand.

    `zero` is that of its digits. `gap` stands between date and time (`, `, ` klo `), `tail` behind
    the time (` Uhr`), `glue` between it and the word for the half of the day; `spelling` is
    that of this word; `wide` says of the first and the last number of the date whether they have
    four digits.
    """

    opening: str
    date_first: bool
    zero: str
    signs: tuple[str, str]
    wide: tuple[bool, bool]
    gap: str
    colon: str
    again: str
    half: str
    spelling: str
    glue: str
    tail: str
    closing: str


@dataclass(frozen=True)
class Sighting:
    """A line that begins like a header: its form, its numbers and its word for the half as written.

    `length` counts the letters of the header without marks.
    """

    form: Form
    date: tuple[str, str, str]
    hour: str
    half: str
    length: int


@cache
def _expressions() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    return (
        (True, re.compile(rf"(?P<open>\[?) ?{_DATE}{_GAP}{_TIME}{_REST}{_CLOSING}")),
        (False, re.compile(rf"(?P<open>\[?) ?{_TIME}{_GAP}{_DATE}{_REST}{_CLOSING}")),
    )


def sighted(line: str) -> Sighting | None:
    """Return what a line shows when it begins like a header of any file, or None."""
    text = line[:120] if line.isascii() else plain(line[:120])  # no header is longer
    for date_first, expression in _expressions():
        if found := expression.match(text):
            return _sighting(found.groupdict(""), found.end(), date_first=date_first)
    return None


_form = lru_cache(Form)
"""The same form is made for every line of a file."""


def _sighting(found: dict[str, str], length: int, *, date_first: bool) -> Sighting | None:
    lengths = len(found["a"]), len(found["c"])
    if 3 in lengths or (found["open"] == "[") != found["closing"].startswith("]"):  # noqa: PLR2004 - no year has three
        return None
    gap, tail = found["gap"], found["rest"]
    place, glue, half = "", "", ""
    if date_first and (parts := _before(gap)):
        place, (gap, half, glue) = "before", parts
    elif parts := _after(tail if date_first else gap):
        place, (glue, half, left) = "after", parts
        gap, tail = (gap, left) if date_first else (left, tail)
    if tail and (found["closing"] == ": " or not date_first):
        return None  # a name, and not a word of the clock
    form = _form(
        opening=found["open"],
        date_first=date_first,
        zero=chr(ord(found["a"][0]) - int(found["a"][0])),
        signs=(found["one"], found["two"]),
        wide=(lengths[0] == _WIDE, lengths[1] == _WIDE),
        gap=gap,
        colon=found["colon"],
        again=found["again"],
        half=place,
        spelling=_spelling(half),
        glue=glue,
        tail=tail,
        closing=found["closing"],
    )
    return Sighting(form, (found["a"], found["b"], found["c"]), found["h"], half, length)


def _spelling(word: str) -> str:
    """Return what AM and PM have alike, and not am: capitals, small letters, what is between.

    >>> _spelling("AM"), _spelling("p. m.")
    ('X', 'x. x.')
    """
    shape = ("X" if letter.isupper() else "x" if letter.isalpha() else letter for letter in word)
    return "".join(letter for letter, _ in groupby(shape))


def _before(gap: str) -> tuple[str, str, str] | None:
    """Return what leads to a word for the half of the day, the word, and what follows it."""
    word = gap.lstrip(_LEAD)
    if not word:
        return None
    glue = _glue(word[::-1])
    spelt = word.removesuffix(glue)
    return (gap.removesuffix(word), spelt, glue) if bare(spelt) in halves() else None


def _after(rest: str) -> tuple[str, str, str] | None:
    """Return what leads to a word for the half of the day, the word, and what is left."""
    word = rest.lstrip(" ")
    if not word:
        return None
    spelt = word.rstrip(" ,،)")
    return (_glue(rest), spelt, word[len(spelt) :]) if bare(spelt) in halves() else None


def _glue(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" "))]
