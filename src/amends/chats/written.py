"""Dates and times written out for people: names of months, words beside the hour, any order.

The words are in `content/chats/dates.toml` and `clock.toml`. A word can be another month in another
language ("listopada" is October in Croatian and November in Polish), so all the dates of a file are
read in the language that knows most of them.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache, lru_cache

from amends.chats.dates import Triple
from amends.chats.message import EPOCH
from amends.chats.wording import unmarked, wording

MORNING, AFTERNOON, NOON = "morning", "afternoon", "noon"
_HALF_A_DAY = 12
_HOURS, _MINUTES = 24, 60
_BUDDHIST = 543
"""Years by which the calendar of Thailand is ahead."""
_FAR = 2400
"""A year beyond it is one of that calendar."""
_LONGEST_MONTH = 31
_CENTURY = 2000
"""No chat that is exported with two digits of the year is older."""
_LONGEST = 120
"""Characters of a date in words; the longest, in Thai, has about eighty."""
_TIMES = (
    re.compile(
        r"(?<!\d)(\d{1,2}) ?(?:[時时點点시h]|นาฬิกา) ?(\d{1,2}) ?(?:[分분]|นาที|min)"
        r"(?: ?(\d{1,2}) ?(?:[秒초]|วินาที|s\b))?"
    ),
    re.compile(r"(?<![\d:])(\d{1,2}) ?[:h] ?(\d\d)(?::(\d\d))?(?!\d)"),
)
_DOTTED_TIME = re.compile(r"(?<![\d.])(\d{1,2})\.(\d\d)(?:\.(\d\d))?(?![\d.])")
_ZONE = re.compile(r"[(\[]?\b(?:utc|gmt)(?:[+\u2212-]\d{1,2}(?::?\d\d)?)?\b[)\]]?")
_BEFORE = re.compile(r"([^\d\s,]{1,12} )?([^\d\s,]{1,12}) ?$")
_AFTER = re.compile(r" ?([^\d\s,]{1,12})( [^\d\s,]{1,12})?")
_WORD = re.compile(r"[^\s\d,\u060c:/()\u2019'-]+")
_NUMBER = re.compile(r"\d{1,4}")
_NUMBERED_MONTH = re.compile(r"(?:thg|tháng) ?(\d{1,2})|(?<!\d)(\d{1,2}) ?[月월]")
_STOPS = (
    ("bare", re.compile(r"(?<!\d)\d{1,2} [^\W\d_]+\.? \d{4}")),
    ("day", re.compile(r"(?<!\d)\d{1,2}\. ")),
    ("year", re.compile(r"\d{4}\.")),
)
"""How days and years are written beside a month."""
_OUT = str.maketrans("", "", " .\u05f3\u0970'\u2019")


@lru_cache(maxsize=4096)  # the words of dates come again and again
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
    found = next(filter(None, (one.search(text) for one in _TIMES)), None)
    found = found or next(reversed([*_DOTTED_TIME.finditer(text)]), None)
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


def sent_second(written: str, months: Mapping[str, int]) -> int | None:
    """Return what a date in words shows, as rows hold it; None where it is not understood.

    >>> sent_second("Thursday, January 1, 1970 at 1:00:05 PM UTC", {"january": 1})
    46805
    """
    text = unmarked(written).casefold()
    rest, clock = split_time(_ZONE.sub("", text)) if len(text) <= _LONGEST else ("", None)
    day = day_in(rest, months)
    return None if clock is None or not isinstance(day, date) else _since(day) * 86400 + clock


def _since(day: date) -> int:
    return (day - EPOCH.date()).days


@cache
def _languages(table: str) -> Mapping[str, Mapping[str, int]]:
    return {
        language: {
            key_of(one): place
            for place, names in enumerate(line.split(), 1)
            for one in names.split("/")
        }
        for language, line in wording("dates")[table].items()
    }


@cache
def weekdays() -> Mapping[str, frozenset[int]]:
    """Return which days of the week each name can mean, Monday is 1."""
    found = dict[str, frozenset[int]]()
    for names in _languages("weekdays").values():
        for name, day in names.items():
            found[name] = found.get(name, frozenset()) | {day}
    return found


def months_in(texts: Iterable[str]) -> Mapping[str, int]:
    """Return the months of the language that knows most words of these dates; it may know none.

    Where languages know as many, the names of weekdays tell, then the full stops after numbers. A
    word that may still be two months is none.

    >>> months_in(["3 listopada", "4 grudnia"])["listopada"], "lis" in months_in(["lis 3"])
    (11, False)
    """
    whole = {*texts}
    words = {key_of(one) for text in whole for one in _WORD.findall(text)}
    known = _languages("months")
    score = {language: _score(language, words) for language in known}
    most = max(score.values())
    best = [language for language in known if score[language] == most]
    if _differing(best, words):
        best = _stopped(best, whole) or best
    unsure = _differing(best, words)
    return {word: month for word, month in known[best[0]].items() if word not in unsure}


def _score(language: str, words: Collection[str]) -> tuple[int, int]:
    days = _languages("weekdays").get(language, {})
    return len(words & _languages("months")[language].keys()), len(words & days.keys())


def _differing(languages: Collection[str], words: Collection[str]) -> set[str]:
    """Return the words that are not the same month in each of these languages."""
    tables = [_languages("months")[one] for one in languages]
    return {word for word in words if len({one[word] for one in tables if word in one}) > 1}


def _stopped(languages: Collection[str], texts: Collection[str]) -> list[str]:
    """Return the languages in which full stops stand as they do in these dates."""
    seen = " ".join(name for name, shape in _STOPS if any(map(shape.search, texts)))
    stops = wording("dates")["stops"]
    return [one for one in languages if stops.get(one) == seen]


def day_in(text: str, months: Mapping[str, int]) -> Triple | date | None:
    """Return the day of a date without a time, or its three numbers where no month is named.

    >>> day_in("12 de julio de 2024", {"julio": 7}), day_in("12/7/2024", {})
    (datetime.date(2024, 7, 12), (12, 7, 2024))
    >>> day_in("12-Jul-24", {"jul": 7})
    datetime.date(2024, 7, 12)
    """
    month, rest = _month(text, months)
    numbers = [int(one) for one in _NUMBER.findall(rest)]
    if not month:
        return _triple(numbers)
    years = [one for one in numbers if one > _LONGEST_MONTH]
    days = [one for one in numbers if one <= _LONGEST_MONTH]
    if not years and len(days) == len(("day", "year")):
        years = [_CENTURY + days.pop()]
    if len(years) != 1 or len(days) != 1:
        return None
    try:
        return date(common_year(years[0]), month, days[0])
    except ValueError:
        return None


def _month(text: str, months: Mapping[str, int]) -> tuple[int, str]:
    """Return the month that is named, 0 for none or several, and the text without its number."""
    words = [key for one in _WORD.findall(text) if (key := key_of(one)) in months]
    if len({months[one] for one in words}) > 1:  # "mar" is a day, too, in Spanish and in French
        words = [one for one in words if one not in weekdays()]
    named = {months[one] for one in words}
    if len(named) == 1:
        return named.pop(), text
    numbered = None if named else _NUMBERED_MONTH.search(text)
    if not numbered:
        return 0, text
    return int(numbered[1] or numbered[2]), text.replace(numbered[0], " ", 1)


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
