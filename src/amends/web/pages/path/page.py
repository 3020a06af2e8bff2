"""Path: all phases and their lessons, along the seam."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.journey import Answers, Exercise, Phase, next_steps
from amends.web.content import program, words
from amends.web.guard import Request
from amends.web.seam import HEIGHT, seam

PATH = "path/"


@dataclass(frozen=True)
class Walked:
    """One phase with its exercises, and how far along it someone has come."""

    phase: Phase
    steps: tuple[tuple[Exercise, str], ...]
    line: str
    drawn: int


def view(request: Request) -> HttpResponse:
    """Show the whole way."""
    records = [kept.record for kept in request.vault.all(Answers)]
    offered = {
        step.exercise.id: step.reason for step in next_steps(program(), records, timezone.now())
    }
    answered = {record.exercise for record in records if record.versions}
    phases = [
        _walked(phase, part, answered, offered, request.vault.account)
        for part, phase in enumerate(program().phases)
    ]
    context = {
        "ways": [
            [one for one in phases if not one.phase.always_open],
            [one for one in phases if one.phase.always_open],
        ],
        "height": HEIGHT,
        "empty": words("welcome")["empty"]["path_phase"]}
    return render(request, "path/page.html", context)


def _walked(
    phase: Phase, part: int, answered: set[str], offered: dict[str, str], account: bytes
) -> Walked:
    steps = tuple((one, _state(one, answered, offered)) for one in phase.exercises)
    done = sum(state == "answered" for _, state in steps)
    drawn = round(HEIGHT * done / len(steps)) if steps else 0
    return Walked(phase, steps, seam(account, part), drawn)


def _state(exercise: Exercise, answered: set[str], offered: dict[str, str]) -> str:
    if exercise.id in offered:
        return offered[exercise.id]
    if exercise.id in answered:
        return "answered"
    return "open" if set(exercise.needs) <= answered else "later"
