"""The urge screen: one tap on a number begins a wave. Open, also while locked."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.journey import Answers
from amends.practice import Urge, what_helped
from amends.store import Kept, Vault
from amends.web.charts.wave import wave_chart
from amends.web.pages.urge.records import (
    next_to_call,
    on_screen,
    people_to_call,
    recent_urges,
    strength_in,
)
from amends.web.pages.urge.told import time_of
from amends.web.request import vault_of

PATH = "urge/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Show something to follow and the numbers; begin a wave. Nothing is kept while locked."""
    vault, now = vault_of(request), timezone.now()
    if request.method == "POST":
        if vault is None:
            return _wave_while_locked(request, now)
        return redirect("urge_wave", urge_id=_begin(vault, strength_in(request.POST), now).id)
    urges = recent_urges(vault, now) if vault else []
    context = on_screen() | {
        "going": next((one for one in urges if one.record.is_going(now)), None),
        "helped": what_helped(one.record for one in urges),
        "has_past": bool(urges),
    }
    return render(request, "urge/page.html", context)


def _begin(vault: Vault, strength: int | None, now: datetime) -> Kept[Urge]:
    """Keep a new urge; while the last one is going, a number is one more reading of it."""
    with vault.at_once():
        urges = recent_urges(vault, now)
        going = next((one for one in urges if one.record.is_going(now)), None)
        urge = going.record if going else Urge(now, person=_person(vault, urges))
        urge = urge if strength is None else urge.with_level(strength, now)
        return vault.put(urge, id=going.id if going else None)


def _person(vault: Vault, urges: list[Kept[Urge]]) -> str:
    people = people_to_call(vault, vault.records(Answers))
    person = next_to_call(people, [one.record for one in urges])
    return person.name if person else ""


def _wave_while_locked(request: HttpRequest, now: datetime) -> HttpResponse:
    """Show a wave that is kept nowhere: it lives in the page alone."""
    urge, strength = Urge(_began(request.POST, now)), strength_in(request.POST)
    urge = urge if strength is None else urge.with_level(strength, urge.began)
    context = on_screen() | time_of(urge, now) | {"urge": urge, "chart": wave_chart(urge, now)}
    return render(request, "urge/locked.html", context)


def _began(form: QueryDict, now: datetime) -> datetime:
    """Return when a wave began that goes on after amends locked itself, or now."""
    try:
        began = datetime.fromisoformat(form.get("began", ""))
        return began if Urge(began).is_going(now) else now
    except (ValueError, TypeError):  # no moment, or one without a time zone
        return now
