"""One module for each pattern; the folder is the list.

A module's docstring is the definition. It has `NAME`; `FEWEST`, the smallest number of messages in
which it says anything; `SHUFFLED`, the sorts of chance that it is held against; and `find(talk)`,
which returns the Episodes. One that is looked for about several things has `abouts(talk)` as well,
and `find(talk, about)`. One that has more to tell than a count names it in `FACTS` and has
`facts(talk, episodes)`, the latter followed by what it is about, if anything. One that belongs to
both has `IS_OURS`, one that is told of my own side alone `IS_MINE`. One that hears for itself has
`heard_in(talk)`, which returns the talk with what it heard. Its sentences stand in content, by
NAME. It is neutral about who: one definition, counted for both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from amends.chats.chance import LOOKED_AT, Chance, chance, middle, shuffles
from amends.chats.episodes import Episode, Episodes
from amends.chats.message import Conversation
from amends.chats.ruled import Ruled
from amends.chats.spoken import Spoken
from amends.chats.talk import BOTH, ME, THEM, Talk, talk_of
from amends.chats.telling_patterns import Said
from amends.chats.watching import Told, silent

__all__ = ["SIDES", "Episode", "Episodes", "Pattern", "Search", "Seen", "find", "modules", "seek"]

LISTENING = 0.7
"""Of the time goes into the words of each message (measured on a million), the rest into chance."""
SIDES = {ME: "mine", BOTH: "ours", THEM: "theirs"}
"""In the order in which they are shown: my side first."""


class PatternModule(Protocol):
    """What each module of this folder has."""

    NAME: str
    FEWEST: int
    SHUFFLED: Sequence[str]

    def find(self, talk: Talk, *about: str) -> Episodes:
        """Return every episode, in the order of time."""


@dataclass(frozen=True)
class Search:
    """One pattern, looked for about one thing, or about nothing in particular."""

    module: PatternModule
    about: tuple[str, ...] = ()

    def find(self, talk: Talk) -> Episodes:
        """Return its episodes in a talk."""
        return self.module.find(talk, *self.about)

    def facts(self, talk: Talk, episodes: Episodes) -> dict[str, object]:
        """Return what the pattern has to tell besides the count."""
        told = getattr(self.module, "facts", None)
        return told(talk, episodes, *self.about) if told else {}


@dataclass(frozen=True)
class Seen:
    """An episode in the rows of the conversation: `rows` are its messages, for the quotes."""

    start: int
    end: int
    rows: tuple[int, ...]


@dataclass(frozen=True, repr=False)
class Pattern:
    """What was found of one pattern on one side, with what chance would show.

    `side` is mine, ours or theirs. `about` names the topic or the harm, where there is one.
    `title`, `definition` and `summary` are for people.
    """

    name: str
    side: str
    episodes: tuple[Seen, ...]
    chance: Chance
    summary: str = field(default="", repr=False)
    about: str = field(default="", repr=False)
    title: str = ""
    definition: str = ""

    def __repr__(self) -> str:
        """Return what was counted on which side, without a word of the chat."""
        return f"<Pattern {self.name}, {self.side}: {self.count} times>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: what was found, and what was counted."""
        title, summary, definition = map(escape, (self.title, self.summary, self.definition))
        return f"<p><strong>{title}</strong>: {summary}<br><small>{definition}</small></p>"

    @property
    def count(self) -> int:
        """Return how often it was seen."""
        return len(self.episodes)


