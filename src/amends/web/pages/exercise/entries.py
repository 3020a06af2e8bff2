"""A sheet that is answered anew each time: a short form, what it shows, and the entries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from amends.journey import Answers, Entry, Exercise, Field, feeds, parse
from amends.store import Kept
from amends.web.archive import in_sight
from amends.web.body import entries_of, has_low_mood
from amends.web.charts.line import LineChart, Value, line_chart
from amends.web.content import words
from amends.web.guard import Request
from amends.web.newest import newest
from amends.web.pages.exercise.sheet import around
from amends.web.sheets import Raw, read_form, views
from amends.web.templatetags.words import as_said
from amends.web.word_lists import remember

SCALE_ENDS = (0, 10)


@dataclass(frozen=True)
class Shown:
    """One entry in the list: its id, its day, its first line and what else was answered."""

    id: bytes
    at: datetime
    first: str
    rest: tuple[tuple[str, str], ...]


def entries(request: Request, exercise: Exercise) -> HttpResponse:
    """Show what was kept, or keep one more."""
    if request.method != "POST":
        return _page(request, exercise, {}, {})
    raw = read_form(exercise, request.POST)
    action = request.POST.get("action", "")
    if action.startswith("more."):
        return _page(request, exercise, raw, {}, action.removeprefix("more."))
    parsed = parse(exercise, raw)
    if not parsed.values and not parsed.problems:
        return redirect("exercise", *exercise.id.split("/"))
    if parsed.problems:
        return _page(request, exercise, raw, parsed.problems)
    with request.vault.at_once():
        request.vault.put(Entry(exercise.id).with_version(parsed.values, timezone.now()))
        remember(request.vault, exercise, parsed.values)
    return redirect(f"{request.path}?kept=yes")


def _page(
    request: Request, exercise: Exercise, raw: Raw, problems: dict[str, str], more_rows: str = ""
) -> HttpResponse:
    sheets = request.vault.records(Answers)
    every = request.vault.all(Entry)
    mine = [one for one in in_sight(request.vault, every) if one.record.exercise == exercise.id]
    earlier = feeds(exercise, [*sheets, *(kept.record for kept in every)])
    context: dict[str, Any] = {
        **around(exercise, sheets),
        "fields": views(exercise, raw, problems, earlier, more_rows),
        "problems": problems,
        "scale": [str(number) for number in range(11)],
        "just_kept": request.GET.get("kept") == "yes",
        "charts": charts(exercise, mine),
        "calm": words("body") if has_low_mood(entries_of(mine), timezone.now()) else None,
        "entries": newest([_shown(exercise, kept) for kept in mine[::-1]]),
    }
    return render(request, "exercise/entries.html", context)


def charts(exercise: Exercise, mine: Sequence[Kept[Entry]]) -> list[LineChart]:
    """Return a line for each field that is drawn, as soon as it has two days."""
    return [chart for field in exercise.fields if field.drawn for chart in _chart(field, mine)]


def _chart(field: Field, mine: Sequence[Kept[Entry]]) -> Iterator[LineChart]:
    values = [
        Value(timezone.localtime(kept.record.versions[0].at).date(), float(number))
        for kept in mine
        if isinstance(number := kept.record.values.get(field.name), int)
    ]
    most = max((one.value for one in values), default=1)
    low, high = SCALE_ENDS if field.type == "scale" else (0, max(most, 1))
    chart = line_chart(field.label.rstrip("?"), values, low, high, field.unit)
    if chart:
        yield chart


def _shown(exercise: Exercise, kept: Kept[Entry]) -> Shown:
    answered = [
        (field.label, _said(field, kept.record.values[field.name]))
        for field in exercise.fields
        if field.name in kept.record.values
    ]
    (label, said), *rest = answered or [("", "")]
    is_number = isinstance(kept.record.values.get(exercise.fields[0].name), int)
    first = f"{label.rstrip('?')}: {said}" if is_number else said
    return Shown(kept.id, kept.record.versions[0].at, first, tuple(rest))


def _said(field: Field, value: object) -> str:
    """Return an answer as plain text; a number has its unit, or what it is out of."""
    if not isinstance(value, int):
        return as_said(value)
    if field.type == "scale":
        return _("%(n)d of 10") % {"n": value}
    return f"{value} {field.unit}".strip()
