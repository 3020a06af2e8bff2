"""A listening session: one speaks, one says it back, and only who spoke says that it was heard.

Each step is a move that its author keeps; what is nobody's turn to do is ignored. Nothing that was
said is written down.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

BREATH = timedelta(seconds=5)
"""Between what was said and the answer to it: the issue asks for five seconds."""
MINUTES = (2, 3, 5)
"""How long one speaks at most. Shorter than what a listener can say back; our choice."""
RETURN_AFTER = (20, 30, 45, 60)
"""Minutes of a pause. A body that is flooded takes twenty at the least to calm down."""
LONGER_ONCE = 1
"""How often a pause can be made longer; then it is another day."""


class Act(StrEnum):
    """What someone can do."""

    AGREE = "agree"
    SPOKEN = "spoken"
    MIRRORED = "mirrored"
    NEARLY = "nearly"
    GOT_IT = "got-it"
    SWAP = "swap"
    ENOUGH = "enough"
    PAUSE = "pause"
    BACK = "back"


class Phase(StrEnum):
    """Where a session stands."""

    PROPOSED = "proposed"
    SPEAK = "speak"
    MIRROR = "mirror"
    CHECK = "check"
    FIX = "fix"
    SWAP = "swap"
    PAUSE = "pause"
    ENDED = "ended"


@dataclass(frozen=True)
class Sitting:
    """A proposal: one topic, in the words of its author, whom the other may say no to."""

    KIND: ClassVar[str] = "sitting"

    at: datetime
    topic: str = field(repr=False)
    minutes: int
    author_first: bool
    one_screen: bool = False

    @property
    def said(self) -> str:
        """What its author wrote."""
        return self.topic


@dataclass(frozen=True)
class Move:
    """One step of a session; `until` is the promised end of a pause.

    `for_other` says, at one screen, that the other pressed it in the window of who proposed it.
    """

    KIND: ClassVar[str] = "move"

    sitting: str
    act: Act
    at: datetime
    until: datetime | None = None
    for_other: bool = False


@dataclass(frozen=True)
class Stand:
    """How a session stands: whose turn it is to speak, since when, and what was confirmed.

    `by_author` says that the speaker is the one who proposed the session. `before` is the phase
    that a pause interrupted, `paused_by_author` who called it.
    """

    phase: Phase
    by_author: bool
    since: datetime
    heard: int = 0
    until: datetime | None = None
    before: Phase = Phase.SPEAK
    paused_by_author: bool = False
    longer: int = 0


def stand(sitting: Sitting, moves: Iterable[tuple[bool, Move]]) -> Stand:
    """Return how a session stands after its moves; each comes with whether the author made it.

    For the other, at one screen, only the author's window can press: nobody else sat before it.
    """
    now = Stand(Phase.PROPOSED, sitting.author_first, sitting.at)
    for made_by_author, move in sorted(moves, key=lambda one: one[1].at):
        by_author = made_by_author
        if move.for_other:
            if not (sitting.one_screen and made_by_author):
                continue
            by_author = False
        now = _after(sitting, now, move, by_author=by_author)
    return now


def may(sitting: Sitting, now: Stand, act: Act, at: datetime, *, by_author: bool) -> bool:
    """Say whether it is this member's turn to do this."""
    is_speaker = by_author == now.by_author
    is_over = at >= now.since + timedelta(minutes=sitting.minutes)
    has_breathed = at >= now.since + BREATH
    allowed = {
        (Phase.PROPOSED, Act.AGREE): not by_author,
        (Phase.SPEAK, Act.SPOKEN): is_speaker or is_over,
        (Phase.FIX, Act.SPOKEN): is_speaker or is_over,
        (Phase.MIRROR, Act.MIRRORED): not is_speaker and has_breathed,
        (Phase.CHECK, Act.GOT_IT): is_speaker,
        (Phase.CHECK, Act.NEARLY): is_speaker,
        (Phase.SWAP, Act.SWAP): True,
        (Phase.PAUSE, Act.BACK): by_author == now.paused_by_author,
        (Phase.PAUSE, Act.PAUSE): by_author == now.paused_by_author and now.longer < LONGER_ONCE,
    }
    if act == Act.ENOUGH:
        return now.phase != Phase.ENDED
    if act == Act.PAUSE and now.phase not in (Phase.PROPOSED, Phase.PAUSE, Phase.ENDED):
        return True
    return allowed.get((now.phase, act), False)


_NEXT = {
    Act.AGREE: Phase.SPEAK,
    Act.SPOKEN: Phase.MIRROR,
    Act.MIRRORED: Phase.CHECK,
    Act.NEARLY: Phase.FIX,
    Act.GOT_IT: Phase.SWAP,
    Act.SWAP: Phase.SPEAK,
    Act.ENOUGH: Phase.ENDED,
}


def _after(sitting: Sitting, now: Stand, move: Move, *, by_author: bool) -> Stand:
    if not may(sitting, now, move.act, move.at, by_author=by_author):
        return now
    if move.act == Act.PAUSE:
        return _paused(now, move, by_author=by_author)
    if move.act == Act.BACK:
        return replace(now, phase=now.before, since=move.at, until=None, longer=0)
    return replace(
        now,
        phase=_NEXT[move.act],
        since=move.at,
        by_author=not now.by_author if move.act == Act.SWAP else now.by_author,
        heard=now.heard + (move.act == Act.GOT_IT),
    )


def _paused(now: Stand, move: Move, *, by_author: bool) -> Stand:
    if move.until is None or move.until <= move.at:
        return now
    if now.phase == Phase.PAUSE:
        return replace(now, until=move.until, longer=now.longer + 1)
    return replace(
        now,
        phase=Phase.PAUSE,
        before=now.phase,
        since=move.at,
        until=move.until,
        paused_by_author=by_author,
    )
