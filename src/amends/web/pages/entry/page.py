"""One entry, or one line with the same thing said another way beside it; every version stays."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from amends.journey import Answers, Entry, Exercise
from amends.store import Kept, NotKept
from amends.web.content import program
from amends.web.guard import Request
from amends.web.pages.exercise.sheet import Sheet, answered
from amends.web.phases import closed_phase
from amends.web.word_lists import lists_of

PATH = "path/entry/<id:entry_id>/"


def view(request: Request, entry_id: bytes) -> HttpResponse:
    """Show one entry with its sheet, keep what was answered, or delete it."""
    kept = _kept(request, entry_id)
    exercise = _exercise(kept.record)
    if request.POST.get("action") == "delete":
        request.vault.delete(kept.id)
        return redirect("exercise", *exercise.id.split("/"))
    closed = closed_phase(request, exercise)
    if closed:
        return closed
    page = "entry/line.html" if exercise.line else "entry/page.html"
    return answered(Sheet(request, exercise.offering(lists_of(request.vault)), kept, page))


def _kept(request: Request, entry_id: bytes) -> Kept[Answers] | Kept[Entry]:
    try:
        return request.vault.get(Entry, entry_id)
    except NotKept:
        return request.vault.get(Answers, entry_id)


def _exercise(record: Answers) -> Exercise:
    known = {one.id: one for one in program().exercises if one.line or one.repeats}
    if record.exercise not in known:
        raise Http404
    return known[record.exercise]
