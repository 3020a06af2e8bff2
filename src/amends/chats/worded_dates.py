"""Dates in words, in the language of an account: "Thursday, November 3, 2016 at 11:59:50 AM UTC".

The words are in `content/chats/dates.toml` and `clock.toml`. A word can be another month in another
language ("listopada" is October in Croatian and November in Polish), so all the dates of a file are
read in the language that knows most of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from amends.chats.message import EPOCH
from amends.chats.wording import unmarked, wording
from amends.chats.written import MORNING, halves, key_of

DAY, HOUR, MINUTE = 86400, 3600, 60
NOON = 12
LONGEST = 120
"""Characters of a date in words; the longest, in Thai, has about eighty."""
BUDDHIST = 543
"""Years by which the Thai calendar is ahead."""
_TIME = re.compile(
    r"(?<!\d)(\d{1,2}) ?(?:[:.h時时시]|นาฬิกา) ?(\d{1,2}) ?(?:[:.分분]|นาที) ?(\d{1,2})"
    r" ?(?:秒|초|วินาที)?"
)
_IN_NUMBERS = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
_VIETNAMESE = re.compile(r"(\d{1,2}) tháng (\d{1,2}),? (\d{4})")
_WORD = re.compile(r"[^\s\d,.()/،\u2019'-]+")
_NUMBER = re.compile(r"\d+")
_ZONE = re.compile(r"\(?\b(?:utc|gmt|tu)\b\)?.*")

Languages = frozenset[str]


def sent_second(written: str, languages: Languages) -> int | None:
    """Return what a date in words shows, as rows hold it; None where it is not understood.

    >>> sent_second("Thursday, January 1, 1970 at 1:00:05 PM UTC", languages_of(["January"]))
    46805
    """
    text = unmarked(written).casefold()
    times = list(_TIME.finditer(text)) if len(text) <= LONGEST else []
    if not times:
        return None
    found = times[-1]
    before, after = text[: found.start()], text[found.end() :]
    hour, minute, second = (int(number) for number in found.groups())
    day = _day(f"{before} {after}", languages)
    if day is None or hour > 24 or minute > 59 or second > 60:  # noqa: PLR2004 - of a clock
        return None
    return day * DAY + _hour(hour, before, after) * HOUR + minute * MINUTE + second


def languages_of(dates: Iterable[str]) -> Languages:
    """Return the languages that know the most words for months in the dates of a file.

    >>> sorted(languages_of(["3 listopada", "4 grudnia"]))
    ['pl']
    """
    words = {word for one in dates for word in _WORD.findall(unmarked(one[:LONGEST]).casefold())}
    known = Counter(language for word in words for language in _months().get(word, ()))
    most = max(known.values(), default=0)
    return frozenset(language for language, count in known.items() if count == most)


@cache
def _months() -> Mapping[str, Mapping[str, int]]:
    """Return for each name of a month, and each language that has it, which month it is."""
    tables = wording("dates")["months"]
    found = dict[str, dict[str, int]]()
    for language, names in tables.items():
        for month, spellings in enumerate(names.split(), start=1):
            for name in spellings.split("/"):
                found.setdefault(name.casefold(), {})[language] = month
    return found


def _day(text: str, languages: Languages) -> int | None:
    """Return the day in a text without its time, counted since 1970."""
    in_numbers = _IN_NUMBERS.search(text)
    if in_numbers:
        year, month, day = (int(number) for number in in_numbers.groups())
        return _counted(year, month, day)
    vietnamese = _VIETNAMESE.search(text)
    if vietnamese:
        day, month, year = (int(number) for number in vietnamese.groups())
        return _counted(year, month, day)
    months = {month for word in _WORD.findall(text) for month in _meanings(word, languages)}
    numbers = [int(number) for number in _NUMBER.findall(text) if len(number) <= 4]  # noqa: PLR2004 - a year
    years, days = [one for one in numbers if one > 31], [one for one in numbers if one <= 31]  # noqa: PLR2004 - days
    if len(months) != 1 or len(years) != 1 or len(days) != 1:
        return None
    return _counted(years[0], months.pop(), days[0])


def _meanings(word: str, languages: Languages) -> set[int]:
    return {month for one, month in _months().get(word, {}).items() if one in languages}


def _counted(year: int, month: int, day: int) -> int | None:
    try:
        return (date(year - BUDDHIST if year > 2400 else year, month, day) - EPOCH.date()).days  # noqa: PLR2004 - Thai
    except ValueError:
        return None


def _hour(hour: int, before: str, after: str) -> int:
    """Return the hour of 24; the word for its half stands after the time, or before it in Asia."""
    if hour > NOON:
        return hour
    last = (_WORD.findall(before) or [""])[-1]
    asian = (last, last[-2:]) if not last.isascii() else ()
    words = map(key_of, (_ZONE.sub("", after), *asian))
    half = next((halves()[word] for word in words if word in halves()), "")
    if not half:
        return hour
    return hour % NOON + (0 if half == MORNING else NOON)
