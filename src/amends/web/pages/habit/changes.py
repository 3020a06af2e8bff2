"""What can be changed about a habit, each by its name in the form that asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from amends.practice import (
    Ending,
    Habit,
    Motive,
    Pause,
    PauseEndsBeforeItBegins,
    Urge,
    end_habit,
    take_up_habit,
)
from amends.web.guard import Request
from amends.web.habits import Practised, keep_days, keep_mark
from amends.web.pages.habit_new.form import HabitForm, tidy

YEAR = 366
"""Days; a longer stretch is a slip of the finger, or a habit that was put down."""


@dataclass(frozen=True)
class Refused:
    """A change that was not made: its name, and the form with what was typed."""

    action: str
    form: HabitForm | None = None


Change = Callable[[Request, Practised], HttpResponse | Refused]


def _mark(request: Request, one: Practised) -> HttpResponse:
    return keep_mark(request, one, _back(one))


def _replan(request: Request, one: Practised) -> HttpResponse | Refused:
    replanned = with_sent_plan(request, one.habit)
    return _keep(request, one, replanned) if replanned else Refused("plan")


def with_sent_plan(request: Request, habit: Habit) -> Habit | None:
    """Return the habit with the plan that was sent, or None when a part of it is empty."""
    cue, act = (tidy(request.POST.get(name, "")) for name in ("cue", "act"))
    return habit.with_plan(cue, act, timezone.localdate()) if cue and act else None


def _about(request: Request, one: Practised) -> HttpResponse | Refused:
    plan = one.habit.plan
    data = request.POST.copy()
    data.update({"cue": plan.cue, "act": plan.act})
    form = HabitForm(data)
    if not form.is_valid():
        return Refused("about", form)
    said = form.cleaned_data
    changed = replace(
        one.habit,
        name=said["name"],
        harm=said["harm"],
        seen=said["seen"],
        motive=Motive(said["motive"]),
        is_worth_it=said["is_worth_it"],
    )
    return _keep(request, one, changed)


def _excuse(request: Request, one: Practised) -> HttpResponse | Refused:
    pause = _stretch(request)
    if pause is None or pause.first < one.habit.since or (pause.last - pause.first).days > YEAR:
        return Refused("excuse")
    try:
        days = one.days.with_pause(pause.first, pause.last)
    except PauseEndsBeforeItBegins:
        return Refused("excuse")
    keep_days(request.vault, one, days)
    return redirect(_back(one))


def _unexcuse(request: Request, one: Practised) -> HttpResponse:
    pause = _stretch(request)
    if pause:
        keep_days(request.vault, one, one.days.without_pause(pause.first, pause.last))
    return redirect(_back(one))


def _stretch(request: Request) -> Pause | None:
    try:
        days = [date.fromisoformat(request.POST.get(name, "")) for name in ("first", "last")]
    except ValueError:
        return None
    return Pause(*days)


def _urge(request: Request, one: Practised) -> HttpResponse:
    """Begin a wave that belongs to this habit; one that is going on becomes it, if it has none."""
    now = timezone.now()
    with request.vault.at_once():
        urges = request.vault.recent(Urge, since=(now - timedelta(days=1)).date())
        going = next((kept for kept in urges[::-1] if kept.record.is_going(now)), None)
        urge = going.record if going else Urge(now)
        urge = replace(urge, habit=urge.habit or one.id.hex())
        kept = request.vault.put(urge, going.id if going else None)
    return redirect("urge_wave", urge_id=kept.id)


def _end(request: Request, one: Practised) -> HttpResponse:
    sent = request.POST.get("ending", "")
    ending = Ending(sent) if sent in set(Ending) else Ending.PUT_DOWN
    return _keep(request, one, end_habit(one.habit, ending, timezone.localdate()))


def _again(request: Request, one: Practised) -> HttpResponse:
    habit, days = take_up_habit(one.habit, one.days, timezone.localdate())
    with request.vault.at_once():
        keep_days(request.vault, one, days)
        return _keep(request, one, habit)


def _delete(request: Request, one: Practised) -> HttpResponse:
    """Delete a habit with its days and its debriefs; urges stay, each is a record of its own."""
    with request.vault.at_once():
        for debrief in one.days.debriefs.values():
            request.vault.delete(bytes.fromhex(debrief))
        if one.kept_days:
            request.vault.delete(one.kept_days.id)
        request.vault.delete(one.id)
    return redirect("habits")


def _keep(request: Request, one: Practised, habit: Habit) -> HttpResponse:
    """Keep the words; what was changed elsewhere since this page was opened is not overwritten."""
    sent = request.POST.get("revision", "")
    request.vault.put(habit, one.id, int(sent) if sent.isdigit() else one.kept.revision)
    return redirect(_back(one))


def _back(one: Practised) -> str:
    return reverse("habit", kwargs={"habit_id": one.id}) + "?kept=yes"


CHANGES: Mapping[str, Change] = {
    "mark": _mark,
    "plan": _replan,
    "about": _about,
    "excuse": _excuse,
    "unexcuse": _unexcuse,
    "urge": _urge,
    "end": _end,
    "again": _again,
    "delete": _delete,
}
