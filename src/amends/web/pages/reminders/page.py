"""Reminders: days and an hour, as a calendar file or a notice here; off until chosen."""

from dataclasses import replace

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from amends.practice import MOST_REMINDERS, Reminders, Weekly, in_order
from amends.store import Kept, Vault
from amends.web import bell
from amends.web.calendar import calendar_file
from amends.web.content import words
from amends.web.guard import Request

PATH = "reminders/"
FILE_NAME = "calendar.ics"
"""A name that tells nothing."""


class TimeForm(forms.Form):
    """One time to be reminded."""

    days = forms.TypedMultipleChoiceField(
        coerce=int,
        choices=[(str(day), name) for day, name in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple,
        label=_("On these days"),
        error_messages={"required": _("Choose one day or more.")},
    )
    at = forms.TimeField(
        label=_("At"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Choose an hour, such as 18:30.")},
    )
    use_required_attribute = False


def view(request: Request) -> HttpResponse:
    """Show the times; add one, take one out, hand over the file, switch the notices."""
    kept = _kept(request.vault)
    chosen = kept.record if kept else Reminders()
    action = request.POST.get("action", "")
    if action == "file":
        return _file(chosen)
    changed = _changed(request, chosen)
    if changed is not None:
        request.vault.put(changed, id=kept.id if kept else None)
        bell.learn(request.vault)
        return redirect("reminders")
    form = TimeForm(request.POST if action == "add" else None)
    context = {
        "text": words("reminders"),
        "form": form,
        "chosen": chosen,
        "times": [(number, one, _told(one)) for number, one in enumerate(chosen.times)],
        "is_full": len(chosen.times) >= MOST_REMINDERS,
        "is_here": not settings.SERVES_OTHERS,
    }
    return render(request, "reminders/page.html", context)


def _kept(vault: Vault) -> Kept[Reminders] | None:
    found = vault.all(Reminders)
    return found[-1] if found else None


def _changed(request: Request, chosen: Reminders) -> Reminders | None:
    """Return what a form makes of the choice, or None when it changes nothing."""
    action, number = request.POST.get("action", ""), request.POST.get("number", "")
    if action == "notices":
        return replace(chosen, with_notices="notices" in request.POST)
    if action == "remove" and number.isdecimal():
        left = [one for place, one in enumerate(chosen.times) if place != int(number)]
        return replace(chosen, times=tuple(left))
    form = TimeForm(request.POST)
    if action == "add" and form.is_valid() and len(chosen.times) < MOST_REMINDERS:
        at = form.cleaned_data["at"]
        added = Weekly(tuple(sorted(form.cleaned_data["days"])), at.hour, at.minute)
        return replace(chosen, times=in_order((*chosen.times, added)))
    return None


def _told(one: Weekly) -> str:
    return ", ".join(str(WEEKDAYS[day]) for day in one.days)


def _file(chosen: Reminders) -> HttpResponse:
    response = HttpResponse(
        calendar_file(chosen.times, timezone.localdate()), content_type="text/calendar"
    )
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response
