"""The questions about safety: who is asked what, what is kept, and what goes with one step."""

from datetime import datetime, timedelta
from functools import cache

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from amends.safety import (
    Country,
    Danger,
    Helpline,
    Rest,
    Screening,
    ScreeningAnswers,
    helplines,
    load_screenings,
    rest_after,
    screening_is_due,
)
from amends.store import Vault
from amends.web.content import LANGUAGE
from amends.web.people import named

KINDS = {Danger.BEING_HURT: "domestic-violence", Danger.OWN_HARM: "own-behaviour"}
"""Which lines are shown first after a yes."""


EITHER = frozenset({Danger.BEING_HURT, Danger.OWN_HARM})
"""What the two parts ask about."""


def alike(found: frozenset[Danger]) -> frozenset[Danger]:
    """Return dangers with a yes in either part as the same one.

    Whoever sees the screen could otherwise tell from what is offered which answer was given, and
    someone who is afraid could be made to pay for it.
    """
    return found - EITHER | {Danger.BEING_HURT} if found & EITHER else found


@cache
def screenings() -> tuple[Screening, ...]:
    """Return both screenings, in their order."""
    return load_screenings(LANGUAGE)


ASKED_AGAIN = timedelta(days=1)
"""Before two try again the questions come once more: an older answer is not enough."""


ASKED_THIS_WEEK = timedelta(days=7)
"""Before the three questions: the space waited for a day at least since the answers."""


def asked_first(
    vault: Vault, now: datetime, within: timedelta = ASKED_AGAIN
) -> HttpResponse | None:
    """Return the way to the questions when they are due, or None when nothing stands before.

    To be asked before a shared space opens, and before each step towards each other. The questions
    can be skipped there too; whoever asks decides whether skipping opens anything.
    """
    return redirect("questions") if screening_is_due(vault.records, now, within) else None


def read(screening: Screening, form: QueryDict, now: datetime) -> ScreeningAnswers | None:
    """Return what a form answered, or None when every question was skipped."""
    given = {one.id: form.get(one.id, "") for one in screening.questions}
    yes = tuple(name for name, answer in given.items() if answer == "yes")
    no = tuple(name for name, answer in given.items() if answer == "no")
    return ScreeningAnswers(screening.about, now, yes, no) if yes or no else None


def keep(vault: Vault, answers: ScreeningAnswers) -> None:
    """Keep the latest answers in the place of the earlier ones, and begin the rest they leave."""
    with vault.at_once():
        _remove(vault, answers.at, answers.about)
        vault.put(answers)


def purge(vault: Vault, now: datetime) -> None:
    """Delete every answer; after a yes about one's own behaviour, a rest begins."""
    with vault.at_once():
        _remove(vault, now, *Danger)


def _remove(vault: Vault, now: datetime, *about: Danger) -> None:
    gone = [kept for kept in vault.all(ScreeningAnswers) if kept.record.about in about]
    rest = rest_after([kept.record for kept in gone], now)
    for kept in gone:
        vault.delete(kept.id)
    if rest:
        _begin(vault, rest)


def _begin(vault: Vault, rest: Rest) -> None:
    """Keep one rest: the later one counts, so the earlier ones can go."""
    for kept in vault.all(Rest):
        vault.delete(kept.id)
    vault.put(rest)


def lines_for(vault: Vault | None, *kinds: str) -> tuple[Country | None, tuple[Helpline, ...]]:
    """Return the chosen country, and its lines of these kinds, in this order."""
    country = helplines(named(vault).country) if vault and named(vault).country else None
    found = country.lines if country else ()
    return country, tuple(line for kind in kinds for line in found if line.kind == kind)
