"""A habit to change: from a harm of one's own, from an example, or in one's own words."""

from collections.abc import Iterator, Sequence

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.journey import Answers
from amends.practice import MOST_HABITS, HabitDays, HabitExample, load_habit_examples
from amends.store import Vault
from amends.web.content import LANGUAGE, program, words
from amends.web.guard import Request
from amends.web.habits import practised
from amends.web.pages.habit_new.form import HabitForm

PATH = "habits/new/"
SOURCES = (("understand/cause-map", "mine", "what"), ("understand/cycles", "loops", "i_do"))
"""Sheets in which someone wrote what they did: the exercise, its table, the column."""
MINE, EXAMPLE = "mine:", "example:"
LINES = 12
"""Harms of one's own that are offered; more would be a list and not a choice."""


def view(request: Request) -> HttpResponse:
    """Offer where to begin; then ask; then keep."""
    if request.method != "POST":
        return _choices(request)
    if "start" in request.POST:
        return _begun(request, request.POST["start"])
    form = HabitForm(request.POST)
    if not form.is_valid():
        return _asked(request, form, None)
    with request.vault.at_once():
        kept = request.vault.put(form.habit(timezone.localdate()))
        request.vault.put(HabitDays(kept.id.hex()))
    return redirect("habit", habit_id=kept.id)


def _choices(request: Request) -> HttpResponse:
    told = words("habits")
    going = sum(not one.habit.ended for one in practised(request.vault))
    context = {
        "text": told,
        "mine": own_harms(request.vault),
        "examples": load_habit_examples(LANGUAGE),
        "many": told["many"].format(n=going) if going >= MOST_HABITS else "",
    }
    return render(request, "habit_new/page.html", context)


def _begun(request: Request, start: str) -> HttpResponse:
    """Show the questions, with what is known from where someone began."""
    examples = load_habit_examples(LANGUAGE)
    example = next((one for one in examples if EXAMPLE + one.id == start), None)
    if example:
        parts = ("harm", "cue", "act", "seen")
        known = {name: getattr(example, name) for name in parts} | {"name": example.title}
        return _asked(request, HabitForm(initial=known), example)
    harm = start.removeprefix(MINE) if start.startswith(MINE) else ""
    return _asked(request, HabitForm(initial={"harm": harm}), None)


def _asked(request: Request, form: HabitForm, example: HabitExample | None) -> HttpResponse:
    found = [program().evidence[name] for name in example.evidence] if example else []
    context = {"text": words("habits"), "form": form, "example": example, "evidence": found}
    return render(request, "habit_new/questions.html", context)


def own_harms(vault: Vault) -> list[str]:
    """Return what someone wrote that they did, each once."""
    latest = {one.exercise: one for one in vault.records(Answers)}
    return list(dict.fromkeys(_said(list(latest.values()))))[:LINES]


def _said(answers: Sequence[Answers]) -> Iterator[str]:
    for exercise, table, column in SOURCES:
        for one in (one for one in answers if one.exercise == exercise):
            rows = one.values.get(table)
            for row in rows if isinstance(rows, list) else []:
                if isinstance(row, dict) and str(row.get(column, "")).strip():
                    yield str(row[column]).strip()
