"""Early signs of old habits: a weekly check, and one calm sentence when they come more often."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from amends.journey import Answers
from amends.practice import Drift, SignWeeks, drift
from amends.store import Kept, Vault
from amends.web.content import words
from amends.web.guard import Request

PATH = "early-signs/"
TOOL = ""

SHEET = "rebuild/early-signs"
DAYS = range(8)
"""On how many days of a week a sign can be there."""
SHOWN = 8
"""Weeks that can still be told: two months back nobody remembers."""


@dataclass(frozen=True)
class Sign:
    """One sign as its owner wrote it down, the step agreed for it, and its weeks."""

    number: int
    habit: str = field(repr=False)
    sign: str = field(repr=False)
    step: str = field(repr=False)
    kept: Kept[SignWeeks] | None = None

    @property
    def weeks(self) -> SignWeeks:
        """Return its weeks; they begin empty."""
        return self.kept.record if self.kept else SignWeeks(self.sign)


@dataclass(frozen=True)
class Row:
    """One sign on the page: what is told of it, and what is marked for the week that is shown."""

    sign: Sign
    told: str
    has_drift: bool
    days: int | None


def view(request: Request) -> HttpResponse:
    """Mark a week, and see whether a sign comes more often than in one's best weeks."""
    monday = _monday(request)
    if request.method == "POST":
        _keep(request, monday)
        query = {"week": monday.isoformat(), "kept": "yes"}
        return redirect(reverse("early_signs", query=query))
    text, today = words("together/early-signs"), timezone.localdate()
    this = today - timedelta(days=today.weekday())
    context = {
        "text": text,
        "rows": [_row(one, monday, today, text) for one in _signs(request.vault)],
        "week": text["week"].format(day=date_format(monday, "j F")),
        "monday": monday,
        "weeks": [this - timedelta(weeks=number) for number in range(SHOWN)],
        "days": DAYS,
        "just_kept": request.GET.get("kept") == "yes",
    }
    return render(request, "early_signs/page.html", context)


def _monday(request: Request) -> date:
    """Return the Monday that is asked for, or this week's; no week to come, and none long ago."""
    today = timezone.localdate()
    this = today - timedelta(days=today.weekday())
    try:
        asked = date.fromisoformat(request.POST.get("week") or request.GET.get("week", ""))
    except ValueError:
        return this
    monday = asked - timedelta(days=asked.weekday())
    return monday if this - timedelta(weeks=SHOWN - 1) <= monday <= this else this


def _signs(vault: Vault) -> list[Sign]:
    """Return the signs of the sheet, each once, with their weeks."""
    weeks = {kept.record.sign: kept for kept in vault.all(SignWeeks)}
    found = {row["sign"]: row for row in _rows(vault)}
    return [
        Sign(number, row["habit"], sign, row["step"], weeks.get(sign))
        for number, (sign, row) in enumerate(found.items())
    ]


def _rows(vault: Vault) -> Iterator[Mapping[str, str]]:
    sheets = [one for one in vault.records(Answers) if one.exercise == SHEET]
    rows = sheets[-1].values.get("signs", []) if sheets else []
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and str(row.get("sign", "")).strip():
            yield {name: str(row.get(name, "")).strip() for name in ("habit", "sign", "step")}


def _keep(request: Request, monday: date) -> None:
    allowed = {str(number): number for number in DAYS}
    with request.vault.at_once():
        for sign in _signs(request.vault):
            days = allowed.get(request.POST.get(f"days-{sign.number}", ""))
            changed = sign.weeks.with_week(monday, days)
            if changed != sign.weeks:
                request.vault.put(changed, id=sign.kept.id if sign.kept else None)


def _row(sign: Sign, monday: date, today: date, text: Mapping[str, Any]) -> Row:
    found = drift(sign.weeks.days, today)
    told = _told(found, text) if found else ""
    return Row(sign, told, found is not None, sign.weeks.days.get(monday.isoformat()))


def _told(found: Drift, text: Mapping[str, Any]) -> str:
    return str(
        text["drift"].format(
            recent=found.recent, best=found.best, day=date_format(found.first, "j F")
        )
    )
