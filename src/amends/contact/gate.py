"""The gate: may a draft leave, until when not, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from amends.contact.agreement import Agreement, in_force
from amends.contact.log import Contact, in_order
from amends.contact.reasons import INSTEAD, Reason
from amends.contact.rulings import Question, rule
from amends.contact.terms import State
from amends.contact.waits import SAME_MOMENT
from amends.safety import Danger


@dataclass(frozen=True)
class Verdict:
    """May a draft leave the drawer, at the moment `at`, about `topic`.

    `state` is how things stand in effect. `quote` is their words, as the user recorded them.
    `opens` is the earliest moment at which time alone can change the answer, if there is one.
    `topics` are the matters that may be written about, where only some may. `hold` is how long a
    draft waits. `instead` holds ids of what can be done now.
    """

    state: State
    allowed: bool
    reason: Reason
    quote: str = field(repr=False)
    opens: datetime | None
    topics: tuple[str, ...] = field(repr=False)
    hold: timedelta
    instead: tuple[str, ...]
    topic: str = field(repr=False)
    at: datetime

    def is_about(self, topic: str, now: datetime) -> bool:
        """Say whether the gate was asked at this moment; and about this topic, where it matters."""
        is_same_topic = self.state != State.LOGISTICS_ONLY or self.topic == topic
        return is_same_topic and abs(now - self.at) <= SAME_MOMENT


def verdict(  # noqa: PLR0913 - dangers and heat have no default, so that no caller forgets them
    agreement: Agreement,
    log: Iterable[Contact],
    now: datetime,
    topic: str = "",
    personal: bool = False,
    *,
    dangers: frozenset[Danger],
    heated: datetime | None,
) -> Verdict:
    """Return whether a draft may leave, and why.

    `now` is aware, in the user's own time zone: days end where the user is. `topic` is what the
    draft is about; `personal` says that the coach found more in it than practical matters.
    `dangers` are those that stand: any of them closes every state. `heated` is when a strong wish
    to hurt was last kept, or None: it closes every state for a day. Their words are left out where
    they are not the reason.
    """
    standing = in_force(agreement, now)
    ruling = rule(Question(standing, in_order(log, now), now, topic, personal), dangers, heated)
    is_practical = ruling.state == State.LOGISTICS_ONLY
    return Verdict(
        state=ruling.state,
        allowed=ruling.reason.lets_leave,
        reason=ruling.reason,
        quote="" if dangers or ruling.reason.is_heat else standing.terms.words,
        opens=ruling.opens,
        topics=standing.terms.topics if is_practical else (),
        hold=ruling.hold,
        instead=INSTEAD[ruling.reason],
        topic=topic,
        at=now,
    )
