"""The waves so far: how urges went over twenty minutes, and when they came."""

from collections import Counter
from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.practice import Urge
from amends.web.charts.wave import waves_chart
from amends.web.content import words
from amends.web.guard import Request
from amends.web.newest import newest
from amends.web.pages.urge.records import recent_urges

PATH = "urges/"
MOST = 3
"""Wants that are counted on the page; the rest is in the list."""


def view(request: Request) -> HttpResponse:
    """Show how they went, and each with its day."""
    kept = recent_urges(request.vault, timezone.now())
    urges = [one.record for one in kept]
    context = {
        "text": words("urge"),
        "chart": waves_chart(urges),
        "urges": newest(kept),
        "wants": wants_of(urges),
        "says": {one["id"]: one["says"] for one in words("urge")["want"]},
        "ended": [one for one in urges if one.ridden is not None],
        "ridden": sum(one.ridden is True for one in urges),
    }
    return render(request, "urges/page.html", context)


def wants_of(urges: Sequence[Urge]) -> list[tuple[str, int]]:
    """Return what they wanted most often, in words, and how often."""
    says = {one["id"]: one["says"] for one in words("urge")["want"]}
    counted = Counter(one.want for one in urges if one.want in says)
    return [(says[want], often) for want, often in counted.most_common(MOST)]
