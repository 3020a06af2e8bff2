"""One fury: what it would cost, what lies under it, a safer act; then it is closed, and goes."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.practice import KEPT_DAYS, Fury
from amends.safety import Danger, fallback
from amends.store import Vault
from amends.web.content import words
from amends.web.crisis import lines_of, taps_of
from amends.web.guard import Request
from amends.web.pages.fury.form import choice, chosen, labels, written
from amends.web.pages.fury_one.plan import sounds_like_plan
from amends.web.people import named

PATH = "fury/<id:fury_id>/"
PARTS = ("text", "in_a_day", "in_a_year", "safer")
"""The texts of one fury, by the names of their fields."""


def view(request: Request, fury_id: bytes) -> HttpResponse:
    """Show one fury, keep what was answered, close it, or delete it."""
    kept, now = request.vault.get(Fury, fury_id), timezone.now()
    action = request.POST.get("action", "")
    if request.method != "POST":
        context = _shown(kept.record, now) | _near(kept.record, request.vault)
        return render(request, "fury_one/page.html", context)
    if action == "delete":
        request.vault.delete(kept.id)
        return redirect("fury")
    request.vault.put(_after(kept.record, action, request.POST, now), id=kept.id)
    return redirect("fury_one", fury_id=kept.id)


def _after(fury: Fury, action: str, form: QueryDict, now: datetime) -> Fury:
    """Return the fury after a button; what was not in the form stays."""
    if action == "open":
        return replace(fury, closed=None)
    if fury.closed or action not in ("keep", "close"):
        return fury
    texts = {name: written(form, name) if name in form else getattr(fury, name) for name in PARTS}
    answered = replace(
        fury.kept_for(_days(form), now),
        text=texts["text"],
        in_a_day=texts["in_a_day"],
        in_a_year=texts["in_a_year"],
        safer=texts["safer"],
        kind=chosen(form, "kinds") or fury.kind,
        value=chosen(form, "values") or fury.value,
    )
    return replace(answered, closed=now) if action == "close" else answered


def _days(form: QueryDict) -> int | None:
    """Return for how many days it is kept; None for always."""
    said = form.get("days", "")
    if said not in labels("keep_for"):
        return KEPT_DAYS
    return int(said) if said.isdecimal() else None


def _shown(fury: Fury, now: datetime) -> dict[str, Any]:
    return {
        "text": words("drives")["fury"],
        "fury": fury,
        "kind": choice("kinds", fury.kind),
        "value": choice("values", fury.value),
        "kinds": labels("kinds"),
        "values": labels("values"),
        "keep_for": labels("keep_for"),
        "days": _kept_for(fury, now),
    }


def _kept_for(fury: Fury, now: datetime) -> str:
    """Return the choice that is nearest to how long it is still kept."""
    if fury.until is None:
        return "always"
    left = (fury.until - now).days + 1
    offered = [days for days in labels("keep_for") if days.isdecimal()]
    return next((days for days in offered if int(days) >= left), offered[-1])


def _near(fury: Fury, vault: Vault) -> dict[str, Any]:
    """Return the numbers, if it sounds like a plan to harm someone: the same each time."""
    if not sounds_like_plan(fury):
        return {}
    country = named(vault).country
    return {
        "crisis": words("crisis"),
        "taps": taps_of(country, Danger.HARM_TO_OTHERS),
        "lines": lines_of(country, Danger.HARM_TO_OTHERS),
        "fallback": fallback(),
    }
