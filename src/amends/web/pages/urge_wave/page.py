"""One wave: twenty minutes in which nothing has to be done, and how it ended."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.journey import Answers
from amends.practice import CalmHelped, Urge, load_calm, what_helped
from amends.safety import Danger
from amends.store import Kept
from amends.web.charts.wave import wave_chart
from amends.web.content import LANGUAGE, words
from amends.web.crisis import taps_of
from amends.web.guard import Request
from amends.web.pages.urge.records import (
    next_to_call,
    on_screen,
    people_to_call,
    reasons_of,
    recent_urges,
    strength_in,
)
from amends.web.pages.urge.told import time_of
from amends.web.people import named

PATH = "urge/<id:urge_id>/"
CALMS = 3
"""How many exercises are offered here: more would have to be chosen from."""


def view(request: Request, urge_id: bytes) -> HttpResponse:
    """Show the wave, and keep what is tapped and written."""
    kept = request.vault.get(Urge, urge_id)
    if request.method != "POST":
        return render(request, "urge_wave/page.html", _around(request, kept))
    if request.POST.get("action") == "delete":
        request.vault.delete(urge_id)
        return redirect("urges")
    changed = _changed(kept.record, request.POST, timezone.now())
    if changed != kept.record:
        request.vault.put(changed, id=urge_id, revision=kept.revision)
    return redirect("urge_wave", urge_id=urge_id)


def _changed(urge: Urge, form: QueryDict, now: datetime) -> Urge:
    """Return the urge with what a form said; each form says only what is in it."""
    strength = strength_in(form)
    if strength is not None:
        urge = urge.with_level(strength, now)
    end = {"passed": True, "did": False}.get(form.get("action", ""), urge.ridden)
    return replace(
        urge,
        ridden=end,
        want=_want(form.get("want", urge.want)),
        trigger=_line(form.get("trigger", urge.trigger)),
        helped=_line(form.get("helped", urge.helped)),
    )


def _line(typed: str) -> str:
    return " ".join(typed.split())


def _want(typed: str) -> str:
    return typed if typed in {one["id"] for one in words("urge")["want"]} else ""


def _around(request: Request, kept: Kept[Urge]) -> dict[str, Any]:
    vault, urge, now = request.vault, kept.record, timezone.now()
    answers = vault.records(Answers)
    others = [one.record for one in recent_urges(vault, now) if one.id != kept.id]
    people = people_to_call(vault, answers)
    mine = next((one for one in people if one.name == urge.person), None)
    helped = vault.records(CalmHelped)
    calms = (helped[-1] if helped else CalmHelped()).first(load_calm(LANGUAGE))
    return {
        **on_screen(),
        **time_of(urge, now),
        "urge": urge,
        "chart": wave_chart(urge, now),
        "reasons": reasons_of(answers),
        "person": mine or next_to_call(people, others),
        "helped": what_helped(others),
        "calms": calms[:CALMS],
        "danger": _danger(urge, named(vault).country),
    }


def _danger(urge: Urge, country: str) -> dict[str, Any] | None:
    """Return numbers to tap while it wants to hurt someone, oneself included."""
    wants = {one["id"]: one.get("danger", "") for one in words("urge")["want"]}
    danger = wants.get(urge.want, "")
    if not danger or urge.ridden:
        return None
    return {
        "sentence": words("crisis")["band"][danger],
        "after": words("urge")["after"][danger],
        "emergency": words("crisis")["kinds"]["emergency"],
        "taps": taps_of(country, Danger(danger)),
        "is_others": danger == Danger.HARM_TO_OTHERS,
    }
