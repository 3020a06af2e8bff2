"""One lesson and its exercise: read, answer, keep; every version stays."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.journey import Answers, Exercise
from amends.store import Kept
from amends.web.archive import in_the_archive, is_away
from amends.web.content import program, words
from amends.web.dangers import dangers_of
from amends.web.guard import Request
from amends.web.pages.exercise.entries import entries
from amends.web.pages.exercise.lines import lines
from amends.web.pages.exercise.sheet import Sheet, answered
from amends.web.phases import closed_phase
from amends.web.word_lists import lists_of

PATH = "path/<slug:phase>/<slug:name>/"


def view(request: Request, phase: str, name: str) -> HttpResponse:
    """Show the sheet, or keep what was answered."""
    exercise = next((one for one in program().exercises if one.id == f"{phase}/{name}"), None)
    if exercise is None:
        raise Http404
    instead = _paused(request, exercise) or closed_phase(request, exercise)
    if instead:
        return instead
    if exercise.page:
        return redirect(exercise.page)
    if exercise.line:
        return lines(request, exercise)
    offered = exercise.offering(lists_of(request.vault))
    if exercise.repeats:
        return entries(request, offered)
    kept = _answers(request, exercise)
    if kept and is_away(request.vault, kept):
        return in_the_archive(request)
    return answered(Sheet(request, offered, kept, "exercise/page.html"))


def _paused(request: Request, exercise: Exercise) -> HttpResponse | None:
    if dangers_of(request.vault, timezone.now()).intersection(exercise.pauses):
        return render(request, "paused.html", {"text": words("questions")["paused"]})
    return None


def _answers(request: Request, exercise: Exercise) -> Kept[Answers] | None:
    mine = [kept for kept in request.vault.all(Answers) if kept.record.exercise == exercise.id]
    return mine[-1] if mine else None
