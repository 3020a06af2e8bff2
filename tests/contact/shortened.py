"""What still matters of a world: two worlds that differ in nothing else are walked through once.

Everything here keeps what a rule of the gate can still see, and the order of moments. It may make
a moment that is long past less long past, never the other way round.
"""

from dataclasses import replace
from datetime import datetime

from amends.contact import Agreement, Contact, Draft, Earlier, State, Terms, in_force
from tests.contact.worlds import DAY, LETTER, NOES, NOW


def agreement_in_short(agreement: Agreement) -> Agreement:
    """Return the agreement with its long past in one line."""
    now = in_force(agreement, NOW)
    is_theirs = now.terms.first_day_after is not None and now.terms.reopened_by == "them"
    spoke = any(one.terms.state != State.UNKNOWN for one in now.before)
    earlier = Earlier(Terms(State.BLOCKED if spoke else State.UNKNOWN), NOW, NOW)
    return replace(
        now,
        terms=_terms_in_short(now.terms),
        pending=now.pending and _terms_in_short(now.pending),
        since=_lately(now.since) if is_theirs else NOW,
        before=(earlier,) if now.before and now.terms.state not in NOES else (),
        open_until=now.open_until and _lately(now.open_until),
        silent_since=now.silent_since and _lately(now.silent_since),
    )


def _terms_in_short(terms: Terms) -> Terms:
    if terms.until is None or terms.until >= NOW.date():
        return terms
    days = 1 if terms.reopened_by == "either" else 15
    return replace(terms, until=max(terms.until, NOW.date() - days * DAY))


def _lately(moment: datetime) -> datetime:
    """Return a moment as at most fifteen days ago: the longest wait of the log is fourteen."""
    return max(moment, NOW - 15 * DAY)


def log_in_short(log: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Return their last reply, my last contact before it, and of mine since two and the last."""
    log = tuple(replace(entry, at=_lately(entry.at), channel="") for entry in log)
    last = max((at for at, entry in enumerate(log) if not entry.is_mine), default=-1)
    before = [entry for entry in log[: last + 1] if entry.is_mine and entry.at > NOW - 14 * DAY]
    since = log[last + 1 :]
    two = since[1:2] * 2 or since
    return (*before[-1:], *log[max(last, 0) : last + 1], *two, *since[2:][-1:])


def draft_in_short(draft: Draft) -> Draft:
    """Return the draft with every wait that is over as over by a day; a new one for a sent one."""
    if draft.sent or draft.put_away is None:
        return LETTER
    away = max(draft.put_away, NOW - 2 * DAY)
    read = draft.reread_at and (away + DAY if draft.reread_at >= draft.put_away + DAY else away)
    out = draft.taken_out and max(draft.taken_out, NOW - 2 * DAY)
    wanted = draft.still_wanted
    return replace(LETTER, put_away=away, reread_at=read, taken_out=out, still_wanted=wanted)
