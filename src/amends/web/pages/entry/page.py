"""One line, and the same thing said another way beside it; every version stays."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from amends.journey import Answers
from amends.web.content import program
from amends.web.guard import Request
from amends.web.pages.exercise.sheet import Sheet, answered
from amends.web.word_lists import lists_of

PATH = "path/entry/<id:entry_id>/"


def view(request: Request, entry_id: bytes) -> HttpResponse:
    """Show the line and the sheet beside it, keep what was answered, or delete both."""
    kept = request.vault.get(Answers, entry_id)
    sheets = {one.id: one for one in program().exercises if one.line}
    exercise = sheets.get(kept.record.exercise)
    if exercise is None:
        raise Http404
    if request.POST.get("action") == "delete":
        request.vault.delete(kept.id)
        return redirect("exercise", *exercise.id.split("/"))
    return answered(
        Sheet(request, exercise.offering(lists_of(request.vault)), kept, "entry/page.html")
    )
