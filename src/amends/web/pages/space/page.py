"""Space: what they asked for, day by day; how long it was kept, and what may be done today."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amends.contact import (
    Agreement,
    Contact,
    KeptDay,
    State,
    Tally,
    Terms,
    Verdict,
    in_force,
    kept_days,
    make_exception,
    tally,
)
from amends.journey import Answers
from amends.practice import Peak, Urge, peak_of
from amends.store import Kept, Vault
from amends.web.charts.weeks import weeks_chart
from amends.web.content import gate, program, words
from amends.web.followed import followed
from amends.web.gate import standing
from amends.web.guard import Request
from amends.web.newest import newest
from amends.web.people import named
from amends.web.verdicts import Spoken, spoken

PATH = "space/"
MONTH = timedelta(days=30)
"""Counted back from now, as on the page of a draft."""
HALF_A_YEAR = timedelta(days=182)
"""Older urges say little about the hours of now."""
PLAN = "space/energy"
"""The weekly plan; its field `plan` has rows with a part of the day."""
NOBODY_ASKED = frozenset({State.TOGETHER, State.OPEN})


@dataclass(frozen=True)
class Line:
    """A contact of mine: its record, its day, and by which way."""

    id: bytes
    at: datetime
    channel: str


@dataclass(frozen=True)
class Hours:
    """When urges peak, in words for a page, and what the weekly plan has for that part."""

    peak: Peak
    begins: str
    ends: str
    planned: tuple[str, ...]


def view(request: Request) -> HttpResponse:
    """Show how the agreement is kept; say that a contact kept to an exception."""
    now = timezone.localtime(timezone.now())
    if not request.vault.all(Agreement):
        return redirect("standing")
    if request.method == "POST":
        return _except(request)
    stands = standing(request.vault, now)
    assert stands.agreement is not None
    agreement = in_force(stands.agreement.record, now)
    log = [kept.record for kept in stands.log]
    untold = followed(request.vault, agreement, log, now)
    days = kept_days(agreement, [*log, *untold], now)
    context: dict[str, Any] = {
        "text": words("space")["space"],
        "people": named(request.vault),
        "verdict": _without_counting(spoken(stands.verdict), stands.verdict),
        "topics": stands.verdict.topics,
        **_asked(agreement.terms),
        **_kept(agreement, days, stands.log),
        "untold": [day.day for day in days if any(one in untold for one in day.broken_by)],
        "chart": weeks_chart(days, now.date()),
        **_measured(log, agreement, now),
        "hours": hours_of(request.vault, now),
        **_things(),
    }
    return render(request, "space/page.html", context)


def _without_counting(said: Spoken, verdict: Verdict) -> Spoken:
    """Return the verdict in words with a day by its name alone: no countdown stands here."""
    if verdict.opens is None:
        return said
    day = _("on %(day)s") % {"day": date_format(timezone.localtime(verdict.opens), "l j F Y")}
    topics = ", ".join(verdict.topics)
    sentence = gate().reasons[verdict.reason].format(day=day, time=day, topics=topics)
    return replace(said, sentence=sentence)


def _asked(terms: Terms) -> dict[str, Any]:
    reopened_by = words("welcome")["asked"]["reopened_by"][terms.reopened_by]
    return {
        "terms": terms,
        "who_reopens": reopened_by if terms.state == State.SPACE else "",
    }


def _kept(
    agreement: Agreement, days: Sequence[KeptDay], log: Sequence[Kept[Contact]]
) -> dict[str, Any]:
    broken = [contact for day in days for contact in day.broken_by]
    periods = [agreement.terms, *(earlier.terms for earlier in agreement.before)]
    return {
        "kept": sum(day.is_kept for day in days),
        "broken_days": sum(not day.is_kept for day in days),
        "broken": newest(_lines(log, broken)),
        "excepted": newest(_lines(log, [one.record for one in log if one.record.excepted])),
        "has_exceptions": any(terms.exceptions for terms in periods),
        "asks": agreement.terms.state not in NOBODY_ASKED,
        "is_unknown": agreement.terms.state == State.UNKNOWN,
    }


def _lines(log: Sequence[Kept[Contact]], wanted: Sequence[Contact]) -> list[Line]:
    """Return some contacts of the log as lines, the newest first."""
    channels = gate().channels
    return [
        Line(kept.id, kept.record.at, channels.get(kept.record.channel, ""))
        for kept in reversed(log)
        if kept.record in wanted
    ]


def _measured(log: Sequence[Contact], agreement: Agreement, now: datetime) -> dict[str, Tally]:
    first = agreement.before[0].since if agreement.before else agreement.since
    return {"month": tally(log, now - MONTH, now), "since": tally(log, first, now)}


def hours_of(vault: Vault, now: datetime) -> Hours | None:
    """Return when urges of the last half year peaked, or None while that cannot be told."""
    since = now - HALF_A_YEAR
    kept = vault.recent(Urge, since=since.date())
    began = [timezone.localtime(one.record.began) for one in kept if one.record.began >= since]
    peak = peak_of(began)
    if peak is None:
        return None
    planned = tuple(_planned(vault.records(Answers), peak.part))
    return Hours(peak, f"{peak.first}:00", f"{peak.last}:00", planned)


def _planned(answers: Sequence[Answers], part: str) -> Iterator[str]:
    """Yield what the weekly plan has for a part of the day."""
    plan = next((one.values.get("plan") for one in answers if one.exercise == PLAN), None)
    for row in plan if isinstance(plan, list) else []:
        if isinstance(row, Mapping) and row.get("part") == part and row.get("what"):
            yield str(row["what"])


def _things() -> dict[str, Any]:
    """Return what this part of the way has for today: its pages, and what is done again."""
    phase = next(one for one in program().phases if one.name == "space")
    return {
        "tools": [tool for tool in phase.tools if tool.page != "space"],
        "again": [one for one in phase.exercises if one.repeats],
        "plan": next((one for one in phase.exercises if one.id == PLAN), None),
    }


def _except(request: Request) -> HttpResponse:
    """Say that a contact kept to what they had left open, or that it did not."""
    try:
        record_id = bytes.fromhex(request.POST.get("entry", ""))
    except ValueError:
        raise Http404 from None
    kept = request.vault.get(Contact, record_id)
    excepted = request.POST.get("action") == "except"
    newer = make_exception(kept.record, excepted=excepted)
    request.vault.put(newer, id=kept.id, revision=kept.revision)
    return redirect("space")
