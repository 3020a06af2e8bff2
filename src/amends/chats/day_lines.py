"""Lines that open a day in exports which write the date once; the first shows their shape."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from amends.chats.dates import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, Triple, day_of, order_of
from amends.chats.message import GIVEN, OPEN, Order
from amends.chats.wording import unmarked
from amends.chats.written import common_year, day_in, key_of, months_in, weekdays

_LONGEST = 60
"""Characters of a date in words."""
_OPEN, _CLOSE = "[(\uff08]", "[)\uff09]"
_NAME = r"[^\d\s()\uff08\uff09,\t\[\]:]{1,24}"
_YEAR_FIRST = re.compile(
    r"(\d{4}) ?([./년年-]) ?(\d{1,2}) ?[./月월-] ?(\d{1,2})[日일.]?"
    rf" ?{_OPEN}?({_NAME})?{_CLOSE}?"
)
_YEAR_LAST = re.compile(
    rf"(?:({_NAME})(,?) )?(\d{{1,2}})([./-])(\d{{1,2}})\4(\d{{4}}|\d{{2}})"
    rf"(?: ?{_OPEN}?({_NAME}){_CLOSE}?)?"
)
_WORD = re.compile(_NAME)
_YEAR = re.compile(r"\d{4}")
_IN_WORDS = re.compile(r"[^\d\t:]{0,30}\d{1,4}[^\d\t:]{1,30}\d{1,4}[^\d\t:]{0,12}")


@dataclass(frozen=True)
class DayLine:
    """A line with a date and nothing else: its shape, what it says, the name of the weekday."""

    shape: tuple[str, ...]
    day: Triple | date
    weekday: str = ""


def day_line(line: str, months: Mapping[str, int]) -> DayLine | None:
    """Return what a line says that is a date and perhaps a weekday; None for any other.

    >>> day_line("2025/04/18(金)", {}).day, day_line("Fri, 9/25/2026", {}).weekday
    ((2025, 4, 18), 'Fri')
    """
    if len(line) > _LONGEST or "\t" in line:
        return None
    bare = unmarked(line)
    found = _YEAR_FIRST.fullmatch(bare)
    if found:
        weekday = found[5] or ""
        shape = ("year first", found[2], "weekday" if weekday else "")
        return DayLine(shape, _triple(found[1], found[3], found[4]), weekday)
    found = _YEAR_LAST.fullmatch(bare)
    if found:
        weekday = found[1] or found[7] or ""
        named = "weekday" if weekday else ""
        return DayLine(
            ("year last", found[4], named, found[2] or ""),
            _triple(found[3], found[5], found[6]),
            weekday,
        )
    is_date = months and _IN_WORDS.fullmatch(bare) and _YEAR.search(bare)
    return _worded(bare, months) if is_date else None


def _triple(first: str, second: str, third: str) -> Triple:
    return common_year(int(first)), int(second), common_year(int(third))


def _worded(bare: str, months: Mapping[str, int]) -> DayLine | None:
    day = day_in(bare.casefold(), months)
    if not isinstance(day, date):
        return None
    words = (key_of(word) for word in _WORD.findall(bare))
    weekday = next((word for word in words if word in weekdays() and word not in months), "")
    return DayLine(("in words", "weekday" if weekday else ""), day, weekday)


def months_of(lines: Iterable[str]) -> Mapping[str, int]:
    """Return the months of the language in which lines that may be dates are written."""
    return months_in({bare for line in lines if _IN_WORDS.fullmatch(bare := unmarked(line))})


def settled(
    lines: Sequence[DayLine], also: Sequence[Triple] = ()
) -> tuple[Order, list[date | None]]:
    """Return how day and month stand in these lines, and the day of each.

    A weekday tells; `also` are dates in the same form that come after them all.
    """
    triples = [one.day for one in lines if isinstance(one.day, tuple)]
    if not triples:
        return GIVEN, [one.day if isinstance(one.day, date) else None for one in lines]
    if lines[0].shape[0] == "year first":
        order = GIVEN
    else:
        allowed = [name for name in (DAY_FIRST, MONTH_FIRST) if _weekdays_fit(lines, name)]
        order = order_of([*triples, *also], allowed or (DAY_FIRST, MONTH_FIRST))
    name = DAY_FIRST if order == OPEN else order.name
    return order, [_day(one.day, name) for one in lines]


def _day(day: Triple | date, order: str) -> date | None:
    if not isinstance(day, tuple):
        return day
    return day_of(day, YEAR_FIRST if day[0] > 31 else order)  # noqa: PLR2004 - no day of a month


def _weekdays_fit(lines: Sequence[DayLine], order: str) -> bool:
    """Say whether the weekdays that are known by name are those of the days; one may be wrong."""
    known = [(one, weekdays().get(key_of(one.weekday), frozenset())) for one in lines]
    wrong = [
        one
        for one, names in known
        if names and ((day := _day(one.day, order)) is None or day.isoweekday() not in names)
    ]
    return len(wrong) <= len(lines) // 50  # a damaged line or two in a long file
