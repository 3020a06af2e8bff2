"""Lock the vault."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from amends.web import cookie

PATH = "lock/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Drop the keys and show the way back in."""
    if request.method != "POST":
        return redirect("unlock")
    return cookie.lock(request, redirect("unlock"))
