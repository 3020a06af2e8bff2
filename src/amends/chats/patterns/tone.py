"""Tone: months in which more of what I wrote sounded warm, sorry, hurt or angry than is usual.

Heard by a small model that learnt from strangers' comments (`chats/tone`): it errs about single
messages, so nothing is told but months, and no month in which fewer than twenty of mine were read.
Usual is the share in the quieter half of my months, so that a tone that came and stayed is seen as
well as one that came and went. Only mine: nobody's tone is judged but one's own. Only English: a
month in which hardly any frequent English word is used is not read.
Held against my texts shuffled: do the same words, dealt to other times, make such months?
"""

from calendar import month_name
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from amends.chats.episodes import NONE, Episodes
from amends.chats.talk import ME, Marks, Places, Talk
from amends.chats.tone import TONES
from amends.chats.tone.english import is_english
from amends.chats.tone.hearing import tones

NAME = "tone"
FEWEST = 60
"""Three months of twenty."""
SHUFFLED = ("texts",)
FACTS = ("months", "read", "share", "usual")
IS_MINE = True
MESSAGES = 20
"""Of mine in a month: in fewer, the errors of the model outweigh what it hears."""
MONTHS = 3
"""With two, nobody could say which of them is usual."""
MOST = 12_000
"""Messages that are read in all, as many of each month, spread over it: half a second of work. Two
hundred a month in a chat of five years, and every one in most chats of a year."""
SPREADS = 4.5
"""So many standard deviations above usual, at least. The quieter half lies about one below what is
usual in truth, and with four tones and sixty months 240 questions are asked of one talk. Of 4,500
talks dealt by chance, of 3 to 60 months, 0.2 % show such a month (4: 3 %; 5: none)."""
LIFT = 1.5
"""And so many times the usual share: in long months every small unevenness is beyond chance."""
DAYS = 4
"""On so many days, at least: an evening is not a month."""
TONE = "tone: "
READ = "tone read"


def heard_in(talk: Talk) -> Talk:
    """Return the talk with which of my messages were read, and the tones that were heard."""
    places = _to_read(talk)
    bits = _free_bits(talk, len(TONES) + 1)
    if not len(places) or not bits:
        return talk
    heard = np.zeros(len(talk), np.uint64) if talk.heard is None else talk.heard.copy()
    texts = [talk.texts[place] for place in places.tolist()]
    told = {READ: np.ones(len(texts), np.bool_)}
    told |= {TONE + tone: marks for tone, marks in tones(texts).items()}
    for marks, bit in zip(told.values(), bits, strict=True):
        heard[places[marks]] |= np.uint64(1 << bit)
    names = {**talk.families, **dict(zip(told, bits, strict=True))}
    return replace(talk, heard=heard, families=names)


def abouts(talk: Talk) -> tuple[str, ...]:
    """Return the tones, where anything was read."""
    return tuple(TONE + tone for tone in TONES) if READ in talk.families else ()


def find(talk: Talk, about: str) -> Episodes:
    """Return each of my messages with a tone in months with clearly more of it than usual."""
    mine = np.flatnonzero(talk.says(READ) & (talk.who == ME))
    marks = talk.says(about)[mine]
    month = _month(talk, mine)
    found = _standing_out(month, talk.day[mine], marks)
    places = mine[marks & np.isin(month, found)]
    return Episodes(ME, places, places) if len(places) else NONE


def facts(talk: Talk, episodes: Episodes, about: str) -> dict[str, object]:
    """Return which months, how many messages were read in them, and the shares in a hundred."""
    mine = np.flatnonzero(talk.says(READ) & (talk.who == ME))
    month, marks = _month(talk, mine), talk.says(about)[mine]
    own = np.unique(_month(talk, episodes.first))
    read = int(np.isin(month, own).sum())
    usual = _usual(*_counted(month, marks)[1:])
    return {
        "months": _named(own.tolist()),
        "read": read,
        "share": round(100 * len(episodes) / read),
        "usual": round(100 * usual),
    }


