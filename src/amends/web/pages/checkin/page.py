"""The weekly check-in: four lines, written alone, shown one by one; a clock; one's own number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from amends.practice import CheckInLine, week_name, week_start
from amends.store import Space
from amends.web.content import words
from amends.web.newest import Newest, newest
from amends.web.ours import SharedRequest
from amends.web.own_items import Own, own
from amends.web.pages.checkin.safe import SCALE, keep_safe, safe_chart, safe_of
from amends.web.releasing import release, take_back

PATH = "check-in/"
TOOL = "check-in"
LONGEST = 1000
"""Characters of a line; what is longer is cut, as it is for a talk of a quarter of an hour."""
Lines = Mapping[tuple[str, str], Own[CheckInLine]]
"""One's own lines by their week and part."""


@dataclass(frozen=True)
class Part:
    """One of the four parts, with what one wrote and what the other shows."""

    id: str
    title: str
    line: str
    mine: Own[CheckInLine] | None = field(default=None, repr=False)
    theirs: str = field(default="", repr=False)


@dataclass(frozen=True)
class Past:
    """An earlier week with its parts."""

    told: str
    parts: tuple[Part, ...]


def view(request: SharedRequest) -> HttpResponse:
    """Write, show a line, keep a line, begin the quarter of an hour."""
    action, week = request.POST.get("action", ""), week_name(timezone.localdate())
    if action == "begin":
        until = timezone.now() + timedelta(minutes=words("together/checkin")["minutes"])
        return redirect(reverse("checkin", query={"until": int(until.timestamp())}) + "#clock")
    if action == "safe":
        keep_safe(request.vault, week, request.POST)
        return redirect(reverse("checkin", query={"open": "safe"}) + "#safe")
    if action:
        return redirect(_back(request, _keep(request, action, week)))
    return _page(request, week)


def _page(request: SharedRequest, week: str) -> HttpResponse:
    text, space = words("together/checkin"), request.ours.space
    until, safe = _until(request), safe_of(request.vault, week)
    kept = text["safe"]["kept"].format(value=safe.record.value) if safe else ""
    parts = _parts(space, _mine(space), week)
    context = {
        "text": text,
        "parts": parts,
        "shows_any": any(part.theirs for part in parts),
        "past": _past(space, week),
        "until": until,
        "is_over": until is not None and until <= timezone.now(),
        "goes_until": text["until"].format(time=until.strftime("%H:%M")) if until else "",
        "scale": SCALE,
        "safe": str(safe.record.value) if safe else "",
        "safe_kept": kept,
        "safe_open": request.GET.get("open") == "safe",
        "chart": safe_chart(request.vault),
    }
    return render(request, "checkin/page.html", context)


def _mine(space: Space) -> Lines:
    return {(one.kept.record.week, one.kept.record.part): one for one in own(space, CheckInLine)}


def _parts(space: Space, mine: Lines, week: str) -> tuple[Part, ...]:
    theirs = {
        one.item.part: one.item.words for one in space.theirs(CheckInLine) if one.item.week == week
    }
    return tuple(
        Part(
            one["id"],
            one["title"],
            one["line"],
            mine.get((week, one["id"])),
            theirs.get(one["id"], ""),
        )
        for one in words("together/checkin")["part"]
    )


def _past(space: Space, this: str) -> Newest[Past]:
    """Return the weeks before this one in which there is a line to read."""
    mine, told = _mine(space), words("together/checkin")["week"]
    shown = {one.item.week for one in space.theirs(CheckInLine)}
    weeks = sorted(({week for week, _ in mine} | shown) - {this}, reverse=True)
    return newest(
        [
            Past(
                told.format(day=date_format(week_start(week), "j F Y")),
                _parts(space, mine, week),
            )
            for week in weeks
        ]
    )


def _keep(request: SharedRequest, action: str, week: str) -> str:
    """Keep all four lines as they are in the form; show or take back the one that is named.

    Return which part that was.
    """
    what, _, named = action.partition(" ")
    space = request.ours.space
    with request.vault.at_once():
        mine = _mine(space)
        for part in words("together/checkin")["part"]:
            _put(request, mine, CheckInLine(week, part["id"], _typed(request.POST, part["id"])))
        one = _mine(space).get((week, named))
        if one and what == "show":
            release(space, one.kept)
        elif one and what == "keep":
            take_back(space, one.kept)
    return named if one else ""


def _put(request: SharedRequest, mine: Lines, line: CheckInLine) -> None:
    """Keep a line that was changed; one that was emptied goes, and its copy with it."""
    before = mine.get((line.week, line.part))
    if before and not line.words:
        take_back(request.ours.space, before.kept)
        request.vault.delete(before.kept.id)
    elif line.words and (before is None or before.kept.record != line):
        request.vault.put(line, id=before.kept.id if before else None)


def _typed(form: Mapping[str, Any], part: str) -> str:
    return str(form.get(part, "")).strip().replace("\r\n", "\n")[:LONGEST]


def _until(request: SharedRequest) -> datetime | None:
    """Return when the quarter of an hour is over that the address speaks of; None without one."""
    asked = request.GET.get("until", "")
    if not asked.isdecimal() or len(asked) > len("9999999999"):
        return None
    until = timezone.localtime(datetime.fromtimestamp(int(asked), UTC))
    is_near = abs(until - timezone.now()) <= timedelta(hours=1)
    return until if is_near else None


def _back(request: SharedRequest, part: str) -> str:
    """Return where to go on: at the part, and with the quarter of an hour that runs."""
    until = _until(request)
    query = {"until": int(until.timestamp())} if until else None
    return reverse("checkin", query=query) + (f"#part-{part}" if part else "")
