"""Which phases are open while things stand as they do: the gate can close any of them."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.contact import State
from amends.journey import Exercise, Program
from amends.web.content import program, words
from amends.web.gate import standing
from amends.web.guard import Request
from amends.web.verdicts import spoken


def open_program(state: State) -> Program:
    """Return the way without what is closed in this state."""
    every = program()
    return replace(every, phases=tuple(one for one in every.phases if one.is_open(state)))


def closed_phase(request: Request, exercise: Exercise) -> HttpResponse | None:
    """Return what is shown in place of a sheet whose phase is closed; None when it is open."""
    answer = standing(request.vault, timezone.now()).verdict
    phases = (one for one in program().phases if one.name == exercise.phase)
    if all(one.is_open(answer.state) for one in phases):
        return None
    context = {"text": words("together/ours")["phase"], "verdict": spoken(answer)}
    return render(request, "together_closed.html", context, status=403)
