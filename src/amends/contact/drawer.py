"""The drawer: a draft waits, is read again, and leaves only by the gate."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from amends.contact.draft import Draft, anew
from amends.contact.errors import (
    AlreadySent,
    AnotherIsOut,
    EmptyDraft,
    NotInDrawer,
    NotTakenOut,
    UrgeOffScale,
)
from amends.contact.gate import Verdict
from amends.contact.log import Contact
from amends.contact.terms import State
from amends.contact.waits import OUT, later

STRONGEST_URGE = 10


def put_away(draft: Draft, urge: int | None, now: datetime) -> Draft:
    """Return the draft in the drawer, with how strong the urge to send it was (0 to 10).

    Without a number it goes in all the same, and `rate_urge` says it later. Putting it away again
    makes the wait begin anew. Raises AlreadySent, EmptyDraft, UrgeOffScale.
    """
    if draft.sent:
        raise AlreadySent
    if not draft.text.strip():
        raise EmptyDraft
    _check(urge)
    return replace(anew(draft, now), urge=urge, first_away=draft.first_away or now)


def cool(draft: Draft, now: datetime) -> Draft:
    """Return the draft as a strong wish to hurt leaves it: in the drawer, its wait from now on.

    What lay there already begins its wait anew, so that an answer given in the heat counts for
    nothing. One that was sent, or has no words, stays as it is.
    """
    if draft.sent or not draft.text.strip():
        return draft
    is_lying = draft.is_put_away and not draft.is_out
    return put_away(draft, draft.urge if is_lying else None, now)


def rate_urge(draft: Draft, urge: int) -> Draft:
    """Return a draft in the drawer with how strong the urge was; its wait goes on.

    Raises AlreadySent, NotInDrawer, UrgeOffScale.
    """
    if draft.sent:
        raise AlreadySent
    if not draft.is_put_away:
        raise NotInDrawer
    _check(urge)
    return replace(draft, urge=urge)


def _check(urge: int | None) -> None:
    if urge is not None and not 0 <= urge <= STRONGEST_URGE:
        raise UrgeOffScale


def reread(draft: Draft, still_wanted: bool, now: datetime) -> Draft:
    """Return the draft with the answer after reading it again; raises AlreadySent, NotInDrawer."""
    if draft.sent:
        raise AlreadySent
    if not draft.is_put_away:
        raise NotInDrawer
    return replace(draft, still_wanted=still_wanted, reread_at=now)


def take_out(draft: Draft, verdict: Verdict, now: datetime, drafts: Iterable[Draft]) -> Draft:
    """Return the draft as taken out; `drafts` are all the others.

    Raises Closed, AskAgain, NotInDrawer, StillWaiting, NotReread, NoLongerWanted, AnotherIsOut
    or AlreadySent: the first that applies.
    """
    obstacle = draft.obstacle(verdict, now)
    if obstacle is not None:
        raise obstacle
    if any(other.is_out for other in drafts if other != draft):
        raise AnotherIsOut
    return replace(draft, taken_out=now)


def copyable(draft: Draft, verdict: Verdict) -> bool:
    """Say whether a page may show the text to be copied: it is out, and the gate is still open.

    A day after it was taken out this ends, and taking it out again asks the gate anew.
    """
    if draft.taken_out is None or verdict.at >= later(draft.taken_out, OUT):
        return False
    return draft.may_leave(verdict, verdict.at)


def put_back(draft: Draft, now: datetime) -> Draft:
    """Return the draft one step back: from outside into the drawer, from the drawer to the desk.

    Either way its wait begins anew. Raises AlreadySent, NotInDrawer.
    """
    if draft.sent:
        raise AlreadySent
    if not draft.is_put_away:
        raise NotInDrawer
    in_drawer = anew(draft, now)
    return in_drawer if draft.is_out else replace(in_drawer, put_away=None)


def mark_sent(draft: Draft, verdict: Verdict, now: datetime, channel: str) -> tuple[Draft, Contact]:
    """Return the draft as sent, and the line of the contact log that spends the budget.

    The gate's answer does not stop this: what was done is written down. Under `logistics_only` the
    line keeps the topic. Raises AlreadySent, NotTakenOut.
    """
    if draft.sent:
        raise AlreadySent
    if not draft.is_out:
        raise NotTakenOut
    topic = draft.topic if verdict.state == State.LOGISTICS_ONLY else ""
    return replace(draft, sent=now), Contact(at=now, by="me", channel=channel, topic=topic)


@dataclass(frozen=True)
class DrawerStatistics:
    """How many drafts were held, read again, still wanted then, no longer wanted, and sent."""

    held: int
    reread: int
    still_wanted: int
    no_longer_wanted: int
    sent: int


def drawer_statistics(drafts: Iterable[Draft]) -> DrawerStatistics:
    """Return "of 14 held, 2 still wanted" as numbers; a draft counts with its latest answer."""
    held = [draft for draft in drafts if draft.is_put_away]
    answers = [draft.still_wanted for draft in held if draft.still_wanted is not None]
    return DrawerStatistics(
        held=len(held),
        reread=len(answers),
        still_wanted=answers.count(True),
        no_longer_wanted=answers.count(False),
        sent=sum(draft.sent is not None for draft in held),
    )
