"""How things stand, and what they asked for in their exact words; this becomes the agreement."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.contact import Agreement
from amends.web.content import words
from amends.web.guard import Request
from amends.web.people import named
from amends.web.terms import TermsForm, keep_terms, state_for

PATH = "standing/"


def view(request: Request) -> HttpResponse:
    """Ask how things stand, then what was asked for, then keep it as the agreement."""
    if request.vault.all(Agreement):
        return redirect("agreement")
    chosen = request.POST.get("standing", "")
    if not chosen:
        return _ask(request, missing=request.method == "POST")
    form = TermsForm(request.POST if "state" in request.POST else None, standing=chosen)
    if form.is_bound and form.is_valid():
        keep_terms(request.vault, form.terms(), timezone.now())
        return redirect("questions")
    return _ask(request, form=form, chosen=chosen)


def _ask(request: Request, **context: Any) -> HttpResponse:  # noqa: ANN401 - what the page shows
    text = words("welcome")
    chosen = context.get("chosen", "")
    choice = next((one for one in text["standing"]["choices"] if one["id"] == chosen), None)
    context |= {
        "text": text["standing"],
        "asked": text["asked"],
        "choice": choice,
        "state": state_for(chosen),
        "people": named(request.vault),
    }
    return render(request, "standing/page.html", context)
