"""The guard of the journal: does a page turn over what pages before it turned over?

It never blocks, and says nothing about a person: only which pages are alike, and on which days. How
often it is right is measured in docs/journal.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import fmean

from amends.practice.journal import Evening, JournalPage
from amends.practice.likeness import Known, likeness
from amends.practice.turns import Read, Turns

LOOKS_BACK = timedelta(days=14)
"""Two weeks: long enough to see a thing come back, short enough to let it go; our choice."""
MOST_PAGES = 30
"""So many pages of two weeks are compared, the newest: more would cost time and tell no more."""
LATELY = 3
"""So many pages before this one tell whether something has been turning lately."""
ALIKE = 2
"""So many earlier pages have to be alike before anything is said: with this one, three times."""
LEAST_ALIKE, LEAST_TURNED = 0.06, 0.01
"""Pages below this share a word or two by chance; set on the diaries to tune on."""
FEWEST_WORDS = 8
"""A page of fewer words is a note, and nothing is said of it."""
NIGHT_BEGINS, NIGHT_ENDS = 23, 5
"""From eleven to five; what is written then looks larger than it is."""
LONG = 250
"""Words in one evening from which it is long: a full page by hand; our choice."""


@dataclass(frozen=True)
class Weights:
    """What counts how much; set by hand on the diaries to tune on, in round numbers.

    Turning and moving are phrases in a hundred words, of this page and of the last few together;
    `alike` is for the two pages most like this one. From `speaks` on, the guard speaks.
    """

    turning: float = 1.0
    turning_lately: float = 1.5
    moving: float = 0.75
    moving_lately: float = 1.25
    act: float = 4.0
    alike: float = 8.0
    speaks: float = 3.5


WEIGHTS = Weights()


class Heard(StrEnum):
    """What the guard says of a page."""

    FRESH = "fresh"
    TURNING = "turning"
    CLOSE = "close"


@dataclass(frozen=True)
class Judgement:
    """What the guard says, and the earlier pages that are alike, the oldest first."""

    heard: Heard
    alike: tuple[JournalPage, ...] = ()


def judge(
    page: JournalPage,
    others: Iterable[JournalPage],
    tonight: Evening,
    turns: Turns,
    weights: Weights = WEIGHTS,
) -> Judgement:
    """Return what the guard says of a page, beside the other pages of one person.

    `tonight` is what was written in the evening of the page. The text is kept, whatever is said.
    """
    read = turns.read(page.text)
    earlier = sorted((one for one in others if one.at < page.at), key=lambda one: one.at)
    near = [one for one in earlier if page.at - one.at <= LOOKS_BACK]
    older = earlier[: len(earlier) - len(near)][-MOST_PAGES:]
    near = near[-MOST_PAGES:]
    if read.words < FEWEST_WORDS or len(near) < ALIKE:
        return Judgement(Heard.FRESH)
    circle = _Circle(page, read, near, [turns.read(one.text) for one in near])
    likenesses = circle.likenesses(Known([turns.read(one.text).features for one in older]))
    alike = circle.alike(likenesses)
    if len(alike) < ALIKE or circle.pull(likenesses, weights) < 0:
        return Judgement(Heard.FRESH)
    closes = is_night_hour(page.sittings[-1].at) and (tonight.is_long or tonight.words >= LONG)
    return Judgement(Heard.CLOSE if closes else Heard.TURNING, alike)


def is_night_hour(at: datetime) -> bool:
    """Say whether a local time is between eleven and five."""
    return at.hour >= NIGHT_BEGINS or at.hour < NIGHT_ENDS


@dataclass(frozen=True)
class _Circle:
    """A page among the pages of the two weeks before it, the oldest first."""

    page: JournalPage
    read: Read
    near: Sequence[JournalPage]
    reads: Sequence[Read]

    def likenesses(self, known: Known) -> list[float]:
        """Return how alike each of the pages before is to this one."""
        mine = known.weigh(self.read.features)
        return [likeness(mine, known.weigh(one.features)) for one in self.reads]

    def alike(self, likenesses: Sequence[float]) -> tuple[JournalPage, ...]:
        """Return the pages before that share more than chance with this one.

        Of a page that turns over itself, one word of weight in common is enough.
        """
        found = zip(self.near, self.reads, likenesses, strict=True)
        return tuple(
            one
            for one, read, how in found
            if how >= (LEAST_TURNED if read.turning > read.moving else LEAST_ALIKE)
        )

    def pull(self, likenesses: Sequence[float], weights: Weights) -> float:
        """Return how far the page is on the side of turning over; below 0 it is not."""
        lately = [*self.reads[-LATELY:], self.read]
        return (
            weights.turning * self.read.turning
            + weights.turning_lately * fmean(one.turning for one in lately)
            - weights.moving * self.read.moving
            - weights.moving_lately * fmean(one.moving for one in lately)
            - weights.act * bool(self.page.act.strip())
            + weights.alike * fmean(sorted(likenesses)[-ALIKE:])
            - weights.speaks
        )
