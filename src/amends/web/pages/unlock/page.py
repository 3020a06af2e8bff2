"""Unlock the vault with the passphrase, or with the recovery code."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from amends.store import AccountName, StoreError, Vault, accounts, has_account
from amends.vault import VaultError
from amends.web import cookie
from amends.web.carrying import arrived
from amends.web.whose import chosen_account

PATH = "unlock/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Ask for the passphrase; afterwards go where the person was going."""
    if not has_account():
        return redirect("welcome")
    if request.method != "POST":
        return _ask(request)
    try:
        vault = Vault.open(chosen_account(request), request.POST.get("passphrase", ""))
    except (StoreError, VaultError) as error:
        return _ask(request, problem=error.problem, hint=error.hint, status=403)
    return _onward(request, vault)


def _ask(
    request: HttpRequest, problem: str = "", hint: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "problem": problem,
        "hint": hint,
        "accounts": _in_order(request),
        "carried": request.POST.get("carried", ""),
    }
    return render(request, "unlock/page.html", context, status=status)


def _in_order(request: HttpRequest) -> list[AccountName]:
    """Return the accounts, the likely one first: the last used, or the other when it is passed."""
    is_passed = cookie.remembered_way(request) == reverse("pass_on")
    last = cookie.last_account(request)
    return sorted(accounts(), key=lambda one: (one.id == last) is is_passed)


def _onward(request: HttpRequest, vault: Vault) -> HttpResponse:
    """Lead on by a redirect: a page that answers a passphrase could be asked to answer it again."""
    carried = request.POST.get("carried", "")
    if carried:
        form = arrived(vault.account, carried) or b""
        return cookie.unlock(request, redirect("held"), vault, holding=form)
    way = HttpResponseRedirect(cookie.remembered_way(request) or "/")
    return cookie.unlock(request, way, vault)
