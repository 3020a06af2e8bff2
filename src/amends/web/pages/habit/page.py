"""One habit: its plan, its days as a picture, how firm it is, and how it ends."""

from django.http import HttpResponse
from django.shortcuts import render

from amends.web.guard import Request
from amends.web.habits import practised_one
from amends.web.pages.habit.changes import CHANGES, Refused
from amends.web.pages.habit.shown import shown

PATH = "habits/<id:habit_id>/"


def view(request: Request, habit_id: bytes) -> HttpResponse:
    """Show a habit, or change one thing about it."""
    one = practised_one(request.vault, habit_id)
    change = CHANGES.get(request.POST.get("action", ""))
    refused = None
    if change:
        done = change(request, one)
        if not isinstance(done, Refused):
            return done
        refused = done
    return render(request, "habit/page.html", shown(request, one, refused))
