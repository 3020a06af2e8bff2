"""Habits: each with its plan, and today and yesterday marked in one tap."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from amends.practice import MOST_HABITS, are_all_to_be_seen
from amends.web.content import words
from amends.web.guard import Request
from amends.web.habits import Practised, keep_mark, practised, state_words

PATH = "habits/"


def view(request: Request) -> HttpResponse:
    """List the habits; mark a day of one of them."""
    every = practised(request.vault)
    if request.method == "POST":
        return _mark(request, every)
    going = [one for one in every if not one.habit.ended]
    told = words("habits")
    context = {
        "text": told,
        "going": going,
        "ended": [one for one in every if one.habit.ended],
        "states": list(state_words().items())[:-1],
        "many": told["many"].format(n=len(going)) if len(going) > MOST_HABITS else "",
        "are_all_seen": are_all_to_be_seen(one.habit for one in going),
        "just_kept": request.GET.get("kept") == "yes",
    }
    return render(request, "habits/page.html", context)


def _mark(request: Request, every: list[Practised]) -> HttpResponse:
    sent = request.POST.get("habit", "")
    one = next((one for one in every if one.id.hex() == sent), None)
    if one is None:
        raise Http404
    if one.habit.ended:
        return redirect("habits")
    return keep_mark(request, one, f"{reverse('habits')}?kept=yes#h-{sent}")
