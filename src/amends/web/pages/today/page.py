"""Today: where the agreement stands, one next step, one thing kept."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.contact import Agreement
from amends.journey import Answers
from amends.web.archive import in_sight
from amends.web.content import program, words
from amends.web.dangers import dangers_of
from amends.web.gate import drafts_of, standing
from amends.web.guard import Request
from amends.web.people import named, people_of
from amends.web.quiet import closing_of, next_steps
from amends.web.screening import alike
from amends.web.verdicts import spoken

PATH = ""


def view(request: Request) -> HttpResponse:
    """Show three things at most; once it is closed, one quiet page."""
    vault, now = request.vault, timezone.now()
    if not vault.all(Agreement):
        return redirect("standing" if people_of(vault) else "people")
    closing = closing_of(vault)
    if closing:
        return render(request, "today/quiet.html", {"closing": closing, "people": named(vault)})
    answers = vault.all(Answers)
    steps = next_steps(vault, answers, now, alike(dangers_of(vault, now)))
    waiting = [kept for kept in in_sight(vault, drafts_of(vault)) if kept.record.is_put_away]
    context = {
        "people": named(vault),
        "verdict": spoken(standing(vault, now).verdict),
        "step": steps[0] if steps else None,
        "draft": waiting[0] if waiting else None,
        "answered": latest_answer([kept.record for kept in in_sight(vault, answers)]),
        "empty": words("welcome")["empty"]["today"],
        "now": now,
        "has_code": vault.has_confirmed_code,
    }
    return render(request, "today/page.html", context)


def latest_answer(answers: list[Answers]) -> str:
    """Return the title of the exercise that was answered last."""
    dated = sorted((a.versions[-1].at, a.exercise) for a in answers if a.versions)
    known = {exercise.id: exercise.title for exercise in program().exercises}
    return next((known[name] for _, name in reversed(dated) if name in known), "")
