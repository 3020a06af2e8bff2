"""A fair compromise, step by step: needs, ways, what both could live with, two weeks, a look."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.store import ChangedElsewhere
from amends.together import (
    TRIAL,
    After,
    Agreed,
    Look,
    Matter,
    Need,
    PutDown,
    Step,
    Trial,
    Ways,
    lines,
)
from amends.web.compromise import On, give, on_now, question
from amends.web.content import words
from amends.web.ours import SharedRequest
from amends.web.overlap import tick
from amends.web.templatetags.words import on_day

PATH = "compromise/"
TOOL = "compromise"


def view(request: SharedRequest) -> HttpResponse:
    """Show the step that is next, and do what its form asks."""
    on = on_now(request.ours.space)
    name = on.id if on else ""
    if request.POST.get("matter", name) != name:
        raise ChangedElsewhere  # what was said about one matter must not be read as about another
    act = ACTS.get(request.POST.get("action", ""))
    if act is None:
        return _page(request, on)
    if act(request, on):
        return redirect("compromise")
    return _page(request, on, is_missing=True, status=422)


def _page(request: SharedRequest, on: On | None, status: int = 200, **more: object) -> HttpResponse:
    until = on.trial.item.until if on and on.trial else None
    context = {
        "text": words("together/compromise"),
        "on": on,
        "until": on_day(until) if until else "",
        "typed": request.POST.get("words", ""),
        **more,
    }
    return render(request, "compromise/page.html", context, status=status)


Act = Callable[[SharedRequest, On | None], bool]


def _matter(request: SharedRequest, on: On | None) -> bool:
    typed = _typed(request)
    if typed and on is None:
        is_lasting = "lasting" in request.POST
        request.ours.space.put(Matter(typed, is_lasting, timezone.localdate()))
    return bool(typed)


def _need(request: SharedRequest, on: On | None) -> bool:
    typed = _typed(request)
    if typed and on and on.step == Step.NEED:
        give(request.ours.space, Need, Need(on.id, typed))
    return bool(typed)


def _ways(request: SharedRequest, on: On | None) -> bool:
    typed = lines(_typed(request))
    if typed and on and on.step == Step.WAYS:
        give(request.ours.space, Ways, Ways(on.id, typed))
    return bool(typed)


def _tick(request: SharedRequest, on: On | None) -> bool:
    if on and on.step in (Step.TICK, Step.CHOOSE):
        ticked = set(request.POST.getlist("way")) & set(on.ways)
        tick(request.ours.space, question(on.id), ticked)
    return True


def _choose(request: SharedRequest, on: On | None) -> bool:
    way = request.POST.get("way", "")
    if on and on.step == Step.CHOOSE and way in on.both:
        request.ours.space.put(Trial(on.id, way, timezone.localdate() + TRIAL))
    return True


def _agree(request: SharedRequest, on: On | None) -> bool:
    if on and on.step == Step.AGREE and on.trial and not on.trial.is_mine:
        request.ours.space.put(Agreed(on.id))
    return True


def _look(request: SharedRequest, on: On | None) -> bool:
    typed, after = _typed(request), request.POST.get("after", "")
    if after not in {one.value for one in After}:
        return False
    if typed and on and on.step == Step.LOOK:
        give(request.ours.space, Look, Look(on.id, typed, After(after)))
    return bool(typed)


def _put_down(request: SharedRequest, on: On | None) -> bool:
    if on:
        request.ours.space.put(PutDown(on.id))
    return True


def _typed(request: SharedRequest) -> str:
    return request.POST.get("words", "").strip()


ACTS: dict[str, Act] = {
    "matter": _matter,
    "need": _need,
    "ways": _ways,
    "tick": _tick,
    "choose": _choose,
    "agree": _agree,
    "look": _look,
    "put-down": _put_down,
}
