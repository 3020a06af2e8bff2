"""Leave at once: drop the keys and show a neutral page."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from amends.web import cookie

PATH = "leave/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Lock when asked by the form; either way go to the neutral page."""
    response = HttpResponseRedirect("/away/", status=303)
    return cookie.leave(request, response) if request.method == "POST" else response
