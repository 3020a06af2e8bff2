"""Choose a new passphrase."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from amends.store import StoreError
from amends.vault import VaultError
from amends.web import cookie
from amends.web.content import words
from amends.web.guard import Request
from amends.web.passphrase import strength_of
from amends.web.people import named

PATH = "passphrase/"


def view(request: Request) -> HttpResponse:
    """Change the passphrase; every other window locks."""
    context: dict[str, object] = {"text": words("welcome")["passphrase"]}
    if request.method != "POST":
        return render(request, "passphrase/page.html", context)
    new, old = request.POST.get("passphrase", ""), request.POST.get("old", "")
    people = named(request.vault)
    strength = strength_of(new, (people.me, people.them))
    try:
        if not new or new != request.POST.get("again", ""):
            context["problem"] = _("The two were not the same. Type it twice once more.")
        elif strength.stops(request.POST):
            request.vault.check_passphrase(old)
            context["strength"] = strength
        else:
            request.vault.change_passphrase(old, new)
            onward = redirect(reverse("settings") + "?changed=passphrase")
            return cookie.unlock(request, onward, request.vault)
    except (StoreError, VaultError) as error:
        context["problem"] = f"{error.problem} {error.hint}"
    return render(request, "passphrase/page.html", context)
