"""Worth knowing: what to do when it is not safe; the same for everyone, open while locked too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amends.safety import fallback
from amends.web.content import words
from amends.web.guard import vault_of
from amends.web.screening import lines_for

PATH = "worth-knowing/"
OPEN = True
KINDS = ("emergency", "domestic-violence", "own-behaviour", "stalking")


def view(request: HttpRequest) -> HttpResponse:
    """Show all of it, whatever was answered: an open page must not tell on anyone."""
    country, lines = lines_for(vault_of(request), *KINDS)
    context = {
        "text": words("questions")["worth_knowing"],
        "country": country,
        "lines": lines,
        "fallback": fallback(),
    }
    return render(request, "worth_knowing/page.html", context)
