"""When a page locks while someone writes, what they wrote comes back after unlocking."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from amends.store import accounts
from amends.web import cookie
from amends.web.carrying import SentForm, carry
from amends.web.form_fields import kept_fields
from amends.web.request import is_hidden


def ask_to_unlock(request: HttpRequest) -> HttpResponse:
    """Show the way to unlock; a form sent meanwhile is carried along, sealed."""
    if request.method != "POST":
        return cookie.remember_way(request, redirect("unlock"))
    known = accounts()
    carried = _carried(request)
    context = {"accounts": known, "carried": carried, "is_lost": not carried}
    return render(request, "unlock/page.html", context, status=401)


def _carried(request: HttpRequest) -> str:
    """Return the form, sealed for the account that was open here; empty when no one knows whose.

    What two can type at one screen is not carried to the notes of one of them.
    """
    if is_hidden(request):
        return ""
    known = [one.id for one in accounts()]
    account = cookie.last_account(request) or (known[0] if len(known) == 1 else None)
    if account not in known:
        return ""
    form = SentForm(request.path, tuple(kept_fields(request.POST)))
    return carry(account, form.to_bytes())
