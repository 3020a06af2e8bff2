"""Unlock the vault with the passphrase, or with the recovery code."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from amends.store import StoreError, Vault, accounts, has_account
from amends.vault import VaultError
from amends.web import cookie
from amends.web.form_fields import carried_fields
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
        vault = _open(request)
    except (StoreError, VaultError) as error:
        return _ask(request, problem=error.problem, hint=error.hint, status=403)
    return cookie.unlock(request, _onward(request, vault), vault)


def _open(request: HttpRequest) -> Vault:
    return Vault.open(chosen_account(request), request.POST.get("passphrase", ""))


def _ask(
    request: HttpRequest, problem: str = "", hint: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "problem": problem,
        "hint": hint,
        "accounts": accounts(),
        "next": request.POST.get("next", request.GET.get("next", "")),
        "kept": carried_fields(request.POST),
        "kept_path": request.POST.get("kept_path", ""),
    }
    return render(request, "unlock/page.html", context, status=status)


def _onward(request: HttpRequest, vault: Vault) -> HttpResponse:
    kept = carried_fields(request.POST)
    kept_path = request.POST.get("kept_path", "")
    if kept and _is_here(kept_path):
        request.vault = vault  # type: ignore[attr-defined]
        return render(request, "unlock/go_on.html", {"kept": kept, "kept_path": kept_path})
    target = request.POST.get("next", "")
    return HttpResponseRedirect(target if _is_here(target) else "/")


def _is_here(path: str) -> bool:
    return path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
