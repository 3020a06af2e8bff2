"""A word that changes when the other has pressed something; the page asks for it."""

from django.http import HttpResponse

from amends.web import cookie
from amends.web.listening import latest
from amends.web.ours import SharedRequest

PATH = "listening/beat/"
TOOL = "listening"


def view(request: SharedRequest) -> HttpResponse:
    """Return the word."""
    session = latest(request.ours.space, at_one_screen=cookie.is_shared_screen(request))
    return HttpResponse(session.beat if session else "", content_type="text/plain")
