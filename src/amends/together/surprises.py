"""Small kindnesses: what they like, how one knows, and what might be done today."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from amends.together.lots import lot

PHASES = ("together",)
"""Where both take part; apart, a present is pressure (rule 9)."""
ANY = "any"
LIKES = ("food", "music", "place", "help", "words", "rest", "play", ANY)
SAID_HOW = ("said", "seen", "guessed")
KINDS = ("note", "text", "act", "time", "thing")
GRADES = range(3)
"""Of cost, and of what a surprise asks of the one who gets it."""
REST = timedelta(weeks=8)
"""How long one surprise rests after it was chosen; our choice."""
APART = timedelta(days=4)
"""From one to the next: never two in three days, never more than two in seven; our choice."""
_AROUND = 3
"""Days on both sides: a day is open when its lot is the lowest of seven, about once a week."""
_SOME_PLAIN = 0.15
"""How often what fits anyone comes although there are likes, so that it stays a surprise."""
_WORD = re.compile(r"[^\W\d_]{3,}")
"""Of three letters or more: “tea” can be liked, “of” cannot."""


@dataclass(frozen=True)
class Surprise:
    """One small kindness; `needs` is the kind of liking that it answers, or `any`."""

    id: str
    title: str
    line: str
    kind: str
    cost: int
    pressure: int
    needs: str
    phase: tuple[str, ...] = PHASES
    telling: frozenset[str] = frozenset()
    """The words of its title and line that say what it is about (`telling_words`)."""


@dataclass(frozen=True)
class Surprises:
    """All of them; the sentence for each reason, and the question to ask for each kind of guess."""

    every: tuple[Surprise, ...]
    reasons: Mapping[str, str]
    questions: Mapping[str, str]

    def get(self, id: str) -> Surprise | None:  # noqa: A002 - its name everywhere
        """Return one surprise, or None when there is none with this id."""
        return next((one for one in self.every if one.id == id), None)


@dataclass(frozen=True)
class Like:
    """What the other likes, how one knows, and since when: *said* in May, *seen*, or *guessed*."""

    KIND: ClassVar[str] = "like"

    what: str = field(repr=False)
    kind: str
    said_how: str
    on: date

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return self.what


@dataclass(frozen=True)
class Gesture:
    """A surprise that was chosen for a day, by its id, and whether it was done.

    `like` is the id of the record of the like that it answers, as hex. It belongs to one person
    alone: as long as it is planned, it shows in no shared view.
    """

    KIND: ClassVar[str] = "gesture"

    surprise: str
    on: date
    like: str = ""
    done: bool = False


@dataclass(frozen=True)
class Moment:
    """What holds today: where the two stand, and what would make a surprise a burden.

    `allowed` is what the gate says, `phase` its state. `is_quiet` says that what they share is not
    available: the day is then a quiet one, and no reason is told. `asked_for_less` stands until
    they say otherwise. `talked_on` is the day of the last big talk about repair.
    """

    today: date
    allowed: bool
    is_quiet: bool = False
    phase: str = PHASES[0]
    asked_for_less: bool = False
    talked_on: date | None = None


@dataclass(frozen=True)
class Caps:
    """At most so much cost, and at most so much asked of the one who gets it, from 0 to 2."""

    KIND: ClassVar[str] = "surprise-caps"

    cost: int = 1
    pressure: int = 1


class Reason(StrEnum):
    """Why there is a surprise today, or none; the sentences stand in content."""

    CLOSED = "closed"
    ASKED_FOR_LESS = "asked_for_less"
    TALKED_TODAY = "talked_today"
    TOO_SOON = "too_soon"
    QUIET_DAY = "quiet_day"
    NOTHING_FITS = "nothing_fits"
    ONLY_GUESSED = "only_guessed"
    SAID = "said"
    SEEN = "seen"
    OF_A_KIND = "of_a_kind"
    PLAIN = "plain"


@dataclass(frozen=True)
class Suggestion:
    """What might be done today, and why; without a surprise it is "nothing today".

    `like` is named only where the surprise speaks of it; otherwise it is `of_a_kind` they like.
    With `only_guessed` there is no surprise: `like` is the guess, to be asked about.
    """

    reason: Reason
    surprise: Surprise | None = None
    like: Like | None = None


def telling_words(text: str, plain: Collection[str] = ()) -> frozenset[str]:
    """Return the words of a text, one and many alike, without those that say little.

    >>> sorted(telling_words("The soup from the corner", ["the", "from"]))
    ['corner', 'soup']
    """
    words = (found[0].casefold() for found in _WORD.finditer(text))
    return frozenset(map(_one, words)) - frozenset(map(_one, plain))


def _one(word: str) -> str:
    return word.removesuffix("s")


def suggest(
    surprises: Sequence[Surprise],
    likes: Sequence[Like],
    given: Sequence[Gesture],
    moment: Moment,
    caps: Caps,
    seed: str = "",
) -> Suggestion:
    """Return what might be done today, or why nothing: on most days, nothing.

    The same for the same arguments. `given` are all gestures, planned ones too.
    """
    reason = _against(given, moment, seed)
    if reason:
        return Suggestion(reason)
    rested = _rested(surprises, given, moment.today)
    fitting = [one for one in rested if one.cost <= caps.cost and one.pressure <= caps.pressure]
    known = [one for one in likes if one.said_how != "guessed" and one.on <= moment.today]
    guessed = [one for one in likes if one.said_how == "guessed"]
    if guessed and not known:
        return Suggestion(Reason.ONLY_GUESSED, like=_drawn(guessed, moment, seed))
    liked = [one for one in fitting if one.needs in {like.kind for like in known} - {ANY}]
    plain = [one for one in fitting if one.needs == ANY]
    if lot(seed, "plain", moment.today) < _SOME_PLAIN:
        liked, plain = ([], plain) if plain else (liked, plain)
    return _suggestion(liked or plain, known, moment, seed)


def is_open_day(day: date, seed: str) -> bool:
    """Say whether a day may hold a surprise at all: one in seven, never two within four days."""
    around = range(-_AROUND, _AROUND + 1)
    drawn = {step: lot(seed, "day", day + timedelta(days=step)) for step in around}
    return min(drawn, key=drawn.__getitem__) == 0


def _against(given: Iterable[Gesture], moment: Moment, seed: str) -> Reason | None:
    """Return what speaks against any surprise today."""
    if not moment.allowed or moment.phase not in PHASES:
        return Reason.CLOSED
    if moment.asked_for_less:
        return Reason.ASKED_FOR_LESS
    if moment.talked_on == moment.today:
        return Reason.TALKED_TODAY
    if any(abs(moment.today - one.on) < APART for one in given):
        return Reason.TOO_SOON
    is_open = is_open_day(moment.today, seed) and not moment.is_quiet
    return None if is_open else Reason.QUIET_DAY


def _rested(surprises: Iterable[Surprise], given: Iterable[Gesture], today: date) -> list[Surprise]:
    lately = {one.surprise for one in given if abs(today - one.on) < REST}
    return [one for one in surprises if one.id not in lately]


def _suggestion(
    offered: Collection[Surprise], known: Iterable[Like], moment: Moment, seed: str
) -> Suggestion:
    if not offered:
        return Suggestion(Reason.NOTHING_FITS)
    one = min(offered, key=lambda one: lot(seed, "surprise", moment.today, one.id))
    behind = [like for like in known if like.kind == one.needs]
    if one.needs == ANY or not behind:
        return Suggestion(Reason.PLAIN, one)
    meant = [like for like in behind if one.telling & telling_words(like.what)]
    if not meant:
        return Suggestion(Reason.OF_A_KIND, one)
    like = _drawn(meant, moment, seed)
    return Suggestion(Reason(like.said_how), one, like)


def _drawn(likes: Collection[Like], moment: Moment, seed: str) -> Like:
    return min(likes, key=lambda one: lot(seed, "like", moment.today, one.kind, one.on, one.what))