def _to_read(talk: Talk) -> Places:
    """Return the places of my messages that are read: as many of each English month."""
    mine = np.flatnonzero(talk.who == ME)
    months = [part for part in _parts(mine, _month(talk, mine)) if len(part) >= MESSAGES]
    each = max(MOST // max(len(months), 1), MESSAGES)
    spread = [_spread(part, each) for part in months[-(MOST // MESSAGES) :]]
    read = [[place for place in part.tolist() if talk.texts[place].strip()] for part in spread]
    english = [part for part in read if is_english([talk.texts[place] for place in part])]
    enough = english if len(english) >= MONTHS else []
    return np.array([place for part in enough for place in part], np.int64)


def _parts(places: Places, month: Places) -> Sequence[Places]:
    return np.split(places, np.flatnonzero(np.diff(month)) + 1)


def _spread(places: Places, most: int) -> Places:
    """Return at most so many of these places, evenly spread."""
    if len(places) <= most:
        return places
    return places[np.arange(most) * len(places) // most]


def _free_bits(talk: Talk, number: int) -> list[int]:
    """Return so many bits that no family of words has; none where there are fewer."""
    free = sorted(set(range(64)) - set(talk.families.values()), reverse=True)
    return free[:number] if len(free) >= number else []


def _month(talk: Talk, places: Places) -> Places:
    """Return the month of each message, counted since 1970."""
    months = talk.at[places].astype("datetime64[s]").astype("datetime64[M]")
    month: Places = months.astype(np.int64)
    return month


def _counted(month: Places, marks: Marks) -> tuple[Places, Places, Places]:
    """Return the months with enough messages: which, how many were read, and have the tone."""
    numbers, place, read = np.unique(month, return_inverse=True, return_counts=True)
    toned = np.bincount(place[marks], minlength=len(numbers))
    enough = read >= MESSAGES
    return numbers[enough], read[enough], toned[enough]


def _usual(read: Places, toned: Places) -> float:
    """Return the share of the tone in the quieter half of the months."""
    order = np.argsort(toned / read, kind="stable")[: (len(read) + 1) // 2]
    return float(toned[order].sum() / read[order].sum())


def _standing_out(month: Places, day: Places, marks: Marks) -> Places:
    """Return the months with clearly more of the tone than usual."""
    numbers, read, toned = _counted(month, marks)
    if len(numbers) < MONTHS or not marks.any():
        return numbers[:0]
    usual = _usual(read, toned)
    # Square roots of counts spread alike, however large they are (Bartlett, 1936).
    above = 2 * (np.sqrt(toned) - np.sqrt(read * usual)) / np.sqrt(_clumping(month, day, marks))
    days = np.array([len(np.unique(day[marks & (month == one)])) for one in numbers.tolist()])
    clear = (above >= SPREADS) & (toned >= LIFT * usual * read) & (days >= DAYS)
    found: Places = numbers[clear]
    return found


def _clumping(month: Places, day: Places, marks: Marks) -> float:
    """Return how much more the days of a month differ than by chance: tones come in clumps."""
    _, day_of, count = np.unique(day, return_inverse=True, return_counts=True)
    _, month_of, whole = np.unique(month, return_inverse=True, return_counts=True)
    share = np.bincount(month_of[marks], minlength=len(whole)) / whole
    expected = np.bincount(day_of, weights=share[month_of])
    toned = np.bincount(day_of[marks], minlength=len(count))
    by_chance = float((expected * (1 - expected / count)).sum())
    return max(1.0, float(((toned - expected) ** 2).sum()) / by_chance) if by_chance else 1.0


def _named(months: Sequence[int]) -> str:
    """Return the names of months; those in a row by the first and the last."""
    rows = np.split(np.array(months), np.flatnonzero(np.diff(months) > 1) + 1)
    ends = [dict.fromkeys([int(row[0]), int(row[-1])]) for row in rows]
    return ", ".join(" \u2013 ".join(map(_name, one)) for one in ends)


def _name(month: int) -> str:
    return f"{month_name[month % 12 + 1]} {1970 + month // 12}"
