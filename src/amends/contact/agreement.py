"""The agreement: the terms in force, and looser ones that wait."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar

from amends.contact.allowance import Reach, allowance, allows_more, common_ground, opens_unasked
from amends.contact.errors import NeedsTheirWords
from amends.contact.terms import REFUSALS, State, Terms
from amends.contact.waits import LOOSER, REOPENING, later


@dataclass(frozen=True)
class Earlier:
    """Terms that were in force once, from `since` until `ended`."""

    terms: Terms
    since: datetime
    ended: datetime


@dataclass(frozen=True)
class Agreement:
    """The terms in force since a moment, and those that wait until `pending_from`.

    `reopening_words` is what the other person said, when the latest terms rest on it. Two moments
    outlive the terms that made them. `silent_since`: they had not answered then, and nothing leaves
    until they write. `open_until`: until then personal letters could leave, so what was sent
    before it without an answer still counts.
    """

    KIND: ClassVar[str] = "agreement"

    terms: Terms
    since: datetime
    pending: Terms | None = None
    pending_from: datetime | None = None
    reopening_words: str = field(default="", repr=False)
    before: tuple[Earlier, ...] = ()
    silent_since: datetime | None = None
    open_until: datetime | None = None


def begin(terms: Terms, now: datetime) -> Agreement:
    """Return the first agreement.

    Raises:
        NeedsTheirWords: `open` says that they answered willingly, and their words are missing.
    """
    if terms.state == State.OPEN and not terms.words.strip():
        raise NeedsTheirWords
    return Agreement(terms, now, silent_since=now if terms.state == State.NO_REPLY else None)


def in_force(agreement: Agreement, now: datetime) -> Agreement:
    """Return the agreement as it stands now: terms whose wait is over are in force."""
    if agreement.pending is None or agreement.pending_from is None or now < agreement.pending_from:
        return agreement
    begins = agreement.pending_from.astimezone(now.tzinfo)
    return _put_in_force(agreement, agreement.pending, begins, agreement.reopening_words)


def change(
    agreement: Agreement, terms: Terms, now: datetime, reopening_words: str = ""
) -> Agreement:
    """Return the agreement with new terms: at once when they are never looser, else after a wait.

    Terms that are looser in one way and stricter in another wait too, and meanwhile only what both
    allow is allowed. Every change takes back what was waiting, so a wait always begins anew.

    Raises:
        NeedsTheirWords: these terms rest on what the other person said, and it is missing.
    """
    current = in_force(agreement, now)
    wait = _wait(current, terms, now)
    if not wait:
        return _put_in_force(current, terms, now)
    if _words_are_missing(current.terms, terms, now, reopening_words):
        raise NeedsTheirWords
    if allows_more(current.terms, terms, now.date()):
        current = _put_in_force(current, common_ground(current.terms, terms), now)
    return replace(
        current,
        pending=replace(terms, words=terms.words or reopening_words),
        pending_from=later(now, wait),
        reopening_words=reopening_words.strip(),
    )


def withdraw(agreement: Agreement, now: datetime) -> Agreement:
    """Return the agreement without the terms that wait."""
    current = in_force(agreement, now)
    if current.pending is None:
        return current
    return replace(current, pending=None, pending_from=None, reopening_words="")


def _wait(agreement: Agreement, terms: Terms, now: datetime) -> timedelta:
    if agreement.terms.state in REFUSALS:
        return timedelta(0) if terms.state in REFUSALS else REOPENING
    if _is_first_answer(agreement, terms, now):
        return timedelta(0)
    return LOOSER if allows_more(terms, agreement.terms, now.date()) else timedelta(0)


def _is_first_answer(agreement: Agreement, terms: Terms, now: datetime) -> bool:
    """Say whether nothing but `unknown` was ever recorded, and nothing personal opens soon."""
    recorded = [agreement.terms, *(earlier.terms for earlier in agreement.before)]
    soon = (now + LOOSER).date()
    return (
        all(one.state == State.UNKNOWN for one in recorded)
        and allowance(terms, soon, they_wrote=False).reach < Reach.MEASURED
    )


def _words_are_missing(old: Terms, new: Terms, now: datetime, reopening_words: str) -> bool:
    if old.state in REFUSALS:
        return not reopening_words.strip()
    rests_on_words = new.state in {State.OPEN, State.TOGETHER} or opens_unasked(
        new, now.date()
    ) > opens_unasked(old, now.date())
    return rests_on_words and not (reopening_words.strip() or new.words.strip())


def _put_in_force(
    agreement: Agreement, terms: Terms, at: datetime, reopening_words: str = ""
) -> Agreement:
    was_open = allowance(agreement.terms, at.date(), they_wrote=True).reach == Reach.MEASURED
    silent_since = None if reopening_words else agreement.silent_since
    return Agreement(
        terms=terms,
        since=at,
        reopening_words=reopening_words,
        before=(*agreement.before, Earlier(agreement.terms, agreement.since, at)),
        silent_since=at if terms.state == State.NO_REPLY else silent_since,
        open_until=at if was_open else agreement.open_until,
    )
