"""Pass the screen on: lock one's own notes here, and ask for the other's passphrase."""

from django.http import HttpResponse
from django.shortcuts import redirect

from amends.web import cookie
from amends.web.guard import Request

PATH = "pass-on/"


def view(request: Request) -> HttpResponse:
    """Lock this browser; who unlocks next comes to the shared space."""
    if request.method != "POST":
        return redirect("ours")
    way = cookie.remember_way(request, redirect("unlock"))
    return cookie.lock(request, way, here_only=True)
