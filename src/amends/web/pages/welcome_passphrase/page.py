"""Choose the passphrase; the vault is made with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amends.store import Vault
from amends.web import cookie
from amends.web.content import words
from amends.web.discretion import Discretion
from amends.web.passphrase import Strength, strength_of

PATH = "welcome/passphrase/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Make the vault, unlock it, and show the recovery code once."""
    if request.method != "POST":
        return _ask(request)
    passphrase = request.POST.get("passphrase", "")
    if not passphrase:
        return _ask(request, problem=_("Type a passphrase."))
    if passphrase != request.POST.get("again", ""):
        return _ask(request, problem=_("The two were not the same. Type it twice once more."))
    strength = strength_of(passphrase)
    if strength.stops(request.POST):
        return _ask(request, strength=strength)
    return _create(request, passphrase)


def _ask(request: HttpRequest, problem: str = "", strength: Strength | None = None) -> HttpResponse:
    text = words("welcome")["passphrase"]
    context = {
        "text": text,
        "problem": problem,
        "strength": strength,
        "is_neutral_chosen": "neutral" in request.POST,
    }
    return render(request, "welcome_passphrase/page.html", context)


def _create(request: HttpRequest, passphrase: str) -> HttpResponse:
    vault, code = Vault.create(passphrase)
    if "neutral" in request.POST:
        vault.put(Discretion(is_neutral=True))
    request.vault = vault  # type: ignore[attr-defined]
    context = {"text": words("welcome")["recovery"], "code": code}
    return cookie.unlock(request, render(request, "recovery/page.html", context), vault)
