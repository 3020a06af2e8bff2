"""Delete everything, at once and for good; works while locked, and asks once.

Where other devices are served it has to be unlocked: who comes over a network may be anyone.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.store import accounts, destroy
from amends.web import cookie
from amends.web.kept_form import ask_to_unlock
from amends.web.ours import leave_behind
from amends.web.request import vault_of
from amends.web.whose import named_account

PATH = "delete/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Name what goes and what survives; then destroy the keys first."""
    known = accounts()
    if known and settings.SERVES_OTHERS and not vault_of(request):
        return ask_to_unlock(request)
    vault = vault_of(request)
    account = vault.account if vault else named_account(request)
    if request.method != "POST" or "sure" not in request.POST or account is None:
        context = {
            "missing": request.method == "POST" and "sure" not in request.POST,
            "no_name": request.method == "POST" and account is None,
            "is_gone": not known,
            "is_one_gone": "gone" in request.GET,
            "accounts": [] if vault else known,
        }
        return render(request, "delete/page.html", context)
    if vault:
        leave_behind(vault, timezone.now())
    destroy(account)
    return cookie.leave(request, redirect(f"{request.path}?gone" if accounts() else "delete"))
