"""A word that changes when the other has pressed something; the page asks for it."""

from django.http import HttpResponse

from amends.web.listening import latest
from amends.web.ours import SharedRequest

PATH = "listening/beat/"
TOOL = "listening"


def view(request: SharedRequest) -> HttpResponse:
    """Return the word."""
    session = latest(request.ours.space)
    return HttpResponse(session.beat if session else "", content_type="text/plain")
