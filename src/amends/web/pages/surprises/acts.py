"""What the buttons on the page with small surprises do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from amends.store import Kept, NotKept
from amends.together import Caps, Gesture, Like, Restraint, free_days
from amends.web.guard import Request
from amends.web.open_space import open_space
from amends.web.pages.surprises.forms import LessForm, LikeForm
from amends.web.releasing import release, take_back
from amends.web.surprising import keep_caps, keep_restraint, take_up, turn_down

Act = Callable[[Request, datetime], bool]
"""Does what a form asks for; says whether the form was whole."""


def act(request: Request, now: datetime) -> bool:
    """Do what the form asks for; say whether it was whole."""
    done = ACTS.get(request.POST.get("action", ""))
    return done is None or done(request, now)


def _take_up(request: Request, now: datetime) -> bool:
    days = free_days(request.vault.records(Gesture), timezone.localtime(now).date())
    on = next((day for day in days if day.isoformat() == request.POST.get("on")), None)
    if on:
        take_up(request.vault, now, on)
    return True


def _turn_down(request: Request, now: datetime) -> bool:
    turn_down(request.vault, now)
    return True


def _done(request: Request, now: datetime) -> bool:
    kept = _gesture(request)
    on = min(kept.record.on, timezone.localtime(now).date())
    request.vault.put(replace(kept.record, done=True, on=on), id=kept.id, revision=kept.revision)
    return True


def _leave(request: Request, _: datetime) -> bool:
    kept = _gesture(request)
    if not kept.record.done:
        request.vault.delete(kept.id)
    return True


def _show(request: Request, now: datetime) -> bool:
    """Give a surprise that is done to the other: what it was and when, not why."""
    kept, space = _gesture(request), open_space(request.vault, now)
    if space and kept.record.done:
        release(space, replace(kept, record=replace(kept.record, like="")))
    return True


def _hide(request: Request, now: datetime) -> bool:
    kept, space = _gesture(request), open_space(request.vault, now)
    if space:
        take_back(space, kept)
    return True


def _like(request: Request, _: datetime) -> bool:
    form = LikeForm(request.POST)
    if form.is_valid():
        request.vault.put(form.like())
    return form.is_valid()


def _like_out(request: Request, _: datetime) -> bool:
    request.vault.delete(request.vault.get(Like, _id(request, "like")).id)
    return True


def _became(request: Request, now: datetime) -> bool:
    """A guess was asked about, and they said so."""
    kept = request.vault.get(Like, _id(request, "like"))
    said = replace(kept.record, said_how="said", on=timezone.localtime(now).date())
    request.vault.put(said, id=kept.id, revision=kept.revision)
    return True


def _less(request: Request, now: datetime) -> bool:
    form = LessForm(request.POST)
    if not form.is_valid():
        return False
    told, today = form.cleaned_data, timezone.localtime(now).date()
    with request.vault.at_once():
        keep_restraint(request.vault, Restraint(told["asked"], today if told["talked"] else None))
        keep_caps(request.vault, Caps(told["cost"], told["pressure"]))
    return True


def _gesture(request: Request) -> Kept[Gesture]:
    """Return the gesture that a form names; raises NotKept."""
    return request.vault.get(Gesture, _id(request, "gesture"))


def _id(request: Request, name: str) -> bytes:
    try:
        return bytes.fromhex(request.POST.get(name, ""))
    except ValueError:
        raise NotKept from None


ACTS: dict[str, Act] = {
    "take-up": _take_up,
    "turn-down": _turn_down,
    "done": _done,
    "leave": _leave,
    "show": _show,
    "hide": _hide,
    "like": _like,
    "like-out": _like_out,
    "became": _became,
    "less": _less,
}
