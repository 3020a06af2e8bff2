"""Which scenes can be rehearsed now, and how a reply in one's own words is heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from amends.coach import SEVERITIES, Concern
from amends.contact import State
from amends.practice import Scene, load_scenes
from amends.store import Vault
from amends.web.content import LANGUAGE, reviewed
from amends.web.dangers import dangers_of, is_sign
from amends.web.gate import standing

NO_TALK = {State.NO_REPLY, State.SAID_NO, State.BLOCKED, State.MOVED_ON, State.LEGAL_ORDER}
"""While this stands, nobody is led to picture that they have chosen to talk."""
LONGEST = 600
"""Characters of a reply that are read; a speech is no reply."""


@dataclass(frozen=True)
class Offered:
    """The scenes that can be rehearsed now; `is_resting` says that some wait for another day."""

    scenes: Sequence[Scene]
    is_resting: bool


@dataclass(frozen=True)
class HeardReply:
    """A reply in one's own words, what the coach marks in it, and whether it sounds like danger."""

    text: str
    marks: tuple[Concern, ...]
    is_danger: bool

    @property
    def labels(self) -> frozenset[str]:
        """Return what was heard: each label, and its family."""
        return frozenset(name for one in self.marks for name in (one.label, one.family))


def offered(vault: Vault, now: datetime) -> Offered:
    """Return the scenes that nothing pauses, and that fit how things stand."""
    dangers = dangers_of(vault, now)
    open_ones = [one for one in load_scenes(LANGUAGE) if not dangers.intersection(one.pauses)]
    if standing(vault, now).verdict.state not in NO_TALK:
        return Offered(open_ones, is_resting=False)
    fitting = [one for one in open_ones if not one.only_if_they_talk]
    return Offered(fitting, is_resting=len(fitting) < len(open_ones))


def heard(text: str) -> HeardReply:
    """Read a reply as the coach reads any; nothing of it is kept."""
    said = text.strip()[:LONGEST]
    marks = reviewed(said, "reply").concerns
    is_stop = any(one.severity == SEVERITIES[0] for one in marks)
    return HeardReply(said, marks, is_stop or is_sign(said))
