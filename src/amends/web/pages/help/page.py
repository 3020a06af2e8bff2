"""Help: people to call, and what to do tonight. Open to everyone, also while locked."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amends.safety import countries, fallback, helplines
from amends.web.content import words
from amends.web.guard import vault_of
from amends.web.people import named, people_of

PATH = "help/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Show the words that help first, then the lines of the chosen country."""
    code = request.POST.get("country", "") or _kept_country(request)
    context = {
        "help": words("welcome")["help"],
        "countries": countries(),
        "country": helplines(code) if code else None,
        "fallback": fallback(),
    }
    if request.method == "POST":
        _keep_country(request, code)
    return render(request, "help/page.html", context)


def _kept_country(request: HttpRequest) -> str:
    vault = vault_of(request)
    return named(vault).country if vault else ""


def _keep_country(request: HttpRequest, code: str) -> None:
    vault = vault_of(request)
    if vault and helplines(code):
        kept = people_of(vault)
        vault.put(replace(named(vault), country=code), id=kept.id if kept else None)
