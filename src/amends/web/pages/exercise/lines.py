"""A sheet that is answered anew for each line: choose a line, or go back to one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.journey import Answers, Exercise, Sentences, is_finished
from amends.store import Kept
from amends.web.archive import in_sight
from amends.web.content import rules
from amends.web.guard import Request
from amends.web.newest import newest
from amends.web.own_lines import own_lines
from amends.web.pages.exercise.sheet import around
from amends.web.sheets import views

OWN = "own"
"""The field that holds a line of one's own drafts; the exercise names the one to type in."""


@dataclass(frozen=True)
class Begun:
    """One line that was taken up: when, the line, and whether nothing required is open."""

    id: bytes
    at: datetime
    line: str
    is_finished: bool


def lines(request: Request, exercise: Exercise) -> HttpResponse:
    """Show the lines there are; take one up."""
    field = exercise.line
    assert field is not None
    everything = request.vault.all(Answers)
    said = request.POST.get(field.name, "").strip() or request.POST.get(OWN, "").strip()
    if said:
        taken = Answers(exercise.id).with_version({field.name: _tidy(said)}, timezone.now())
        return redirect("entry", entry_id=request.vault.put(taken).id)
    missing = {field.name: Sentences.load().missing} if request.method == "POST" else {}
    mine = [kept for kept in everything if kept.record.exercise == exercise.id]
    begun = [_begun(exercise, kept) for kept in in_sight(request.vault, mine)]
    context: dict[str, Any] = {
        **around(exercise, [kept.record for kept in everything]),
        "cell": views(exercise, {}, missing, {})[exercise.fields.index(field)].cell,
        "own_lines": own_lines(request.vault, field.marked),
        "begun": newest(begun[::-1]),
        "titles": rules().titles,
    }
    return render(request, "exercise/lines.html", context)


def _tidy(said: str) -> str:
    return "\n".join(said.splitlines())


def _begun(exercise: Exercise, kept: Kept[Answers]) -> Begun:
    line = str(kept.record.values.get(exercise.each, ""))
    done = is_finished(exercise, kept.record)
    return Begun(kept.id, kept.record.versions[-1].at, line, done)
