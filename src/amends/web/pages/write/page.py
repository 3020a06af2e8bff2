"""Write: drafts that are being written, and the drawer."""

from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from amends.coach import KINDS
from amends.contact import Draft, Verdict, drawer_statistics
from amends.store import Kept, Vault
from amends.web.archive import in_sight
from amends.web.content import program, words
from amends.web.dangers import dangers_of
from amends.web.gate import drafts_of, standing
from amends.web.guard import Request
from amends.web.newest import newest
from amends.web.people import named
from amends.web.screening import EITHER
from amends.web.verdicts import spoken

PATH = "write/"
MESSAGE = "message"
EMPTY_FOR = timedelta(days=1)
"""How long a page without a word is kept: its tab may still be open."""


def view(request: Request) -> HttpResponse:
    """List the drafts; begin a new one."""
    kind, paused = request.POST.get("kind"), paused_kinds(request.vault)
    if kind in paused:
        return render(request, "paused.html", {"text": words("questions")["paused"]})
    answer = standing(request.vault, timezone.now()).verdict
    if kind in KINDS and _fits(kind, answer):
        return redirect("draft", draft_id=_begin(request.vault, kind, timezone.now()).id)
    mine = in_sight(request.vault, drafts_of(request.vault))
    drafts = [kept for kept in mine if kept.record.versions]
    context = {
        "people": named(request.vault),
        "verdict": spoken(answer),
        "is_allowed": answer.allowed,
        "kinds": [
            (kind, name)
            for kind, name in kind_names(is_practical=bool(answer.topics)).items()
            if _fits(kind, answer) and kind not in paused
        ],
        "names": kind_names(is_practical=bool(answer.topics)),
        "missing": request.method == "POST",
        "practices": [one for one in program().exercises if one.line and one.line.marked],
        "writing": newest([kept for kept in drafts if not kept.record.is_put_away]),
        "drawer": newest([kept for kept in drafts if _is_in_drawer(kept.record)]),
        "sent": newest([kept for kept in drafts if kept.record.sent]),
        "statistics": drawer_statistics([kept.record for kept in drafts]),
        "empty": words("welcome")["empty"],
    }
    return render(request, "write/page.html", context)


def _begin(vault: Vault, kind: str, now: datetime) -> Kept[Draft]:
    """Keep a new page, and delete those that never had a word."""
    for kept in vault.all(Draft):
        if not kept.record.versions and now - kept.saved > EMPTY_FOR:
            vault.delete(kept.id)
    return vault.put(Draft(kind=kind))


def paused_kinds(vault: Vault) -> frozenset[str]:
    """Return the kinds of draft that wait: no apology while either part of the questions has a yes.

    Someone who may be hurt owes none; from someone who frightens, it comes too early. The list is
    the same for both, so that it does not tell which it was.
    """
    return frozenset({"apology"} if EITHER & dangers_of(vault, timezone.now()) else ())


def _is_in_drawer(draft: Draft) -> bool:
    return draft.is_put_away and not draft.sent


def _fits(kind: str, answer: Verdict) -> bool:
    """Say whether a kind makes sense now: no first message and no reply where none may go."""
    return answer.allowed or answer.topics != () or kind not in {MESSAGE, "reply"}


def heading(draft: Draft, *, is_practical: bool) -> str:
    """Return what a draft is headed: by its topic, if it is a message about one."""
    if draft.topic and draft.kind == MESSAGE:
        return _("A message about: %(topic)s") % {"topic": draft.topic}
    return kind_names(is_practical=is_practical)[draft.kind]


def kind_names(*, is_practical: bool) -> dict[str, str]:
    """Return what each kind of draft is called, in the order in which they are offered.

    Where only practical matters may be written about, no message is a first, measured one.
    """
    return {
        "apology": _("An apology"),
        MESSAGE: _("A practical message") if is_practical else _("A first, measured message"),
        "reply": _("An answer to what they wrote"),
        "conflict": _("Something that troubles me"),
        "goodbye": _("A goodbye"),
    }
