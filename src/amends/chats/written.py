"""Dates and times written out for people: names of months, words beside the hour, any order."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache

from amends.chats.dates import Triple
from amends.chats.wording import unmarked, wording

MORNING, AFTERNOON, NOON = "morning", "afternoon", "noon"
_HALF_A_DAY = 12
_HOURS, _MINUTES = 24, 60
_BUDDHIST = 543
"""Years by which the calendar of Thailand is ahead."""
_FAR = 2400
"""A year beyond it is one of that calendar."""
_TIME = re.compile(r"(?<![\d:])(\d{1,2}) ?[:h] ?(\d\d)(?::(\d\d))?(?!\d)")
_DOTTED_TIME = re.compile(r"(?<![\d.])(\d{1,2})\.(\d\d)(?:\.(\d\d))?(?![\d.])")
_BEFORE = re.compile(r"([^\d\s,]{1,12} )?([^\d\s,]{1,12}) ?$")
_AFTER = re.compile(r" ?([^\d\s,]{1,12})( [^\d\s,]{1,12})?")
_WORD = re.compile(r"[^\s\d,:/()\-]+")
_NUMBER = re.compile(r"\d{1,4}")
_NUMBERED_MONTH = re.compile(r"(?:thg|tháng) ?(\d{1,2})")
_OUT = str.maketrans("", "", " .\u05f3\u0970'\u2019")


def key_of(word: str) -> str:
    """Return a word as the tables have it: no capitals, full stops or spaces."""
    return unmarked(word).casefold().translate(_OUT)


@cache
def halves() -> Mapping[str, str]:
    """Return which half of the day each word beside an hour means."""
    table, found = wording("dates"), dict[str, str]()
    for before, after in wording("clock")["halves"]:
        found |= dict.fromkeys(map(key_of, before), MORNING)
        found |= dict.fromkeys(map(key_of, after), AFTERNOON)
    for half in (MORNING, AFTERNOON, NOON):
        found |= dict.fromkeys(map(key_of, table[half]), half)
    return found


@lru_cache(maxsize=1024)
def half_of(word: str) -> str:
    """Return which half of the day a word beside an hour means, "" for none."""
    return halves().get(key_of(word), "")


@lru_cache(maxsize=8192)  # minutes of a day with two words
def seconds_of(hour: str, minute: str, second: str | None, word: str = "") -> int | None:
    """Return a time of the day in seconds; `word` is what stands beside it, such as pm.

    >>> seconds_of("12", "05", None, "오전"), seconds_of("23", "33", None, "PM")
    (300, 84780)
    """
    half, hours, minutes = half_of(word), int(hour), int(minute)
    if half == MORNING and hours == _HALF_A_DAY:
        hours = 0
    if hours < (_HALF_A_DAY if half == AFTERNOON else 3 * (half == NOON)):
        hours += _HALF_A_DAY
    if hours >= _HOURS or minutes >= _MINUTES:
        return None
    return hours * 3600 + minutes * 60 + min(int(second or 0), _MINUTES - 1)


def split_time(text: str) -> tuple[str, int | None]:
    """Return a folded text without its time, and the time in seconds.

    >>> split_time("sty 12, 2024 4:55:32 po południu")
    ('sty 12, 2024 ', 60932)
    """
    found = _TIME.search(text) or next(reversed([*_DOTTED_TIME.finditer(text)]), None)
    if not found:
        return text, None
    before, after = text[: found.start()], text[found.end() :]
    for beside, side in ((_BEFORE.search(before), -1), (_AFTER.match(after), 1)):
        word = _half_in(beside, side)
        if word:
            before = before[: len(before) - len(word)] if side < 0 else before
            after = after[len(word) :] if side > 0 else after
            return before + after, seconds_of(found[1], found[2], found[3], word)
    return before + after, seconds_of(found[1], found[2], found[3])


def _half_in(beside: re.Match[str] | None, side: int) -> str:
    """Return the words beside a time that name a half of the day, the longest first."""
    if not beside:
        return ""
    nearest = beside[2] if side < 0 else beside[1]
    for words in (beside[0], nearest, nearest.lstrip("日일")):
        if key_of(words) in halves():
            return words
    return ""


@cache
def _languages(table: str) -> tuple[Mapping[str, int], ...]:
    return tuple(
        {
            key_of(one): place
            for place, names in enumerate(line.split(), 1)
            for one in names.split("/")
        }
        for line in wording("dates")[table].values()
    )


@cache
def weekdays() -> Mapping[str, frozenset[int]]:
    """Return which days of the week each name can mean, Monday is 1."""
    found = dict[str, frozenset[int]]()
    for names in _languages("weekdays"):
        for name, day in names.items():
            found[name] = found.get(name, frozenset()) | {day}
    return found


def months_in(texts: Iterable[str]) -> Mapping[str, int]:
    """Return the months of the language that knows most words of these dates; it may know none."""
    words = {key_of(one) for text in texts for one in _WORD.findall(text)}
    return max(_languages("months"), key=lambda names: len(words & names.keys()))


def day_in(text: str, months: Mapping[str, int]) -> Triple | date | None:
    """Return the day of a date without a time, or its three numbers where no month is named.

    >>> day_in("12 de julio de 2024", {"julio": 7}), day_in("12/7/2024", {})
    (datetime.date(2024, 7, 12), (12, 7, 2024))
    """
    named = _NUMBERED_MONTH.search(text)
    month = next((months[key] for one in _WORD.findall(text) if (key := key_of(one)) in months), 0)
    if named and not month:
        month, text = int(named[1]), text.replace(named[0], " ", 1)
    numbers = [int(one) for one in _NUMBER.findall(text)]
    if not month:
        return _triple(numbers)
    years = [one for one in numbers if one > 31]  # noqa: PLR2004 - no day of a month
    days = [one for one in numbers if one <= 31]  # noqa: PLR2004
    try:
        return date(common_year(years[0]), month, days[0])
    except (IndexError, ValueError):
        return None


def _triple(numbers: list[int]) -> Triple | None:
    if len(numbers) != 3:  # noqa: PLR2004 - day, month, year
        return None
    first, second, third = map(common_year, numbers)
    return first, second, third


def common_year(year: int) -> int:
    """Return a year of the common calendar; other numbers stay.

    >>> common_year(2567), common_year(12)
    (2024, 12)
    """
    return year - _BUDDHIST if year > _FAR else year
