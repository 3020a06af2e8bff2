"""One draft: written, read by the coach, kept in the drawer, taken out if the gate allows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from amends.coach import is_personal, review
from amends.contact import (
    Closed,
    ContactError,
    Draft,
    copyable,
    dismiss,
    mark_sent,
    put_away,
    put_back,
    reread,
    take_out,
    write,
)
from amends.store import ChangedElsewhere, Kept
from amends.web.changes import changes
from amends.web.content import gate, rules
from amends.web.gate import Standing, drafts_of, standing
from amends.web.guard import Request
from amends.web.marks import marked
from amends.web.pages.write.page import kind_names
from amends.web.people import named
from amends.web.verdicts import spoken

PATH = "write/<id:draft_id>/"
LONGEST = 200_000
"""Characters; a form with more is refused before it is read."""


@dataclass(frozen=True)
class Desk:
    """What every action on a draft needs."""

    request: Request
    kept: Kept[Draft]
    stands: Standing
    now: datetime

    @property
    def draft(self) -> Draft:
        """Return the draft as it was kept."""
        return self.kept.record

    def said(self, name: str) -> str:
        """Return one field of the form that was sent."""
        return self.request.POST.get(name, "")


def view(request: Request, draft_id: bytes) -> HttpResponse:
    """Show the draft in the state it is in, or do what was asked."""
    now = timezone.now()
    kept = request.vault.get(Draft, draft_id)
    text = kept.record.text
    personal = is_personal(text, review(text, kept.record.kind, rules()), rules())
    stands = standing(request.vault, now, kept.record.topic, personal=personal)
    desk = Desk(request, kept, stands, now)
    action = ACTIONS.get(request.POST.get("action", "")) if request.method == "POST" else None
    if action is None:
        return _page(desk)
    try:
        return action(desk)
    except ChangedElsewhere as error:
        return _page(desk, typed=desk.said("text"), problem=f"{error.problem} {error.hint}")
    except Closed:
        return _page(desk, typed=desk.said("text"))
    except ContactError as error:
        return _page(desk, typed=desk.said("text"), problem=f"{error.problem} {error.hint}")


def _keep(desk: Desk, draft: Draft) -> Kept[Draft]:
    seen = desk.said("revision")
    revision = int(seen) if seen.isdigit() else desk.kept.revision
    return desk.request.vault.put(draft, id=desk.kept.id, revision=revision)


def _written(desk: Desk) -> Draft:
    text = desk.said("text")[:LONGEST].replace("\r\n", "\n")
    return write(desk.draft, text, desk.now, topic=desk.said("topic"))


def _check(desk: Desk) -> HttpResponse:
    if not desk.said("text").strip():
        return _page(desk, is_empty=True)
    _keep(desk, _written(desk))
    return HttpResponseRedirect(reverse("draft", args=[desk.kept.id]) + "#read")


def _just_keep(desk: Desk) -> HttpResponse:
    _keep(desk, _written(desk))
    return redirect("write")


def _put_away(desk: Desk) -> HttpResponse:
    urge = desk.said("urge")
    if not urge.isdigit():
        return _page(desk, typed=desk.said("text"), urge_missing=True)
    _keep(desk, put_away(_written(desk), int(urge), desk.now))
    return redirect("draft", draft_id=desk.kept.id)


def _dismiss(desk: Desk) -> HttpResponse:
    _keep(desk, dismiss(desk.draft, desk.said("label"), desk.said("quote"), desk.said("reason")))
    return redirect("draft", draft_id=desk.kept.id)


def _reread(desk: Desk) -> HttpResponse:
    _keep(desk, reread(desk.draft, desk.said("wanted") == "yes", desk.now))
    return redirect("draft", draft_id=desk.kept.id)


def _take_out(desk: Desk) -> HttpResponse:
    others = [kept.record for kept in drafts_of(desk.request.vault) if kept.id != desk.kept.id]
    _keep(desk, take_out(desk.draft, desk.stands.verdict, desk.now, others))
    return redirect("draft", draft_id=desk.kept.id)


def _put_back(desk: Desk) -> HttpResponse:
    if not desk.stands.verdict.allowed:
        raise Closed(desk.stands.verdict)
    _keep(desk, put_back(desk.draft, desk.now))
    return redirect("draft", draft_id=desk.kept.id)


def _sent(desk: Desk) -> HttpResponse:
    draft, contact = mark_sent(desk.draft, desk.stands.verdict, desk.now, desk.said("channel"))
    with desk.request.vault.at_once():
        desk.request.vault.put(contact)
        _keep(desk, draft)
    return redirect("draft", draft_id=desk.kept.id)


def _delete(desk: Desk) -> HttpResponse:
    desk.request.vault.delete(desk.kept.id)
    return redirect("write")


ACTIONS: dict[str, Callable[[Desk], HttpResponse]] = {
    "check": _check,
    "keep": _just_keep,
    "put-away": _put_away,
    "dismiss": _dismiss,
    "reread": _reread,
    "take-out": _take_out,
    "put-back": _put_back,
    "sent": _sent,
    "delete": _delete,
}


def _page(desk: Desk, typed: str = "", problem: str = "", **shown: bool) -> HttpResponse:
    draft = desk.draft
    text = typed or draft.text
    found = review(text, draft.kind, rules())
    context: dict[str, Any] = {
        "draft": draft,
        "id": desk.kept.id,
        "revision": desk.kept.revision,
        "text": text,
        "problem": problem,
        **shown,
        "titles": rules().titles,
        "has_danger": any(one.severity == "stop" for one in found.concerns),
        "kind": kind_names()[draft.kind],
        "review": found,
        "marked": marked(text, found, draft.dismissed) if text.strip() else None,
        "verdict": spoken(desk.stands.verdict),
        "topics": desk.stands.verdict.topics,
        "is_allowed": desk.stands.verdict.allowed,
        "may_leave": draft.may_leave(desk.stands.verdict, desk.now),
        "opens": draft.opens(desk.stands.verdict),
        "changes": changes(draft.first_text, draft.text) if draft.is_put_away else [],
        "scale": [str(number) for number in range(11)],
        "channels": gate().channels.items(),
        "people": named(desk.request.vault),
        "now": desk.now,
    }
    return render(desk.request, f"draft/{_face(desk)}.html", context)


def _face(desk: Desk) -> str:
    draft = desk.draft
    if draft.sent:
        return "sent"
    if copyable(draft, desk.stands.verdict):
        return "out"
    return "drawer" if draft.is_put_away else "page"
