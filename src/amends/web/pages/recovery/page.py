"""The recovery code: shown once, typed back once."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from amends.store import StoreError
from amends.vault import VaultError
from amends.web.content import words
from amends.web.guard import Request
from amends.web.people import people_of

PATH = "recovery-code/"


def view(request: Request) -> HttpResponse:
    """Confirm a code that was shown, or make a new one."""
    if request.method != "POST":
        return _page(request)
    if request.POST.get("action") == "make":
        return _make(request)
    return _confirm(request)


def _page(request: Request, **shown: str) -> HttpResponse:
    return render(request, "recovery/page.html", {"text": words("welcome")["recovery"], **shown})


def _make(request: Request) -> HttpResponse:
    try:
        code = request.vault.new_recovery_code(request.POST.get("passphrase", ""))
    except (StoreError, VaultError) as error:
        return _page(request, make_problem=error.problem)
    return _page(request, code=code)


def _confirm(request: Request) -> HttpResponse:
    try:
        request.vault.confirm_recovery_code(request.POST.get("typed", ""))
    except (StoreError, VaultError):
        return _page(
            request,
            typed_wrong=_("That is not the code. Look at what you wrote down and type it again."),
        )
    return redirect("settings" if people_of(request.vault) else "people")
