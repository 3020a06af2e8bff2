"""Promises: one's own, how each ended, twelve weeks of them, and what the other shows."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from amends.web.ours import SharedRequest
from amends.web.pages.promises.acts import ACTS, Back
from amends.web.pages.promises.shown import shown

PATH = "promises/"
TOOL = "promises"


def view(request: SharedRequest) -> HttpResponse:
    """Promise, say how it ended, show it, take it back."""
    act = ACTS.get(request.POST.get("action", ""))
    done = act(request) if act else None
    if isinstance(done, str):
        return redirect(reverse("promises") + (f"#{done}" if done else ""))
    status = 422 if isinstance(done, Back) and done.problem else 200
    return render(request, "promises/page.html", shown(request, done or Back("")), status=status)
