"""A closing: own words read back part by part, one page on paper, then it is closed."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.contact import Agreement
from amends.practice import Closing, Opening
from amends.safety import Danger
from amends.web import bell
from amends.web.closing import (
    LONGEST_SENTENCE,
    Chosen,
    by_part,
    chosen_lines,
    parts_of,
    sentence_of,
)
from amends.web.content import words
from amends.web.dangers import dangers_of
from amends.web.guard import Request
from amends.web.quiet import closing_of

PATH = "closing/"


def view(request: Request) -> HttpResponse:
    """Read back, show the page, close it, open it again; in a crisis nothing is closed."""
    if not request.vault.all(Agreement):
        return redirect("standing")
    action = request.POST.get("action", "")
    if action == "open":
        return _open(request)
    closing = closing_of(request.vault)
    if closing:
        return _paper(request, by_part(closing.lines), closing=closing)
    if Danger.CRISIS in dangers_of(request.vault, timezone.now()):
        return render(request, "paused.html", {"text": words("questions")["paused"]})
    return _ACTIONS.get(action, _read_back)(request)


def _read_back(request: Request, problem: str = "") -> HttpResponse:
    chosen = Chosen.of(request.POST)
    context = {
        "text": words("closing"),
        "parts": parts_of(request.vault, chosen),
        "keys": chosen.keys,
        "problem": problem,
        "is_opened": request.GET.get("done") == "opened",
    }
    return render(request, "closing/page.html", context)


def _show(request: Request) -> HttpResponse:
    chosen = Chosen.of(request.POST)
    lines = chosen_lines(parts_of(request.vault, chosen), chosen)
    if not lines:
        return _read_back(request, words("closing")["none"])
    return _paper(request, by_part(lines), chosen=chosen, who=sentence_of(request.vault))


def _paper(request: Request, sections: Mapping[str, list[str]], **shown: object) -> HttpResponse:
    context: dict[str, Any] = {"text": words("closing"), "sections": sections.items(), **shown}
    return render(request, "closing/paper.html", context)


def _close(request: Request) -> HttpResponse:
    chosen = Chosen.of(request.POST)
    lines = chosen_lines(parts_of(request.vault, chosen), chosen)
    who = request.POST.get("who", "").strip()[:LONGEST_SENTENCE]
    request.vault.put(Closing(timezone.now(), lines, who))
    bell.learn(request.vault)
    return redirect("today")


def _open(request: Request) -> HttpResponse:
    if closing_of(request.vault):
        request.vault.put(Opening(timezone.now()))
        bell.learn(request.vault)
    return redirect(f"{request.path}?done=opened")


_ACTIONS: Mapping[str, Callable[[Request], HttpResponse]] = {"print": _show, "close": _close}
