"""Questions: two short lists, each to be answered alone, skipped, or deleted in one step."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.safety import ScreeningAnswers, resting_until
from amends.web import cookie
from amends.web.content import words
from amends.web.guard import Request
from amends.web.screening import purge, screenings

PATH = "questions/"


def view(request: Request) -> HttpResponse:
    """Offer the two parts; delete what was answered. That it was deleted is in no address."""
    vault, now = request.vault, timezone.now()
    if request.method == "POST":
        purge(vault, now)
        return cookie.remember_said(request, redirect("questions"), "deleted")
    answered = {one.about: one.at for one in vault.records(ScreeningAnswers)}
    context = {
        "text": words("questions"),
        "parts": [(one, answered.get(one.about)) for one in screenings()],
        "is_answered": bool(answered),
        "said": cookie.remembered_said(request),
        "rest": resting_until(vault.records, now),
    }
    return cookie.forget_said(render(request, "questions/page.html", context))
