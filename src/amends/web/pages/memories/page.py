"""Memories: a timeline of both; each writes their own, shows it or keeps it, or puts it away."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS

from amends.practice import BoxFull, NotAPicture, PhotoProblem, PictureTooLarge
from amends.store import Kept, Space
from amends.together import Memory, NoSuchDay, NotShown, Roughly
from amends.web.content import words
from amends.web.ours import SharedRequest
from amends.web.remembering import (
    Timeline,
    delete_memory,
    hide_memory,
    is_ordinary,
    keep_memory,
    own_memory,
    show_memory,
    timeline,
)

PATH = "memories/"
TOOL = "memories"
MOST_WORDS = 2000
"""Characters of one memory: a page by hand."""
PARTS = ("year", "month", "day")
PROBLEMS: dict[type[PhotoProblem], str] = {
    PictureTooLarge: "too_large",
    NotAPicture: "no_picture",
    BoxFull: "full",
}


def view(request: SharedRequest) -> HttpResponse:
    """Keep a memory, show it, take it back, put it away; or show the timeline."""
    space, action = request.ours.space, request.POST.get("action", "")
    if action == "keep":
        return _keep(request, space)
    if action in HIDDEN:
        HIDDEN[action](space, request.POST.get("name", ""))
        return _back_there(request)
    kept = own_memory(space.vault, request.POST.get("memory", ""))
    if action in ACTS and kept:
        ACTS[action](space, kept)
        return _back_there(request)
    return _page(request)


@dataclass(frozen=True)
class Form:
    """What stands in the fields of one form, and what was wrong with it."""

    words: str = field(default="", repr=False)
    year: str = ""
    month: str = ""
    day: str = ""
    problem: str = ""

    @classmethod
    def of(cls, memory: Memory) -> "Form":
        """Return a form with what is kept."""
        return cls(memory.words, *(str(part or "") for part in memory.on.parts))


def _forms(request: SharedRequest, found: Timeline, problem: str) -> dict[str, Form]:
    """Return the form of each own memory by its id, and that of a new one under an empty id."""
    lines = (line for _, lines in found.years for line in lines if line.is_mine)
    forms = {"": Form()} | {line.id: Form.of(line.memory) for line in lines}
    if problem:
        typed = {name: request.POST.get(name, "") for name in ("words", *PARTS)}
        forms[request.POST.get("memory", "")] = Form(**typed, problem=problem)
    return forms


def _page(request: SharedRequest, problem: str = "") -> HttpResponse:
    space, text = request.ours.space, words("together/memories")
    found = timeline(space)
    away = len(found.away)
    context = {
        "text": text,
        "timeline": found,
        "is_ordinary": is_ordinary(space, timezone.now()) or "all" in request.GET,
        "away_title": text["away"]["title_one" if away == 1 else "title_many"].format(number=away),
        "months": MONTHS.items(),
        "forms": _forms(request, found, problem),
        "told": text["write"].get(problem, ""),
    }
    return render(request, "memories/page.html", context, status=422 if problem else 200)


def _back_there(request: SharedRequest) -> HttpResponse:
    """Show the page again, with everything where everything was asked for."""
    return redirect(reverse("memories") + ("?all=yes" if "all" in request.GET else ""))


def _keep(request: SharedRequest, space: Space) -> HttpResponse:
    """Keep what was typed; a mistake is told beside its field, and nothing typed is lost."""
    form, file = request.POST, request.FILES.get("picture")
    said, today = form.get("words", "").strip()[:MOST_WORDS], timezone.localdate()
    if not said:
        return _page(request, "missing")
    try:
        on = _day(request, today)
        kept = own_memory(space.vault, form.get("memory", ""))
        keep_memory(space.vault, said, on, file.read() if file else b"", kept)
    except NoSuchDay:
        return _page(request, "no_day")
    except PhotoProblem as problem:
        return _page(request, PROBLEMS[type(problem)])
    return _back_there(request)


def _day(request: SharedRequest, today: date) -> Roughly:
    year, month, day = (request.POST.get(part, "") for part in PARTS)
    return Roughly.told(year, month, day, today)


def _put_away(space: Space, name: str) -> None:
    known = {one.name for one in space.vault.records(NotShown)}
    if name and name not in known:
        space.vault.put(NotShown(name))


def _back(space: Space, name: str) -> None:
    for kept in space.vault.all(NotShown):
        if kept.record.name == name:
            space.vault.delete(kept.id)


HIDDEN: dict[str, Callable[[Space, str], None]] = {"put-away": _put_away, "back": _back}
ACTS: dict[str, Callable[[Space, Kept[Memory]], None]] = {
    "show": show_memory,
    "take-back": hide_memory,
    "delete": delete_memory,
}
