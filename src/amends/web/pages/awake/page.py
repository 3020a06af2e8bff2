"""Someone is typing: the vault stays open."""

from django.http import HttpResponse

from amends.web.guard import Request

PATH = "awake/"


def view(request: Request) -> HttpResponse:
    """Answer with nothing; having passed the guard has already pushed the idle time on."""
    del request
    return HttpResponse(status=204)
