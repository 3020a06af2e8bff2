"""What both spoke of gladly in a conversation: things that they like, and places.

A time is a message that names it with words of gladness; or one that plans it and, within a week,
one that says how it was; or the other's next words, when they say "loved that". A thing counts when
both have done so often enough, and more often than if it had been named at random (chance is tried
as for patterns). What is mostly named near a sharp word or an apology is left out: it may be tied
to a hurt. Nothing here says what anybody likes today.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

import numpy as np

from amends.chats.chance import SEED, SHUFFLES, chance
from amends.chats.message import Conversation, moment
from amends.chats.said_once import first_of_each
from amends.chats.spoken import (
    Spoken,
    check_families,
    load_families,
    named_words,
    places_of,
    plain_words,
)
from amends.chats.talk import DAY, ME, SITTING, THEM, Marks, Places, Talk, talk_of
from amends.text import CONTENT, ContentError

FILE = "chats-gladly.toml"
GLADLY, PLANS, DONE, ANSWERS = SAID = ("gladly", "plans", "done", "answers")
HURT = ("heat", "apologies")
TIMES = 3
"""Sittings in which each of the two spoke of it gladly: twice may be politeness."""
CARRIED_OUT = 7 * DAY
"""From the plan to the words on how it was: a plan for the weekend is made on a Monday."""
NEAR = 10
"""Messages before and after, in the same sitting: what is said there is said about the same."""
TIED, SHARE = 2, 0.25
"""Left out is what is named near a hurt in two sittings, and in a quarter of those that name it:
once is bad luck, and a thing that is named daily is named near everything."""


@dataclass(frozen=True)
class SharedInterest:
    """Something that both spoke of gladly: its id or own name, the messages, and when last."""

    interest: str = field(repr=False)
    ids: tuple[int, ...]
    last: datetime
    is_place: bool = False


def shared_interests(
    conversation: Conversation,
    me: str,
    interests: Mapping[str, Sequence[str]],
    places: Sequence[str] = (),
    own: Sequence[str] = (),
    *,
    language: str = "en",
) -> tuple[SharedInterest, ...]:
    """Return what both spoke of gladly, the most often first.

    `interests` are words by the id of each. `places` and `own` are in the user's words, such as
    "the lake: lake, jetty"; what stands before the colon is its name.
    """
    talk = _heard(talk_of(conversation, me), language)
    if not talk.families:
        return ()
    things = [plain_words(name, words) for name, words in interests.items()]
    things += map(named_words, own)
    named = [*map(named_words, places)]
    where = {one.name for one in named}
    mentions = places_of(talk.texts, [*things, *named])
    marks = _Marks.of(talk)
    found = [
        (name, glad)
        for name, said in mentions.items()
        if len(glad := _glad_of_both(talk, marks, said))
    ]
    found.sort(key=lambda one: (-len(one[1]), one[0]))
    return tuple(_told(name, glad, talk, is_place=name in where) for name, glad in found)


@cache
def _listening(language: str, folder: Path) -> Spoken:
    """Return the words of gladness and of hurt; none where a language has no such file."""
    path = folder / language / FILE
    if not path.is_file():
        return Spoken(())
    hurt = [one for one in Spoken.load(language, folder).families if one.name in HURT]
    return Spoken((*load_families(path, SAID), *hurt))


def _heard(talk: Talk, language: str) -> Talk:
    return _listening(language, CONTENT).heard_in(talk)


@dataclass(frozen=True)
class _Marks:
    """What each message says, whatever it is about."""

    gladly: Marks
    plans: Marks
    done: Marks
    answers: Marks
    is_near_hurt: Marks

    @classmethod
    def of(cls, talk: Talk) -> "_Marks":
        hurt = np.logical_or(*(talk.says(name) for name in HURT))
        gladly, plans, done, answers = (talk.says(name) for name in SAID)
        return cls(gladly, plans, done, answers, _near(talk, hurt))


def _near(talk: Talk, marks: Marks) -> Marks:
    """Say of each message whether a mark lies near it, in its sitting."""
    if not len(talk):
        return marks
    places = np.arange(len(talk))
    firsts, lasts = (edge[talk.sitting] for edge in talk.edges)
    before = np.concatenate([[0], np.cumsum(marks)])
    first, last = np.maximum(places - NEAR, firsts), np.minimum(places + NEAR, lasts)
    near: Marks = before[last + 1] > before[first]
    return near


def _glad_of_both(talk: Talk, marks: _Marks, mentions: Places) -> Places:
    """Return the places where it is spoken of gladly; none unless both do, and beyond chance."""
    glad = _glad(talk, marks, mentions)
    if min(_times(talk, glad, one) for one in (ME, THEM)) < TIMES:
        return glad[:0]
    if _is_tied_to_hurt(talk, marks, mentions):
        return glad[:0]
    counts = [len(_glad(talk, marks, one)) for one in _dealt(talk, mentions)]
    return glad if chance(len(glad), [np.array(counts)]).stands_out else glad[:0]


def _times(talk: Talk, places: Places, who: int) -> int:
    return len(np.unique(talk.sitting[places[talk.who[places] == who]]))


def _glad(talk: Talk, marks: _Marks, mentions: Places) -> Places:
    """Return the first glad message of each person in each sitting."""
    glad = mentions[marks.gladly[mentions]]
    found = np.unique(np.concatenate([glad, *_carried_out(talk, marks, mentions)]))
    answered = talk.next_turn[mentions]
    came = answered < len(talk)
    soon = talk.at[answered[came]] - talk.at[mentions[came]] <= SITTING
    answers = answered[came][soon]
    found = np.union1d(found, answers[marks.answers[answers]])
    return first_of_each(talk, found[~marks.is_near_hurt[found]])


def _carried_out(talk: Talk, marks: _Marks, mentions: Places) -> tuple[Places, Places]:
    """Return the plans that came about, and the words on how it was."""
    plans, done = mentions[marks.plans[mentions]], mentions[marks.done[mentions]]
    then = np.searchsorted(talk.at[done], talk.at[plans] + SITTING)
    came = then < len(done)
    plans, then = plans[came], done[then[came]]
    is_soon = talk.at[then] - talk.at[plans] <= CARRIED_OUT
    return plans[is_soon], then[is_soon]


def _is_tied_to_hurt(talk: Talk, marks: _Marks, mentions: Places) -> bool:
    near = len(np.unique(talk.sitting[mentions[marks.is_near_hurt[mentions]]]))
    return near >= TIED and near >= SHARE * len(np.unique(talk.sitting[mentions]))


def _dealt(talk: Talk, mentions: Places) -> Iterator[Places]:
    """Yield the mentions dealt anew among all messages of whoever wrote them."""
    random = np.random.default_rng(SEED)
    own = [np.flatnonzero(talk.who == one) for one in (ME, THEM)]
    numbers = np.bincount(talk.who[mentions], minlength=len(own)).tolist()
    for _ in range(SHUFFLES):
        dealt = [
            random.choice(places, number, replace=False)
            for places, number in zip(own, numbers, strict=True)
        ]
        yield np.sort(np.concatenate(dealt))


def _told(name: str, glad: Places, talk: Talk, *, is_place: bool) -> SharedInterest:
    last = moment(int(talk.at[glad[-1]]))
    return SharedInterest(name, tuple(talk.row[glad].tolist()), last, is_place)


def check_gladly(home: Path) -> Iterator[ContentError]:
    """Yield every mistake in the words of gladness of one language, if it has any."""
    if (home / FILE).is_file():
        yield from check_families(home / FILE, SAID)
