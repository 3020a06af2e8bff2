"""The first page: what amends is, what it is not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from amends.store import has_account
from amends.web.content import words

PATH = "welcome/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Greet a newcomer; send everyone else to unlock."""
    if has_account():
        return redirect("unlock")
    return render(request, "welcome/page.html", {"what": words("welcome")["what"]})
