"""Path: all phases and their lessons, along the seam."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.contact import Verdict
from amends.journey import Answers, Exercise, Phase, Tool, is_finished
from amends.store import Vault
from amends.web.archive import in_sight
from amends.web.content import program, words
from amends.web.gate import standing
from amends.web.guard import Request
from amends.web.leading import leads_to
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
    tools: tuple[Tool, ...]
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
    answer: Verdict


def view(request: Request) -> HttpResponse:
    """Show the whole way; what is open from the first day is a way of its own."""
    now = timezone.now()
    progress = _progress(request.vault, now)
    walked = [
        _walked(
            phase,
            leads_to(phase, request.vault, progress.answer, now),
            seam(request.vault.account, part),
            progress,
        )
        for part, phase in enumerate(program().phases)
    ]
    ways = [[one for one in walked if one.phase.always_open is opened] for opened in (False, True)]
    context = {"ways": ways, "height": HEIGHT, "text": words("welcome")["empty"]}
    return render(request, "path/page.html", context)


def _progress(vault: Vault, now: datetime) -> Progress:
    answers = vault.all(Answers)
    steps = next_steps(vault, answers, now)
    kept = {one.record.exercise: one.record for one in answers}
    seen = {one.id for one in in_sight(vault, answers)}
    return Progress(
        finished=frozenset(
            one.id for one in program().exercises if is_finished(one, kept.get(one.id))
        ),
        offered={step.exercise.id: step.reason for step in steps},
        answer=standing(vault, now).verdict,
        away=frozenset(one.record.exercise for one in answers if one.id not in seen),
    )


def _walked(phase: Phase, tools: tuple[Tool, ...], line: str, progress: Progress) -> Walked:
    again = tuple(one for one in phase.exercises if one.repeats)
    steps = tuple((one, _state(one, progress)) for one in phase.exercises if not one.repeats)
    done = sum(one.id in progress.finished for one, _ in steps)
    drawn = round(HEIGHT * done / len(steps)) if steps else 0
    is_here = any(one.id in progress.offered for one, _ in steps)
    is_closed = not phase.is_open(progress.answer.state)
    return Walked(phase, steps, again, tools, line, drawn, done, is_here, is_closed)


def _state(exercise: Exercise, progress: Progress) -> str:
    if exercise.id in progress.offered:
        return progress.offered[exercise.id]
    if exercise.id in progress.away:
        return "away"
    if exercise.id in progress.finished:
        return "answered"
    return "open" if progress.finished.issuperset(exercise.needs) else "later"
