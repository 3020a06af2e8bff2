"""A sheet on the desk: shown, filled in, kept as one more version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.journey import (
    Answers,
    Entry,
    Exercise,
    Parsed,
    Version,
    feeds,
    on_the_way,
    parse,
    unmet,
)
from amends.safety import screening_is_due
from amends.store import Kept
from amends.web.content import program, rules, words
from amends.web.guard import Request
from amends.web.quiet import closing_of
from amends.web.sheets import Raw, read_form, views
from amends.web.word_lists import remember


@dataclass(frozen=True)
class Sheet:
    """An exercise with its word lists, what was kept of it so far, and the page it is shown on.

    `beside` is what that page shows beside the questions.
    """

    request: Request
    exercise: Exercise
    kept: Kept[Answers] | Kept[Entry] | None
    page: str
    beside: Mapping[str, object] = field(default_factory=dict)


def answered(sheet: Sheet) -> HttpResponse:
    """Show a sheet, or keep what was answered."""
    request, kept = sheet.request, sheet.kept
    if request.method != "POST":
        return _shown(sheet, dict(kept.record.values) if kept else {})
    raw = {**read_form(sheet.exercise, request.POST), **_line(sheet)}
    action = request.POST.get("action", "")
    if action.startswith("more."):
        return _shown(sheet, raw, more_rows=action.removeprefix("more."))
    return _keep(sheet, raw)


def _line(sheet: Sheet) -> Raw:
    """Return the line that the sheet is about: it stays as it was."""
    values = sheet.kept.record.values if sheet.kept else {}
    return {name: value for name, value in values.items() if name == sheet.exercise.each}


def _keep(sheet: Sheet, raw: Raw) -> HttpResponse:
    parsed = parse(sheet.exercise, raw)
    unfinished = sheet.request.POST.get("action") == "unfinished"
    if parsed.problems and not (unfinished and parsed.only_missing):
        return _shown(sheet, raw, problems=parsed.problems)
    _put(sheet, parsed)
    return redirect("today" if unfinished else f"{sheet.request.path}?kept=yes")


def _put(sheet: Sheet, parsed: Parsed) -> None:
    kept, vault = sheet.kept, sheet.request.vault
    seen = sheet.request.POST.get("revision", "")
    revision = int(seen) if kept and seen.isdigit() else None
    record = kept.record if kept else Answers(sheet.exercise.id)
    newer = record.with_version(parsed.values, timezone.now())
    with vault.at_once():
        vault.put(newer, id=kept.id if kept else None, revision=revision)
        remember(vault, sheet.exercise, parsed.values)


def _shown(
    sheet: Sheet, raw: Raw, problems: dict[str, str] | None = None, more_rows: str = ""
) -> HttpResponse:
    exercise, vault = sheet.exercise, sheet.request.vault
    everything = [one.record for one in vault.all(Answers)]
    shown = views(exercise, raw, problems or {}, feeds(exercise, everything), more_rows)
    heard = [concern for view in shown for concern in view.heard]
    context: dict[str, Any] = {
        **around(exercise, everything),
        **sheet.beside,
        "fields": [view for view in shown if view.field.name != exercise.each],
        "line": raw.get(exercise.each, ""),
        "problems": problems,
        "kept": sheet.kept,
        "earlier": _earlier(sheet),
        "asks_first": exercise.safety_first and screening_is_due(vault.records, timezone.now()),
        "before": words("questions")["before"],
        "scale": [str(number) for number in range(11)],
        "just_kept": sheet.request.GET.get("kept") == "yes",
        "next": _offered(sheet),
        "titles": rules().titles,
        "families": words("draft")["family"],
        "is_read": any(raw.get(view.field.name) for view in shown if view.field.read_as),
        "is_turned": any(view.choices and view.choices.turns for view in shown),
        "heard": heard,
        "has_danger": any(concern.severity == "stop" for concern in heard),
    }
    return render(sheet.request, sheet.page, context)


def _earlier(sheet: Sheet) -> list[Version]:
    """Return the versions before the last; the line alone is none."""
    versions = sheet.kept.record.earlier if sheet.kept else ()
    return [one for one in versions if set(one.values) - {sheet.exercise.each}]


def around(exercise: Exercise, everything: list[Answers]) -> dict[str, Any]:
    """Return what stands around the questions of an exercise: phase, lesson, what comes first."""
    return {
        "exercise": exercise,
        "phase": next(one for one in program().phases if one.name == exercise.phase),
        "unmet": unmet(program(), exercise, everything),
        "evidence": [program().evidence[name] for name in exercise.evidence],
    }


def _offered(sheet: Sheet) -> Exercise | None:
    """Return what comes next, once this is kept; nothing on a path that was closed."""
    is_kept = bool(sheet.request.GET.get("kept"))
    return _next(sheet.exercise) if is_kept and not closing_of(sheet.request.vault) else None


def _next(exercise: Exercise) -> Exercise | None:
    """Return the exercise after this one; what repeats, and the last beside the way, has none."""
    if exercise.repeats:
        return None
    phase = next(one for one in program().phases if one.name == exercise.phase)
    order = list(phase.exercises) if phase.serves else on_the_way(program())
    here = [one.id for one in order].index(exercise.id)
    return next(iter(order[here + 1 :]), None)
