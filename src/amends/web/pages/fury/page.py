"""A page that nobody gets: what one would like to do, written where it goes nowhere."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.practice import KEPT_DAYS, Fury
from amends.web.content import words
from amends.web.guard import Request
from amends.web.newest import newest
from amends.web.pages.fury.form import chosen, labels, written

PATH = "fury/"


def view(request: Request) -> HttpResponse:
    """Show what was kept, or begin one more."""
    now = timezone.now()
    begun = Fury(at=now, text=written(request.POST, "text"), kind=chosen(request.POST, "kinds"))
    if begun.text or begun.kind:
        kept = request.vault.put(begun.kept_for(KEPT_DAYS, now))
        return redirect("fury_one", fury_id=kept.id)
    context = {
        "text": words("drives")["fury"],
        "labels": labels("kinds"),
        "is_missing": request.method == "POST",
        "furies": newest(request.vault.all(Fury)[::-1]),
    }
    return render(request, "fury/page.html", context)
