"""Worlds in which a no was said, and everything that can happen in them.

The clock stands still at `NOW`; when time passes, everything that was written moves back.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple, TypeVar, cast

from amends.contact import (
    Agreement,
    Contact,
    ContactError,
    Draft,
    DraftVersion,
    State,
    Terms,
    Verdict,
    begin,
    change,
    mark_sent,
    put_away,
    put_back,
    reread,
    take_out,
    verdict,
    withdraw,
)
from amends.safety import NO_DANGER

T = TypeVar("T")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
SAID = "You can write to me."
TOPIC = "school"
LETTER = Draft("goodbye", (DraftVersion(NOW, "I was wrong to read it."),), topic=TOPIC)
NOES = (State.SAID_NO, State.BLOCKED, State.MOVED_ON, State.LEGAL_ORDER)
TERMS = (
    *(Terms(state) for state in State if state not in {State.SPACE, State.LOGISTICS_ONLY}),
    Terms(State.LOGISTICS_ONLY, topics=(TOPIC,)),
    Terms(State.SPACE),
    Terms(State.SPACE, until=NOW.date()),
    Terms(State.SPACE, until=NOW.date(), reopened_by="either"),
)


class Event(NamedTuple):
    """One thing that can happen."""

    name: str
    terms: Terms | None = None
    words: str = ""
    days: int = 0

    def __str__(self) -> str:
        if self.terms is None:
            return f"{self.name} {self.days}" if self.days else self.name
        return f"{self.terms.state} {'with' if self.words else 'without'} their words"


CHANGES = tuple(
    Event("change", replace(terms, words=said), said) for terms in TERMS for said in ("", SAID)
)
WAITS = tuple(Event("wait", days=days) for days in (1, 3, 14, 30))
WITHDRAW, I_WROTE, THEY_WROTE, SEND = map(Event, ("withdraw", "i wrote", "they wrote", "send"))
MOVES = tuple(map(Event, ("put away", "reread", "take out", "put back")))
EVENTS = (*CHANGES, WITHDRAW, *WAITS, I_WROTE, THEY_WROTE, *MOVES, SEND)


class Spec(NamedTuple):
    """What must hold, said a second time: whoever said no opens contact again, by their words.

    `no`: a no stands. `days`: for how many their reopening has stood since, or None. It knows
    nothing of terms that wait.
    """

    no: bool = True
    days: int | None = None

    def after(self, event: Event) -> "Spec":
        """Return what must hold after an event."""
        if event.terms is not None:
            return self._changed(event.terms, event.words)
        if event.name == "withdraw":
            return Spec(self.no)
        passed = None if self.days is None else self.days + event.days
        return Spec(no=False) if passed is not None and passed >= 30 else Spec(self.no, passed)

    def _changed(self, terms: Terms, words: str) -> "Spec":
        if terms.state in NOES:
            return Spec()
        return Spec(no=True, days=0) if self.no and words else self


class World(NamedTuple):
    """Everything that is kept, and what must hold."""

    agreement: Agreement
    log: tuple[Contact, ...]
    draft: Draft
    spec: Spec = Spec()


def beginnings() -> Iterator[World]:
    """Yield each no as the first thing known, and as the end of better days with a letter out."""
    out = replace(LETTER, put_away=NOW - DAY, reread_at=NOW, still_wanted=True, taken_out=NOW)
    together = begin(Terms(State.TOGETHER), NOW - 2 * DAY)
    for no in NOES:
        yield World(begin(Terms(no), NOW), (), LETTER)
        yield World(
            change(together, Terms(no), NOW), (Contact(NOW, "them", note=SAID, willing=True),), out
        )


def after(world: World, event: Event) -> World:
    """Return the world after an event; what is refused changes nothing."""
    spec = world.spec.after(event)
    if event.days:
        by = event.days * DAY
        agreement, log = moved_back(world.agreement, by), moved_back(world.log, by)
        return World(agreement, log, moved_back(world.draft, by), spec)
    answer = verdict(world.agreement, world.log, NOW, TOPIC, dangers=NO_DANGER, heated=None)
    try:
        if event is SEND:
            draft, contact = mark_sent(world.draft, answer, NOW, "letter")
            return World(world.agreement, (*world.log, contact), draft, spec)
        agreement = agreement_after(world.agreement, event)
        log = log_after(world.log, event)
        return World(agreement, log, draft_after(world.draft, event, answer), spec)
    except ContactError:
        return world


def agreement_after(agreement: Agreement, event: Event) -> Agreement:
    """Return the agreement after an event."""
    if event.terms is not None:
        return change(agreement, event.terms, NOW, event.words)
    return withdraw(agreement, NOW) if event is WITHDRAW else agreement


def log_after(log: tuple[Contact, ...], event: Event) -> tuple[Contact, ...]:
    """Return the contact log after an event."""
    wrote = {I_WROTE: Contact(NOW, "me"), THEY_WROTE: Contact(NOW, "them", note=SAID, willing=True)}
    return (*log, wrote[event]) if event in wrote else log


def draft_after(draft: Draft, event: Event, answer: Verdict) -> Draft:
    """Return the draft after an event."""
    match event.name:
        case "put away":
            return put_away(draft, 5, NOW)
        case "reread":
            return reread(draft, still_wanted=True, now=NOW)
        case "take out":
            return take_out(draft, answer, NOW, [])
        case "put back":
            return put_back(draft, NOW)
    return draft


def moved_back(value: T, by: timedelta) -> T:
    """Return a value with every moment and day in it earlier."""
    if isinstance(value, datetime | date):
        return cast("T", value - by)
    if isinstance(value, tuple):
        return cast("T", tuple(moved_back(one, by) for one in value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: moved_back(getattr(value, one.name), by) for one in fields(value)}
        return cast("T", replace(cast("Any", value), **parts))
    return value
