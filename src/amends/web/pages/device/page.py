"""This device, and who may see what: shared phones and computers, private windows, passphrases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amends.web.content import words

PATH = "device/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Show the advice, on screen and on paper; open while locked too."""
    return render(request, "device/page.html", {"device": words("device")})
