"""The agreement: what they asked for in their words, and what the gate says now."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.contact import in_force, withdraw
from amends.web.gate import standing
from amends.web.guard import Request
from amends.web.people import named
from amends.web.verdicts import spoken, state_name

PATH = "agreement/"


def view(request: Request) -> HttpResponse:
    """Show the agreement; take back a change that waits."""
    now = timezone.now()
    stands = standing(request.vault, now)
    kept = stands.agreement
    if kept is None:
        return redirect("standing")
    if request.method == "POST":
        newer = withdraw(kept.record, now)
        request.vault.put(newer, id=kept.id, revision=kept.revision)
        return redirect("agreement")
    agreement = in_force(kept.record, timezone.localtime(now))
    context = {
        "people": named(request.vault),
        "verdict": spoken(stands.verdict),
        "agreement": agreement,
        "terms": agreement.terms,
        "state": state_name(stands.verdict.state),
        "waiting": state_name(agreement.pending.state) if agreement.pending else "",
    }
    return render(request, "agreement/page.html", context)
