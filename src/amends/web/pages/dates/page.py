"""Dates: this week's plan, made alone; one can be shown to the other; two taps afterwards."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from amends.store import Space
from amends.together import (
    DateIdea,
    Planned,
    Reply,
    Wishes,
    exciting_minutes,
    load_dates,
    load_interests,
)
from amends.web.content import LANGUAGE, words
from amends.web.dating import (
    Dated,
    asked_about,
    dated,
    days_to_choose,
    ideas_of,
    own_ideas,
    to_come,
    week,
    wishes_of,
)
from amends.web.guard import Request
from amends.web.hurt import hurt_places
from amends.web.inviting import Received, Sent, put_away_refusals, received, sent
from amends.web.newest import newest
from amends.web.open_space import open_space
from amends.web.pages.dates.acts import act
from amends.web.pages.dates.forms import OwnForm, WishesForm

PATH = "dates/"
TOOL = ""

_HOUR = 60


@dataclass(frozen=True)
class Told:
    """An idea as the page tells it: how long, how much, where, and what speaks for it."""

    idea: DateIdea
    facts: str
    both: str = ""
    is_return: bool = False


@dataclass(frozen=True)
class Chosen:
    """A date with its day, and how the invitation to it stands, if there is one."""

    dated: Dated
    told: Told
    sent: Sent | None


def view(request: Request) -> HttpResponse:
    """Show the plan and everything around it; do what was asked."""
    now = timezone.now()
    today, space = timezone.localtime(now).date(), open_space(request.vault, now)
    if request.method != "POST":
        return _page(request, now, space)
    if not act(request, today, space):
        return _page(request, now, space, status=422)
    return redirect("dates")


def _page(request: Request, now: datetime, space: Space | None, status: int = 200) -> HttpResponse:
    today, ideas = timezone.localtime(now).date(), ideas_of(request.vault)
    invitations = sent(space, today) if space else []
    is_refused = put_away_refusals(space, invitations) if space else False
    every = dated(request.vault, ideas)
    planned, wishes = week(request.vault, now), wishes_of(request.vault, today)
    hurt = hurt_places(request.vault)
    context: dict[str, Any] = {
        "text": words("together/dates-page"),
        "dates": load_dates(LANGUAGE),
        "offers": [_told(one) for one in planned if one.on is None],
        "exciting": _exciting(planned, wishes),
        "days": days_to_choose(today),
        "today": today,
        "chosen": _chosen(every, invitations, today),
        "asked": asked_about(every, today),
        "noted": newest([one for one in reversed(every) if one.note.how is not None]),
        "invited": [(one, _facts(one.idea)) for one in _invited(space, today)],
        "is_refused": is_refused,
        "may_show": space is not None,
        "own": [Told(one, _facts(one)) for one in own_ideas(request.vault)],
        "hurt": hurt.record.said if hurt else "",
        **_forms(request, wishes),
    }
    return render(request, "dates/page.html", context, status=status)


def _invited(space: Space | None, today: date) -> list[Received]:
    return received(space, today) if space else []


def _chosen(every: list[Dated], invitations: list[Sent], today: date) -> list[Chosen]:
    by_note = {one.kept.record.note: one for one in invitations if one.reply != Reply.RATHER_NOT}
    return [
        Chosen(one, Told(one.idea, _facts(one.idea)), by_note.get(one.kept.id.hex()))
        for one in to_come(every, today)
    ]


def _forms(request: Request, wishes: Wishes) -> dict[str, Any]:
    """Return both forms; the one that was not whole comes back as it was sent."""
    action = request.POST.get("action", "")
    started = {"minutes": 60, "cost": 0, "energy": "low", "place": "home"}
    return {
        "wishes": WishesForm(
            request.POST if action == "wishes" else None, initial=vars(wishes), auto_id="wish-%s"
        ),
        "own_form": OwnForm(
            request.POST if action == "own" else None, initial=started, auto_id="own-%s"
        ),
        "action": action,
    }


def _told(planned: Planned) -> Told:
    titles = {one.id: one.title for one in load_interests(LANGUAGE)}
    shared = ", ".join(titles[one] for one in planned.shared if one in titles)
    said = words("together/dates-page")["plan"]["both"].format(what=shared) if shared else ""
    return Told(planned.idea, _facts(planned.idea), said, planned.is_return)


def _facts(idea: DateIdea) -> str:
    """Return how long, how much and where, in one line."""
    text = words("together/dates-page")
    cost = text["plan"]["cost"].format(cost=load_dates(LANGUAGE).costs[idea.cost])
    return " · ".join((_length(idea.minutes), cost, text["place"][idea.place]))


def _length(minutes: int) -> str:
    hours, left = divmod(minutes, _HOUR)
    if hours > 1 and not left:
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}


def _exciting(planned: tuple[Planned, ...], wishes: Wishes) -> str:
    text, minutes = words("together/dates-page")["plan"], exciting_minutes(planned)
    if not planned:
        return ""
    said = text["exciting"] if minutes else text["calm"]
    return str(said.format(minutes=minutes, wished=wishes.minutes))
