"""Write: drafts that are being written, and the drawer."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from amends.coach import KINDS
from amends.contact import Draft, drawer_statistics
from amends.web.content import words
from amends.web.gate import drafts_of, standing
from amends.web.guard import Request
from amends.web.newest import newest
from amends.web.people import named
from amends.web.verdicts import spoken

PATH = "write/"


def view(request: Request) -> HttpResponse:
    """List the drafts; begin a new one."""
    if request.POST.get("kind") in KINDS:
        kept = request.vault.put(Draft(kind=request.POST["kind"]))
        return redirect("draft", draft_id=kept.id)
    drafts = drafts_of(request.vault)
    context = {
        "people": named(request.vault),
        "verdict": spoken(standing(request.vault, timezone.now()).verdict),
        "kinds": kind_names().items(),
        "missing": request.method == "POST",
        "writing": newest([kept for kept in drafts if not kept.record.is_put_away]),
        "drawer": newest([kept for kept in drafts if _is_in_drawer(kept.record)]),
        "sent": newest([kept for kept in drafts if kept.record.sent]),
        "statistics": drawer_statistics([kept.record for kept in drafts]),
        "empty": words("welcome")["empty"],
    }
    return render(request, "write/page.html", context)


def _is_in_drawer(draft: Draft) -> bool:
    return draft.is_put_away and not draft.sent


def kind_names() -> dict[str, str]:
    """Return what each kind of draft is called, in the order in which they are offered."""
    return {
        "apology": _("An apology"),
        "message": _("A first, measured message"),
        "reply": _("An answer to what they wrote"),
        "conflict": _("Something that troubles me"),
        "goodbye": _("A goodbye"),
    }
