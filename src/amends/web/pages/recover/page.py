"""Open the vault with the recovery code and choose a new passphrase."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from amends.store import StoreError, Vault, accounts
from amends.vault import VaultError
from amends.web import cookie
from amends.web.content import words
from amends.web.passphrase import Strength, strength_of
from amends.web.whose import chosen_account

PATH = "recover/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Take the code and a new passphrase; show the new code once."""
    if not accounts():
        return redirect("welcome")
    if request.method != "POST":
        return _ask(request)
    passphrase = request.POST.get("passphrase", "")
    if not passphrase or passphrase != request.POST.get("again", ""):
        return _ask(request, problem=_("The two were not the same. Type it twice once more."))
    strength = strength_of(passphrase)
    if strength.stops(request.POST):
        return _ask(request, strength=strength)
    try:
        vault, code = _recover(request, passphrase)
    except (StoreError, VaultError) as error:
        return _ask(request, problem=f"{error.problem} {error.hint}")
    request.vault = vault  # type: ignore[attr-defined]
    context = {"text": words("welcome")["recovery"], "code": code}
    return cookie.unlock(request, render(request, "recovery/page.html", context), vault)


def _recover(request: HttpRequest, passphrase: str) -> tuple[Vault, str]:
    return Vault.recover(chosen_account(request), request.POST.get("code", ""), passphrase)


def _ask(request: HttpRequest, problem: str = "", strength: Strength | None = None) -> HttpResponse:
    context = {
        "problem": problem,
        "strength": strength,
        "code": request.POST.get("code", ""),
        "accounts": accounts(),
        "text": words("welcome")["passphrase"],
    }
    return render(request, "recover/page.html", context)
