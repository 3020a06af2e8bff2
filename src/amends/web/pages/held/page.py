"""A form that was sent while locked: go on with it, now that it is unlocked."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from amends.store import held, let_go
from amends.web import cookie
from amends.web.carrying import SentForm
from amends.web.guard import Request

PATH = "held/"
SAME_FORM = 307
"""The status by which a browser sends the form once more, to the page it was meant for."""


def view(request: Request) -> HttpResponse:
    """Show that it is still there; sent on, it is held no longer."""
    session_id = cookie.session_of(request)
    plain = held(request.vault, session_id)
    if plain is None:
        return render(request, "held/page.html")
    form = SentForm.from_bytes(plain)
    if request.method != "POST":
        return render(request, "held/page.html", {"fields": form.fields})
    let_go(session_id)
    return HttpResponseRedirect(form.path, status=SAME_FORM)
