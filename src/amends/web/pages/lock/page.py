"""Lock the vault."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from amends.web import cookie

PATH = "lock/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Drop the keys and show the way back in; an idle page locks its own browser alone."""
    if request.method != "POST":
        return redirect("unlock")
    return cookie.lock(request, redirect("unlock"), here_only="idle" in request.POST)
