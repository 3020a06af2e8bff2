"""What each state allows now: one short function for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from amends.contact.agreement import Agreement
from amends.contact.log import Log, latest_of_mine, replied_after, unanswered
from amends.contact.reasons import Reason
from amends.contact.terms import State
from amends.contact.waits import BUDGET, DRAWER, LOOSER, UNANSWERED, cools_at, later
from amends.safety import Danger

NO_HOLD = timedelta(0)


@dataclass(frozen=True)
class Question:
    """What the gate is asked: the agreement in force, the log in order, and about which draft."""

    agreement: Agreement
    log: Log
    now: datetime
    topic: str
    personal: bool


@dataclass(frozen=True)
class Ruling:
    """How things stand in effect, why, until when, and how long a draft waits."""

    state: State
    reason: Reason
    opens: datetime | None = None
    hold: timedelta = DRAWER


def rule(question: Question, dangers: frozenset[Danger], heated: datetime | None) -> Ruling:
    """Return what the gate answers: a danger closes whatever the state would have opened.

    So does a strong wish to hurt, for a day from `heated`; a danger is named before it.
    """
    ruling = _RULES[question.agreement.terms.state](question)
    urgent = next((danger for danger in Danger if danger in dangers), None)
    if urgent is not None:
        return replace(ruling, reason=_DANGERS[urgent], opens=None)
    return _cooled(ruling, question.now, heated)


def _cooled(ruling: Ruling, now: datetime, heated: datetime | None) -> Ruling:
    """Hold what could leave before the heat is over; what holds longer keeps its own reason."""
    until = cools_at(heated) if heated else now
    if now >= until or not _could_leave_before(ruling, until):
        return ruling
    is_practical = ruling.state == State.LOGISTICS_ONLY
    reason = Reason.HEATED_PRACTICAL if is_practical else Reason.HEATED
    return replace(ruling, reason=reason, opens=until)


def _could_leave_before(ruling: Ruling, until: datetime) -> bool:
    """Say whether something may leave now, or by time or another topic before a moment."""
    if ruling.reason.lets_leave or ruling.reason in _UP_TO_THE_DRAFT:
        return True
    return ruling.reason in _UP_TO_TIME and ruling.opens is not None and ruling.opens < until


def _always(state: State, reason: Reason) -> Callable[[Question], Ruling]:
    return lambda _: Ruling(state, reason)


def _space(question: Question) -> Ruling:
    terms, first_day = question.agreement.terms, question.agreement.terms.first_day_after
    if first_day is None:
        return Ruling(State.SPACE, Reason.SPACE)
    is_theirs = terms.reopened_by != "either"
    over = datetime.combine(first_day, time.min, question.now.tzinfo)
    if question.now < over:
        reason = Reason.SPACE_UNTIL_THEIRS if is_theirs else Reason.SPACE_UNTIL
        return Ruling(State.SPACE, reason, over)
    if is_theirs and not _wrote_since(question, over):
        return Ruling(State.SPACE, Reason.SPACE_OVER)
    ruling = _open(question)
    has_answered = ruling.reason != Reason.OPEN or _wrote_since(question, over)
    return ruling if has_answered else replace(ruling, reason=Reason.SPACE_ENDED)


def _wrote_since(question: Question, over: datetime) -> bool:
    """Say whether they wrote after the time of space, and after the latest change of terms."""
    replies = [entry for entry in question.log if entry.at >= over]
    return replied_after(replies, question.agreement.since if question.agreement.before else None)


def _open(question: Question) -> Ruling:
    if _is_silent(question) or unanswered(question.log) >= UNANSWERED:
        return Ruling(State.NO_REPLY, Reason.NO_REPLY)
    latest = latest_of_mine(question.log)
    opens = later(latest, BUDGET) if latest else question.now
    if question.now < opens:
        return Ruling(State.OPEN, Reason.BUDGET, opens)
    return Ruling(State.OPEN, Reason.OPEN)


def _is_silent(question: Question) -> bool:
    """Say whether `no_reply` was written down, and no willing reply came after it."""
    since = question.agreement.silent_since
    return since is not None and not replied_after(question.log, since)


def _practical(question: Question) -> Ruling:
    """Allow the named topics, without a wait unless personal letters could leave lately.

    For 72 hours after that, the day in the drawer and the budget still hold; and what was sent
    then without an answer closes the gate here too. Otherwise `logistics_only` would be a way
    around both.
    """
    left = question.agreement.open_until
    if _is_silent(question) or (left and unanswered(question.log, left) >= UNANSWERED):
        return Ruling(State.NO_REPLY, Reason.NO_REPLY)
    reason = _about(question)
    if left is None or question.now >= later(left, LOOSER):
        return Ruling(State.LOGISTICS_ONLY, reason, hold=NO_HOLD)
    measured = _open(question)
    if reason.lets_leave and not measured.reason.lets_leave:
        eased = later(left, LOOSER)
        return Ruling(State.LOGISTICS_ONLY, measured.reason, min(measured.opens or eased, eased))
    return Ruling(State.LOGISTICS_ONLY, reason)


def _about(question: Question) -> Reason:
    if not question.topic.strip():
        return Reason.CHOOSE_TOPIC
    if not question.agreement.terms.names(question.topic):
        return Reason.OTHER_TOPIC
    return Reason.PERSONAL if question.personal else Reason.ON_TOPIC


_UP_TO_THE_DRAFT = frozenset({Reason.CHOOSE_TOPIC, Reason.OTHER_TOPIC, Reason.PERSONAL})
_UP_TO_TIME = frozenset({Reason.BUDGET, Reason.SPACE_UNTIL})
_DANGERS: Mapping[Danger, Reason] = {
    Danger.CRISIS: Reason.CRISIS,
    Danger.HARM_TO_OTHERS: Reason.HARM_TO_OTHERS,
    Danger.BEING_HURT: Reason.BEING_HURT,
    Danger.OWN_HARM: Reason.OWN_HARM,
}
_RULES: Mapping[State, Callable[[Question], Ruling]] = {
    State.UNKNOWN: _always(State.UNKNOWN, Reason.UNKNOWN),
    State.TOGETHER: _always(State.TOGETHER, Reason.TOGETHER),
    State.SPACE: _space,
    State.LOGISTICS_ONLY: _practical,
    State.OPEN: _open,
    State.NO_REPLY: _open,
    State.SAID_NO: _always(State.SAID_NO, Reason.SAID_NO),
    State.BLOCKED: _always(State.BLOCKED, Reason.BLOCKED),
    State.MOVED_ON: _always(State.MOVED_ON, Reason.MOVED_ON),
    State.LEGAL_ORDER: _always(State.LEGAL_ORDER, Reason.LEGAL_ORDER),
}
