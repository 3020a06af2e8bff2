"""One part of the questions: yes, no or skipped; what follows is said once, and kept on no page."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.safety import Danger, Screening, ScreeningAnswers, fallback
from amends.web import cookie
from amends.web.content import words
from amends.web.guard import Request
from amends.web.screening import KINDS, keep, lines_for, read, screenings

PATH = "questions/<slug:part>/"


def view(request: Request, part: str) -> HttpResponse:
    """Ask; or keep what was answered, and say what follows.

    The answer to a form is not a page of its own: nothing that can be opened later says what was
    answered. What was answered before is not filled in either.
    """
    screening = next((one for one in screenings() if str(one.order) == part), None)
    if screening is None:
        raise Http404
    context = {"text": words("questions"), "screening": screening}
    if request.method != "POST":
        return render(request, "questions_part/page.html", context)
    answers = read(screening, request.POST, timezone.now())
    if answers is None:
        return cookie.remember_said(request, redirect("questions"), "skipped")
    keep(request.vault, answers)
    return render(request, "questions_part/after.html", context | _after(request, answers))


def _after(request: Request, answers: ScreeningAnswers) -> dict[str, object]:
    screening = next(one for one in screenings() if one.about == answers.about)
    kinds = ("emergency", KINDS[answers.about]) if answers.yes else ()
    country, lines = lines_for(request.vault, *kinds)
    return {
        "is_yes": bool(answers.yes),
        "is_grave": is_grave(screening, answers),
        "is_own_harm": screening.about == Danger.OWN_HARM,
        "country": country,
        "lines": lines,
        "fallback": fallback(),
        "next": next((one for one in screenings() if one.order > screening.order), None),
    }


def is_grave(screening: Screening, answers: ScreeningAnswers) -> bool:
    """Say whether a yes means that someone could be killed."""
    return any(one.is_grave and one.id in answers.yes for one in screening.questions)
