"""How you are: short questionnaires that others have tested; a screen, not a diagnosis."""

from django.http import HttpResponse
from django.shortcuts import render

from amends.web.content import words
from amends.web.guard import Request
from amends.web.instruments import instruments

PATH = "how-you-are/"


def view(request: Request) -> HttpResponse:
    """List the instruments that may be answered at any time."""
    context = {"text": words("questions")["instruments"], "instruments": instruments()}
    return render(request, "how_you_are/page.html", context)
