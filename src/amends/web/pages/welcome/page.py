"""The first page: what amends is, what it is not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amends.web.content import words

PATH = "welcome/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Greet a newcomer; there may be others here already."""
    return render(request, "welcome/page.html", {"what": words("welcome")["what"]})
