"""Path: all phases and their lessons, along the seam."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.contact import State
from amends.journey import Answers, Exercise, Phase, is_finished
from amends.store import Vault
from amends.web.archive import in_sight
from amends.web.content import program, words
from amends.web.gate import standing
from amends.web.guard import Request
from amends.web.quiet import next_steps
from amends.web.seam import HEIGHT, seam

PATH = "path/"


@dataclass(frozen=True)
class Walked:
    """One phase: its exercises, what is done again and again, how far along it someone has come.

    `is_here` says that a step of it is offered now: only such a phase is unfolded at first.
    `is_closed` says that the agreement closes it.
    """

    phase: Phase
    steps: tuple[tuple[Exercise, str], ...]
    again: tuple[Exercise, ...]
    line: str
    drawn: int
    kept: int
    is_here: bool
    is_closed: bool


@dataclass(frozen=True)
class Progress:
    """What is known of one person's way: what is finished, offered now, and in the archive."""

    finished: frozenset[str]
    offered: dict[str, str]
    away: frozenset[str]
    state: State


def view(request: Request) -> HttpResponse:
    """Show the whole way; what is open from the first day is a way of its own."""
    progress = _progress(request.vault)
    walked = [
        _walked(phase, seam(request.vault.account, part), progress)
        for part, phase in enumerate(program().phases)
    ]
    ways = [[one for one in walked if one.phase.always_open is opened] for opened in (False, True)]
    context = {"ways": ways, "height": HEIGHT, "text": words("welcome")["empty"]}
    return render(request, "path/page.html", context)


def _progress(vault: Vault) -> Progress:
    answers = vault.all(Answers)
    steps = next_steps(vault, answers, timezone.now())
    kept = {one.record.exercise: one.record for one in answers}
    seen = {one.id for one in in_sight(vault, answers)}
    return Progress(
        finished=frozenset(
            one.id for one in program().exercises if is_finished(one, kept.get(one.id))
        ),
        offered={step.exercise.id: step.reason for step in steps},
        state=standing(vault, timezone.now()).verdict.state,
        away=frozenset(one.record.exercise for one in answers if one.id not in seen),
    )


def _walked(phase: Phase, line: str, progress: Progress) -> Walked:
    again = tuple(one for one in phase.exercises if one.repeats)
    steps = tuple((one, _state(one, progress)) for one in phase.exercises if not one.repeats)
    done = sum(one.id in progress.finished for one, _ in steps)
    drawn = round(HEIGHT * done / len(steps)) if steps else 0
    is_here = any(one.id in progress.offered for one, _ in steps)
    is_closed = not phase.is_open(progress.state)
    return Walked(phase, steps, again, line, drawn, done, is_here, is_closed)


def _state(exercise: Exercise, progress: Progress) -> str:
    if exercise.id in progress.offered:
        return progress.offered[exercise.id]
    if exercise.id in progress.away:
        return "away"
    if exercise.id in progress.finished:
        return "answered"
    return "open" if progress.finished.issuperset(exercise.needs) else "later"
