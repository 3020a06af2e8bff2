"""Delete everything, at once and for good."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from amends.web import cookie
from amends.web.guard import Request

PATH = "delete/"


def view(request: Request) -> HttpResponse:
    """Name what goes and what survives; then destroy the keys first."""
    if request.method != "POST" or "sure" not in request.POST:
        return render(request, "delete/page.html", {"missing": request.method == "POST"})
    request.vault.delete_everything()
    return cookie.lock(request, redirect("welcome"))
