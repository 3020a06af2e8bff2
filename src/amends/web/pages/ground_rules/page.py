"""Ground rules: each ticks alone; what both ticked stands until one takes the signature back."""

from django.http import HttpResponse
from django.shortcuts import redirect

from amends.store import Space
from amends.together import OwnRule, TakenBack
from amends.web.content import words
from amends.web.ours import SharedRequest
from amends.web.ticking import Group, Option, ticking

PATH = "ground-rules/"
TOOL = "rules"
LONGEST = 200
"""Characters of a rule, as in its field."""
MOST = 60
"""Rules that both can add; our choice. With those that ship they fit into a list of 128."""


def view(request: SharedRequest) -> HttpResponse:
    """Tick and sign; add a rule of one's own; take a signature back."""
    space, action = request.ours.space, request.POST.get("action", "")
    if action == "own":
        return _own(request, space)
    if action == "take-back":
        space.put(TakenBack())
        return redirect("ground_rules")
    text = words("together/ground-rules")
    question = f"rules-{_taken(space)}"
    return ticking(request, question, _groups(space), text, "ground_rules/page.html")


def _own(request: SharedRequest, space: Space) -> HttpResponse:
    rule = request.POST.get("rule", "").strip()[:LONGEST]
    if rule and len(space.all(OwnRule)) < MOST:
        space.put(OwnRule(rule))
    return redirect("ground_rules")


def _taken(space: Space) -> int:
    """Return how often a signature was taken back: each time both begin anew."""
    return len(space.all(TakenBack))


def _groups(space: Space) -> list[Group]:
    shipped = tuple(Option(**one) for one in words("together/ground-rules")["part"])
    own = tuple(Option(f"own-{one.id.hex()}", one.item.rule) for one in space.all(OwnRule))
    return [Group("", (*shipped, *own))]
