"""Short exercises for the body that need nothing. Open, also while locked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amends.practice import CalmHelped, load_calm
from amends.web.content import LANGUAGE, words
from amends.web.request import vault_of

PATH = "calm/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """List them; those that helped stand first."""
    vault = vault_of(request)
    kept = vault.records(CalmHelped) if vault else []
    helped = kept[-1] if kept else CalmHelped()
    exercises = [(one, one.name in helped.names) for one in helped.first(load_calm(LANGUAGE))]
    return render(request, "calm/page.html", {"text": words("urge"), "exercises": exercises})
