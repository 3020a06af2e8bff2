"""One lesson and its exercise: read, answer, keep; every version stays."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.journey import Answers, Exercise, feeds, parse, unmet
from amends.store import Kept
from amends.web.content import program
from amends.web.guard import Request
from amends.web.sheets import Raw, read_form, views

PATH = "path/<slug:phase>/<slug:name>/"


def view(request: Request, phase: str, name: str) -> HttpResponse:
    """Show the sheet, or keep what was answered."""
    exercise = next((one for one in program().exercises if one.id == f"{phase}/{name}"), None)
    if exercise is None:
        raise Http404
    kept = _answers(request, exercise)
    if request.method != "POST":
        values = kept.record.versions[-1].values if kept else {}
        return _page(request, exercise, kept, dict(values))
    raw = read_form(exercise, request.POST)
    action = request.POST.get("action", "")
    if action.startswith("more."):
        return _page(request, exercise, kept, raw, more_rows=action.removeprefix("more."))
    return _keep(request, exercise, kept, raw)


def _answers(request: Request, exercise: Exercise) -> Kept[Answers] | None:
    mine = [kept for kept in request.vault.all(Answers) if kept.record.exercise == exercise.id]
    return mine[-1] if mine else None


def _keep(
    request: Request, exercise: Exercise, kept: Kept[Answers] | None, raw: Raw
) -> HttpResponse:
    parsed = parse(exercise, raw)
    unfinished = request.POST.get("action") == "unfinished"
    if parsed.problems and not (unfinished and parsed.only_missing):
        return _page(request, exercise, kept, raw, problems=parsed.problems)
    record = kept.record if kept else Answers(exercise.id)
    newer = record.with_version(parsed.values, timezone.now())
    request.vault.put(newer, id=kept.id if kept else None, revision=_revision(request, kept))
    return redirect("today" if unfinished else f"{request.path}?kept=yes")


def _revision(request: Request, kept: Kept[Answers] | None) -> int | None:
    seen = request.POST.get("revision", "")
    return int(seen) if kept and seen.isdigit() else None


def _page(
    request: Request,
    exercise: Exercise,
    kept: Kept[Answers] | None,
    raw: Raw,
    problems: dict[str, str] | None = None,
    more_rows: str = "",
) -> HttpResponse:
    everything = [one.record for one in request.vault.all(Answers)]
    context: dict[str, Any] = {
        "exercise": exercise,
        "phase": next(one for one in program().phases if one.name == exercise.phase),
        "fields": views(exercise, raw, problems or {}, feeds(exercise, everything), more_rows),
        "problems": problems,
        "kept": kept,
        "scale": [str(number) for number in range(11)],
        "just_kept": request.GET.get("kept") == "yes",
        "unmet": unmet(program(), exercise, everything),
        "evidence": [program().evidence[name] for name in exercise.evidence],
        "next": _next(exercise) if request.GET.get("kept") else None,
    }
    return render(request, "exercise/page.html", context)


def _next(exercise: Exercise) -> Exercise | None:
    order = list(program().exercises)
    return next(iter(order[order.index(exercise) + 1 :]), None)
