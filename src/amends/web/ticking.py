"""A page on which each ticks alone, and what both ticked is shown: rules, hours."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render

from amends.web.ours import SharedRequest
from amends.web.overlap import Overlap, overlap_of, tick


@dataclass(frozen=True)
class Option:
    """One line that can be ticked."""

    id: str
    title: str
    line: str = ""


@dataclass(frozen=True)
class Group:
    """Lines under one heading; the heading may be empty."""

    title: str
    options: tuple[Option, ...]


def kept_ticks(request: SharedRequest, question: str, groups: Sequence[Group]) -> bool:
    """Keep the list that a form sends; say whether there was one."""
    if request.POST.get("action") != "tick":
        return False
    known = {option.id for group in groups for option in group.options}
    tick(request.ours.space, question, known & set(request.POST.getlist("tick")))
    return True


def ticking(
    request: SharedRequest,
    question: str,
    groups: Sequence[Group],
    text: dict[str, object],
    template: str = "ticking.html",
) -> HttpResponse:
    """Show the lists, and what is on both."""
    if kept_ticks(request, question, groups):
        return redirect(request.path)
    overlap = overlap_of(request.ours.space, question)
    context = {"text": text, "groups": groups, "overlap": overlap, "both": _both(overlap, groups)}
    return render(request, template, context)


def _both(overlap: Overlap, groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return what is on both lists, under its headings."""
    shared = overlap.both or frozenset()
    found = [
        Group(one.title, tuple(option for option in one.options if option.id in shared))
        for one in groups
    ]
    return tuple(one for one in found if one.options)
