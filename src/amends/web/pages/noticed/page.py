"""What I noticed: what they did that I saw, and how one can say thank you. Nothing is counted."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.store import NotKept, Space
from amends.together import (
    Gesture,
    Noticed,
    Surprise,
    latest_noticed,
    load_surprises,
)
from amends.web.content import LANGUAGE, program, words
from amends.web.guard import Request
from amends.web.newest import SHOWN
from amends.web.open_space import open_space

PATH = "noticed/"
TOOL = ""

LONGEST = 500


class NoticedForm(forms.Form):
    """One thing that they did."""

    what = forms.CharField(max_length=LONGEST)
    on = forms.DateField()
    use_required_attribute = False

    def clean_on(self) -> date:
        """Return the day; nobody saw what is to come."""
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(words("together/noticed")["missing"])
        return on


def view(request: Request) -> HttpResponse:
    """Keep one more, take one out, show the newest."""
    action = request.POST.get("action", "")
    if action == "take-out":
        request.vault.delete(request.vault.get(Noticed, _id(request)).id)
        return redirect("noticed")
    form = NoticedForm(request.POST if action == "keep" else None)
    if form.is_valid():
        request.vault.put(Noticed(**form.cleaned_data))
        return redirect("noticed")
    return _page(request, form)


def _page(request: Request, form: NoticedForm) -> HttpResponse:
    now = timezone.now()
    kept = request.vault.all(Noticed)[::-1]
    newest = latest_noticed((one.record for one in kept), len(kept))
    ids = {one.record: one.id for one in kept}
    lines = [(ids[one], one) for one in newest]
    context: dict[str, Any] = {
        "text": words("together/noticed"),
        "finding": program().evidence[words("together/noticed")["evidence"]],
        "form": form,
        "today": timezone.localdate(),
        "lines": lines[:SHOWN],
        "earlier": lines[SHOWN:],
        "theirs": _shown_by_them(open_space(request.vault, now)),
    }
    return render(request, "noticed/page.html", context, status=422 if form.errors else 200)


def _shown_by_them(space: Space | None) -> list[tuple[Surprise, date]]:
    """Return the small things that the other has shown, the newest first."""
    found = [one.item for one in space.theirs(Gesture)] if space else []
    known = load_surprises(LANGUAGE)
    told = [(known.get(one.surprise), one.on) for one in found if one.done]
    newest = sorted(((one, on) for one, on in told if one), key=_day, reverse=True)
    return newest[:SHOWN]


def _day(one: tuple[Surprise, date]) -> date:
    return one[1]


def _id(request: Request) -> bytes:
    try:
        return bytes.fromhex(request.POST.get("noticed", ""))
    except ValueError:
        raise NotKept from None
