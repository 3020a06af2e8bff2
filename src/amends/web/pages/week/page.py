"""The week: what was planned beside what happened; keep, change or drop."""

from django.http import Http404, HttpResponse
from django.utils import timezone

from amends.journey import Answers
from amends.practice import Habit
from amends.web.content import program
from amends.web.guard import Request
from amends.web.pages.exercise.sheet import Sheet, answered
from amends.web.week import facts
from amends.web.word_lists import lists_of

PATH = "week/"


def view(request: Request) -> HttpResponse:
    """Show the facts of the week above the sheet, or keep what was answered."""
    exercise = next((one for one in program().exercises if one.page == "week"), None)
    if exercise is None:
        raise Http404
    mine = [kept for kept in request.vault.all(Answers) if kept.record.exercise == exercise.id]
    around: dict[str, object] = {"facts": facts(request.vault, timezone.now())}
    if request.vault.records(Habit):
        around["unmet"] = ()  # a habit is a plan, too
    offered = exercise.offering(lists_of(request.vault))
    return answered(Sheet(request, offered, mine[-1] if mine else None, "week/page.html", around))
