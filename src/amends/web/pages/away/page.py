"""The neutral page behind quick exit: it says nothing, and whoever comes to it is locked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amends.web import cookie

PATH = "away/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Show a page like an empty tab; come to from a page of amends, it locks, too.

    The script that leaves sends its farewell and comes here at once. Were the farewell still on its
    way when someone presses Back, the page behind would come up unlocked. A link on another site
    locks nothing.
    """
    response = render(request, "away/page.html")
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    return cookie.leave(request, response) if is_ours and cookie.read(request) else response
