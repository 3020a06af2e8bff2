"""The form of a header as one line shows it: what stands around the numbers, and in which order."""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from amends.chats.whatsapp.clock import bare, halves
from amends.chats.whatsapp.marks import plain
from amends.chats.whatsapp.months import is_month

_SIGN = r" ?[./\-\u2010\u2011\u2013\u2212\u066b年月년월] ?"
"""Between the numbers of a date; with a space in Czech, Croatian, Korean, Hungarian."""
_DATE = rf"(?P<a>\d{{1,4}})(?P<one>{_SIGN})(?P<b>\d{{1,2}})(?P<two>{_SIGN})(?P<c>\d{{1,4}})"
MONTH = r"[^\W\d_][^\s\d,./:\-\[\]]{1,19}\.?"
_OF = r",? (?:de )?|[-/]"
_WORDED = (
    rf"(?P<a>\d{{1,2}})(?P<one>\.?(?:{_OF}))(?P<b>{MONTH})(?P<two>{_OF})(?P<c>\d{{4}})",
    rf"(?P<a>{MONTH})(?P<one> )(?P<b>\d{{1,2}})(?P<two>,? )(?P<c>\d{{4}})",
)
"""13 Mar 2026, 13. März 2026, 13 de marzo de 2026, Mar 13, 2026."""
_COLON = r"[:.\uff1a時时시点點]| ?h ?"
"""Between hour and minute: 21:05, 21.05, 21 h 05."""
_TIME = (
    rf"(?P<h>\d{{1,2}})(?P<colon>{_COLON})(?P<m>\d\d)"
    r"(?:(?P<again>[:.\uff1a分분]| ?min ?)(?P<s>\d\d))?"
)
_GAP = r"(?P<gap>[^\d\n\[\]]{1,24}?)"
"""A comma, `klo`, `à`, the word for year, a word for the half of the day: no language has more."""
_REST = r"(?P<rest>[^\d\n\[\]]{0,24}?)"
_CLOSING = r"(?P<closing>\] ?| [-\u2013\u2014] ?|: )"
_WIDE = 4
"""The digits of a year that is written out."""
LEAD = " ,،、.;()日일"
"""What may stand before a word for the half of the day, and belongs to the date."""


@dataclass(frozen=True)
class Form:
    """What all headers of one file share. Where marks and spaces are odd, the plain ones stand.

    `zero` is that of its digits. `gap` stands between date and time (`, `, ` klo `), `tail` behind
    the time (` Uhr`), `glue` between it and the word for the half of the day; `spelling` is
    that of this word; `wide` says of the first and the last number of the date whether they have
    four digits; `month` is the place of a month that is written out, or -1.
    """

    opening: str
    date_first: bool
    zero: str
    signs: tuple[str, str]
    wide: tuple[bool, bool]
    month: int
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
def _expressions() -> tuple[tuple[int, bool, re.Pattern[str]], ...]:
    """Return how headers look: the place of a written month, whether the date is first."""
    orders = [(True, "{date}{gap}{time}"), (False, "{time}{gap}{date}")]
    dates = [(-1, _DATE), (1, _WORDED[0]), (0, _WORDED[1])]
    return tuple(
        (month, date_first, re.compile(rf"(?P<open>\[?) ?{order}{_REST}{_CLOSING}"))
        for month, date in dates
        for date_first, shown in orders
        for order in [shown.format(date=date, gap=_GAP, time=_TIME)]
    )


_HEADED = re.compile(r"\[? ?(?:\d{1,4}|[^\W\d_])")
"""A line that begins otherwise is no header."""


def sighted(line: str, known: Container[str] | None = None) -> Sighting | None:
    """Return what a line shows when it begins like a header of any file, or None.

    `known` has the words for halves of the day, all that are known if it is not given.
    """
    text = line[:120] if line.isascii() else plain(line[:120])  # no header is longer
    if not _HEADED.match(text):
        return None
    for month, date_first, expression in _expressions():
        found = expression.match(text)
        if found and (month < 0 or is_month(found["ab"[month]])):
            shown = found.groupdict("")
            words = halves() if known is None else known
            return _sighting(shown, found.end(), words, month=month, date_first=date_first)
    return None


_form = lru_cache(Form)
"""The same form is made for every line of a file."""


def _sighting(
    found: dict[str, str],
    length: int,
    known: Container[str],
    *,
    month: int,
    date_first: bool,
) -> Sighting | None:
    lengths = len(found["a"]) if month else 0, len(found["c"])
    if 3 in lengths or (found["open"] == "[") != found["closing"].startswith("]"):  # noqa: PLR2004 - no year has three
        return None
    gap, tail = found["gap"], found["rest"]
    place, glue, half = "", "", ""
    if date_first and (parts := _before(gap, known)):
        place, (gap, half, glue) = "before", parts
    elif parts := _after(tail if date_first else gap, known):
        place, (glue, half, left) = "after", parts
        gap, tail = (gap, left) if date_first else (left, tail)
    if tail and (found["closing"] == ": " or not date_first):
        return None  # a name, and not a word of the clock
    form = _form(
        opening=found["open"],
        date_first=date_first,
        zero=chr(ord(found["c"][0]) - int(found["c"][0])),
        signs=(found["one"], found["two"]),
        wide=(lengths[0] == _WIDE, lengths[1] == _WIDE),
        month=month,
        gap=gap,
        colon=found["colon"],
        again=found["again"],
        half=place,
        spelling=_spelling(half) if bare(half) in halves() and half.lower() != half.upper() else "",
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


def _before(gap: str, known: Container[str]) -> tuple[str, str, str] | None:
    """Return what leads to a word for the half of the day, the word, and what follows it."""
    word = gap.lstrip(LEAD)
    if not word:
        return None
    glue = _glue(word[::-1])
    spelt = word.removesuffix(glue)
    return (gap.removesuffix(word), spelt, glue) if bare(spelt) in known else None


def _after(rest: str, known: Container[str]) -> tuple[str, str, str] | None:
    """Return what leads to a word for the half of the day, the word, and what is left.

    A word for the hour can stand between: 9 h 05 min 12 s p.m.
    """
    spelt = rest.rstrip(" ,،)")
    start = len(_glue(spelt))
    while start < len(spelt):
        if bare(spelt[start:]) in known:
            return spelt[:start], spelt[start:], rest[len(spelt) :]
        start = spelt.find(" ", start) + 1 or len(spelt)
    return None


def _glue(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" "))]
