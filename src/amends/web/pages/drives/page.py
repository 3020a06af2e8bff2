"""Three things at once: wanting them back, wanting to hurt them, wanting to let go."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.contact import cools_at
from amends.journey import Field
from amends.practice import DRIVES, STRONGEST, Drives
from amends.store import Vault, last_heat
from amends.web.charts.drives import DayPicture, day_picture, three_lines
from amends.web.content import words
from amends.web.gate import drafts_of
from amends.web.guard import Request
from amends.web.newest import newest
from amends.web.pages.drives.keeping import may_go, put
from amends.web.sheets import Cell
from amends.web.templatetags.words import in_time

PATH = "drives/"
SHOWN_FOR = timedelta(days=60)
"""What is older is not drawn, so that years of readings cost no time."""
LONGEST_NOTE = 2_000
"""Characters; what is longer is cut."""
TYPED = ".typed"
"""What follows a drive's name where its number is typed."""
Values = dict[str, int | None]


def view(request: Request) -> HttpResponse:
    """Show how it is, keep one more reading, or delete one."""
    now = timezone.now()
    if request.method != "POST":
        return _page(request, now, {})
    if request.POST.get("delete"):
        return _delete(request, now)
    values = {name: _value(request.POST, name) for name in DRIVES}
    whole = {name: value for name, value in values.items() if value is not None}
    if len(whole) < len(DRIVES):
        return _page(request, now, values)
    note = request.POST.get("note", "").strip()[:LONGEST_NOTE]
    put(request.vault, Drives(at=now, note=note, **whole), now)
    return redirect("drives")


def _value(form: QueryDict, name: str) -> int | None:
    """Return what was typed, or else what was chosen; None where neither is on the scale."""
    said = form.get(name + TYPED, "").strip() or form.get(name, "")
    on_scale = {str(number): number for number in range(STRONGEST + 1)}
    return on_scale.get(said)


def _delete(request: Request, now: datetime) -> HttpResponse:
    """Delete a reading, unless it holds the drawer."""
    for kept in request.vault.all(Drives):
        if kept.id.hex() == request.POST["delete"] and may_go(kept.record, now):
            request.vault.delete(kept.id)
    return redirect("drives")


def _page(request: Request, now: datetime, values: Values) -> HttpResponse:
    told = words("drives")
    kept = request.vault.recent(Drives, since=(now - SHOWN_FOR).astimezone(UTC).date())
    context: dict[str, Any] = {
        "text": told,
        "others": words("crisis")["others"],
        "cells": _cells(told, values),
        "scale": [str(number) for number in range(STRONGEST + 1)],
        "is_missing": bool(values),
        "note": request.POST.get("note", ""),
        "latest": kept[-1] if kept else None,
        "picture": _picture(kept[-1].record, now, told) if kept else None,
        "lines": three_lines((one.record for one in kept), told),
        "kept": newest([(one, may_go(one.record, now)) for one in reversed(kept)]),
        **_heat(request.vault, now, told),
    }
    return render(request, "drives/page.html", context)


def _picture(reading: Drives, now: datetime, told: Mapping[str, Any]) -> DayPicture:
    day = timezone.localtime(reading.at).date()
    return day_picture(reading, told, is_of_today=day == timezone.localtime(now).date())


def _cells(told: Mapping[str, Any], values: Values) -> list[Cell]:
    ends = ("low", "middle", "high")
    return [
        Cell(
            Field(one["name"], one["question"], "scale", **{end: one[end] for end in ends}),
            one["name"],
            values.get(one["name"]),
        )
        for one in told["drive"]
    ]


def _heat(vault: Vault, now: datetime, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said while a reading holds the drawer, or nothing."""
    heated = last_heat(vault, now)
    if heated is None or now >= cools_at(heated):
        return {}
    until = in_time(timezone.localtime(cools_at(heated)))
    lies = (one.record.is_put_away and not one.record.sent for one in drafts_of(vault))
    return {"held": told["high"]["text"].format(day=until), "has_drafts": any(lies)}
