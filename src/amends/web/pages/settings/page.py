"""Settings: names, passphrase, recovery code, backup, export, delete."""

from django.http import HttpResponse
from django.shortcuts import render

from amends.web.guard import Request

PATH = "settings/"


def view(request: Request) -> HttpResponse:
    """Lead to everything that can be changed or taken along."""
    return render(request, "settings/page.html", {"changed": request.GET.get("changed", "")})
