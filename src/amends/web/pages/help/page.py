"""Help: people to call, and what to do tonight. Open to everyone, also while locked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amends.safety import countries, fallback, helplines
from amends.web.content import words
from amends.web.guard import vault_of
from amends.web.people import keep_country, named

PATH = "help/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Show the words that help first, then the lines of the chosen country."""
    code = request.POST.get("country", "") or _kept_country(request)
    context = {
        "help": words("welcome")["help"],
        "crisis": words("crisis"),
        "countries": countries(),
        "country": helplines(code) if code else None,
        "fallback": fallback(),
    }
    vault = vault_of(request)
    if vault and request.method == "POST":
        keep_country(vault, code)
    return render(request, "help/page.html", context)


def _kept_country(request: HttpRequest) -> str:
    vault = vault_of(request)
    return named(vault).country if vault else ""
