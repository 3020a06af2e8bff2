"""Which help, and when: kinds of help, and the signs that call for another person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.web.content import words
from amends.web.guard import vault_of
from amends.web.signs import signs_of

PATH = "help/when/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Show what one's own records say first, then the signs, then the kinds."""
    vault, told = vault_of(request), words("when")
    context = {
        "when": told,
        "kept": signs_of(vault, timezone.now()) if vault else [],
        "kinds": {kind["id"]: kind["title"] for kind in told["kind"]},
    }
    return render(request, "when/page.html", context)
