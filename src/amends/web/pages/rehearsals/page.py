"""Rehearsals: scenes in which one practises hearing a no, a silence, an angry or a kind answer."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.practice import Rehearsed, load_scenes
from amends.web.content import LANGUAGE, words
from amends.web.guard import Request
from amends.web.newest import newest
from amends.web.scenes import offered

PATH = "rehearsals/"


def view(request: Request) -> HttpResponse:
    """Show the scenes that fit now, and the lines that were kept; or delete one of those."""
    if request.method == "POST":
        _delete(request, request.POST.get("delete", ""))
        return redirect("rehearsals")
    found = offered(request.vault, timezone.now())
    context = {
        "text": words("rehearsals"),
        "scenes": found.scenes,
        "is_resting": found.is_resting,
        "titles": {one.name: one.title for one in load_scenes(LANGUAGE)},
        "kept": newest(request.vault.all(Rehearsed)[::-1]),
    }
    return render(request, "rehearsals/page.html", context)


def _delete(request: Request, name: str) -> None:
    """Delete a line; one that is not there is deleted already."""
    for kept in request.vault.all(Rehearsed):
        if kept.id.hex() == name:
            request.vault.delete(kept.id)