@cache
def modules() -> tuple[PatternModule, ...]:
    """Return every pattern, by name."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def find(
    conversation: Conversation,
    me: str,
    harms: Sequence[str] = (),
    language: str = "en",
    told: Told = silent,
    *,
    topics: Sequence[str] = (),
) -> list[Pattern]:
    """Return the patterns that stand out of chance, mine first.

    `harms` are in the user's own words, such as "late again"; several wordings of one harm are
    parted by commas. `topics` are, too, such as "the flat: mortgage, our flat"; what stands before
    the colon is the topic's name. `told` hears how far it is.
    """
    spoken = Spoken.load(language).with_topics(topics).with_harms(harms)
    talk = heard_in(talk_of(conversation, me), spoken, language, lambda one: told(LISTENING * one))
    return seek(talk, spoken, language, lambda share: told(LISTENING + (1 - LISTENING) * share))


def heard_in(talk: Talk, spoken: Spoken, language: str = "en", told: Told = silent) -> Talk:
    """Return the talk with all that patterns listen for in its messages."""
    talk = spoken.heard_in(talk, lambda share: told(share / 2))
    talk = Ruled.load(language).heard_in(talk, lambda share: told((1 + share) / 2))
    for module in modules():
        talk = module.heard_in(talk) if hasattr(module, "heard_in") else talk
    return talk


def seek(talk: Talk, spoken: Spoken, language: str = "en", told: Told = silent) -> list[Pattern]:
    """Return the patterns that stand out in a talk, mine first."""
    searches = [one for module in modules() for one in _searches(module, talk)]
    chances = _chances(talk, searches, told)
    said, ruled = Said.load(language), Ruled.load(language)
    titles = {**spoken.titles, **ruled.titles}
    found = [
        _pattern(one, who, out, talk, _Sentences(said, ruled, titles))
        for one in searches
        for who, out in chances[one].items()
        if out.stands_out
    ]
    order = list(SIDES.values())
    return sorted(found, key=lambda one: order.index(one.side))


def _searches(module: PatternModule, talk: Talk) -> Iterator[Search]:
    if len(talk) < module.FEWEST:
        return
    abouts = getattr(module, "abouts", None)
    yield from [Search(module, (one,)) for one in abouts(talk)] if abouts else [Search(module)]


def _chances(talk: Talk, searches: Sequence[Search], told: Told) -> dict[Search, dict[int, Chance]]:
    """Return for each pattern and side what chance explains; one shuffled talk serves them all."""
    stretch = middle(talk, LOOKED_AT)
    seen = {one: one.find(stretch).counts() for one in searches}
    tries: dict[Search, list[NDArray[np.int64]]] = {one: [] for one in searches}
    sorts = sorted({sort for one in searches for sort in one.module.SHUFFLED})
    for number, sort in enumerate(sorts):
        wanted = [one for one in searches if sort in one.module.SHUFFLED and seen[one].any()]
        if not wanted:
            continue
        counts = [[one.find(talk).counts() for one in wanted] for talk in shuffles(stretch, sort)]
        for place, one in enumerate(wanted):
            tries[one].append(np.array([row[place] for row in counts]))
        told((number + 1) / len(sorts))
    return {
        one: {
            who: chance(int(seen[one][who]), [counts[:, who] for counts in tries[one]])
            for who in SIDES
            if seen[one][who]
        }
        for one in searches
    }


@dataclass(frozen=True)
class _Sentences:
    """What is said about patterns, and what the things are called that they are about."""

    said: Said
    ruled: Ruled
    titles: Mapping[str, str]


def _pattern(search: Search, who: int, out: Chance, talk: Talk, words: _Sentences) -> Pattern:
    name, side = search.module.NAME, SIDES[who]
    found = search.find(talk)
    own = found.of(who)
    said = words.said
    about = "".join(words.titles.get(one) or said.called(name, one) for one in search.about)
    facts = {
        "count": len(own),
        "other": len(found) - len(own),
        "about": about,
        **words.ruled.told(search.facts(talk, own)),
    }
    return Pattern(
        name,
        side,
        tuple(_seen(own, talk)),
        out,
        said.summary(name, side, facts),
        about,
        said.title(name),
        said.definition(name),
    )


def _seen(episodes: Episodes, talk: Talk) -> Iterator[Seen]:
    for one in episodes:
        here = slice(
            one.first, one.last + 1, max(one.last - one.first, 1) if episodes.are_ends else 1
        )
        rows = tuple(talk.row[here].tolist())
        yield Seen(rows[0], rows[-1], rows)
