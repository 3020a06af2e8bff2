"""Their life goes on: what helps tonight, what was said or seen, and the gate that closes."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.contact import Agreement, State, Terms, in_force
from amends.practice import HOWS, MovedOn
from amends.web.content import words
from amends.web.guard import Request
from amends.web.people import named
from amends.web.terms import keep_terms

PATH = "moved-on/"
LONGEST = 1000
"""Characters; what is longer is cut."""
STAYS = {
    State.LOGISTICS_ONLY: "practical",
    State.LEGAL_ORDER: "order",
    State.MOVED_ON: "moved_on",
}
"""States that stay as they are: the way for practical matters is not shut, an order says more."""
CHANGED = "changed"
DONE = ("guessed", CHANGED, "kept_as_it_was")
"""What can be said after something was written down, as content names it."""
SHOWN = 3


def view(request: Request) -> HttpResponse:
    """Say what helps; keep what was said or seen, and close the gate unless it is a guess."""
    agreements = request.vault.all(Agreement)
    if not agreements:
        return redirect("standing")
    terms = in_force(agreements[-1].record, timezone.localtime()).terms
    how = request.POST.get("how", "")
    if how in HOWS:
        return redirect(f"{request.path}?done={_keep(request, terms, how)}")
    told, done = words("moved-on"), request.GET.get("done", "")
    context: dict[str, Any] = {
        "text": told,
        "people": named(request.vault),
        "missing": request.method == "POST",
        "is_open": terms.state not in STAYS,
        "is_together": terms.state == State.TOGETHER,
        "stays": told[STAYS[terms.state]] if terms.state in STAYS and done != CHANGED else "",
        "said": told[done] if done in DONE else "",
        "kept": request.vault.records(MovedOn)[: -SHOWN - 1 : -1],
        "names": {one["id"]: one["label"] for one in told["how"]},
    }
    return render(request, "moved_on/page.html", context)


def _keep(request: Request, terms: Terms, how: str) -> str:
    """Keep what was learned; return what became of the agreement."""
    now, line = timezone.now(), request.POST.get("words", "").strip()[:LONGEST]
    found = MovedOn(now, how, line)
    closes = found.is_known and terms.state not in STAYS
    with request.vault.at_once():
        request.vault.put(found)
        if closes:
            keep_terms(request.vault, _moved_on(terms, found), now)
    if closes:
        return CHANGED
    return "kept_as_it_was" if found.is_known else "guessed"


def _moved_on(terms: Terms, found: MovedOn) -> Terms:
    """Return the stricter terms: their latest words, and the exceptions that they had named."""
    latest = found.words if found.how == "said" else ""
    return Terms(State.MOVED_ON, words=latest or terms.words, exceptions=terms.exceptions)
