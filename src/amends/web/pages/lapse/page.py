"""One day of a habit: what came before the lapse, and the plan mended by it."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.practice import Debrief, Habit, Mark
from amends.store import Kept
from amends.web.content import words
from amends.web.guard import Request
from amends.web.habits import Practised, day_of, keep_days, practised_one
from amends.web.pages.habit.changes import with_sent_plan

PATH = "habits/<id:habit_id>/day/<slug:day>/"
ASKED = ("time", "feeling", "access", "story", "barrier")
LONGEST = 2000
"""Characters of one answer; a debrief is short, and more belongs in the journal."""


def view(request: Request, habit_id: bytes, day: str) -> HttpResponse:
    """Show the debrief of a lapse, or keep it with the plan."""
    one = practised_one(request.vault, habit_id)
    on = day_of(day, one.habit)
    if on is None:
        raise Http404
    if one.days.on(on) is not Mark.LAPSED:
        return redirect("habit", habit_id=habit_id)
    if request.method == "POST":
        return _keep(request, one, on)
    kept = _kept(request, one, on)
    said = {name: getattr(kept.record, name) if kept else "" for name in ASKED}
    return _page(request, one, on, said)


def _keep(request: Request, one: Practised, on: date) -> HttpResponse:
    said = {name: request.POST.get(name, "").strip()[:LONGEST] for name in ASKED}
    habit = with_sent_plan(request, one.habit)
    if habit is None or not any(said.values()):
        return _page(request, one, on, said, is_refused=True)
    kept = _kept(request, one, on)
    debrief = Debrief(one.id.hex(), on.isoformat(), timezone.now(), **said)
    with request.vault.at_once():
        debriefed = request.vault.put(debrief, kept.id if kept else None)
        if kept is None:
            keep_days(request.vault, one, one.days.with_debrief(on, debriefed.id.hex()))
        if habit != one.habit:
            request.vault.put(habit, one.id, one.kept.revision)
    return redirect(f"{request.path}?kept=yes")


def _kept(request: Request, one: Practised, on: date) -> Kept[Debrief] | None:
    found = one.days.debriefs.get(on.isoformat())
    return request.vault.get(Debrief, bytes.fromhex(found)) if found else None


def _page(
    request: Request, one: Practised, on: date, said: dict[str, str], *, is_refused: bool = False
) -> HttpResponse:
    told = words("habits")
    context: dict[str, Any] = {
        "text": told,
        "one": one,
        "day": on,
        "fields": [(name, told["lapse"][name], told["lapse"][f"{name}_hint"]) for name in ASKED],
        "said": said,
        "plan": _plan(request, one.habit, is_refused=is_refused),
        "is_refused": is_refused,
        "just_kept": request.GET.get("kept") == "yes",
    }
    return render(request, "lapse/page.html", context)


def _plan(request: Request, habit: Habit, *, is_refused: bool) -> dict[str, str]:
    """Return the two parts of the plan: as they were sent, or as they stand."""
    parts = {"cue": habit.plan.cue, "act": habit.plan.act}
    return {name: request.POST.get(name, "") for name in parts} if is_refused else parts
