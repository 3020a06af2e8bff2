"""Alice wrote down what Bob asked for; what passed between them, in days from `NOW`."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from amends.contact import (
    Agreement,
    Contact,
    Draft,
    DraftVersion,
    Reason,
    State,
    Terms,
    Verdict,
    begin,
    put_away,
    reread,
    verdict,
)
from amends.safety import NO_DANGER

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
WORDS = "Give me until spring. I will write when I can."
SAID = "You can write to me again."


def day(number: int) -> date:
    """Return a day, counted from today."""
    return NOW.date() + number * DAY


def agreed(state: State, days_ago: float = 10, **terms: Any) -> Agreement:
    """Return an agreement that began some days ago."""
    return begin(Terms(state, words=WORDS, **terms), NOW - days_ago * DAY)


def space(until: int | None = None, reopened_by: Any = "them") -> Terms:
    """Return a time of space, until a day counted from today."""
    last = None if until is None else day(until)
    return Terms(State.SPACE, words=WORDS, until=last, reopened_by=reopened_by)


def mine(days_ago: float, topic: str = "") -> Contact:
    """Return a contact by Alice."""
    return Contact(NOW - days_ago * DAY, "me", "message", topic)


def theirs(days_ago: float, note: str = SAID) -> Contact:
    """Return a contact by Bob."""
    return Contact(NOW - days_ago * DAY, "them", "message", note=note, willing=True)


def asked(
    agreement: Agreement, *log: Contact, days: float = 0, topic: str = "", personal: bool = False
) -> Verdict:
    """Return what the gate says, some days from now."""
    return verdict(
        agreement,
        log,
        NOW + days * DAY,
        topic=topic,
        personal=personal,
        dangers=NO_DANGER,
        heated=None,
    )


def answers(agreement: Agreement, *log: Contact, days: float = 0) -> tuple[State, Reason]:
    """Return how things stand, and why, some days from now."""
    answer = asked(agreement, *log, days=days)
    return answer.state, answer.reason


def letter(topic: str = "") -> Draft:
    """Return a draft on the desk."""
    return Draft("apology", (DraftVersion(NOW - 5 * DAY, "I read it. I am sorry."),), topic=topic)


def slept_on(topic: str = "") -> Draft:
    """Return a draft that waited in the drawer, was read again, and is still wanted."""
    return reread(put_away(letter(topic), 8, NOW - 2 * DAY), True, NOW - HOUR)
