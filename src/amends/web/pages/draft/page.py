"""One draft: written, read by the coach, kept in the drawer, taken out if the gate allows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from http import HTTPStatus
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
    take_up,
    write,
)
from amends.store import ChangedElsewhere, Kept
from amends.web.changes import changes
from amends.web.content import gate, rules
from amends.web.gate import Standing, drafts_of, standing
from amends.web.guard import Request
from amends.web.pages.draft.reading import APOLOGY, form_of, forms, reading
from amends.web.pages.write.page import kind_names
from amends.web.people import named
from amends.web.verdicts import spoken

PATH = "write/<id:draft_id>/"
LONGEST = 200_000
"""Characters; what is longer is cut."""
LONGEST_REASON = 500


@dataclass(frozen=True)
class Desk:
    """What every action on a draft needs; `about` says which mark an action is about."""

    request: Request
    kept: Kept[Draft]
    now: datetime
    about: str = ""

    @property
    def draft(self) -> Draft:
        """Return the draft as it was kept."""
        return self.kept.record

    @cached_property
    def stands(self) -> Standing:
        """Return what the gate says about this draft."""
        draft = self.draft
        personal = is_personal(draft.text, review(draft.text, draft.kind, rules()), rules())
        return standing(self.request.vault, self.now, draft.topic, personal=personal)

    def said(self, name: str) -> str:
        """Return one field of the form that was sent."""
        return self.request.POST.get(name, "")


def view(request: Request, draft_id: bytes) -> HttpResponse:
    """Show the draft in the state it is in, or do what was asked."""
    kept, now = request.vault.get(Draft, draft_id), timezone.now()
    name, _, about = request.POST.get("action", "").partition(":")
    desk = Desk(request, kept, now, about)
    action = ACTIONS.get(name) if request.method == "POST" else None
    if action is None:
        return _page(desk)
    try:
        return action(desk)
    except ChangedElsewhere as error:
        return _page(desk, problem=f"{error.problem} {error.hint}")
    except Closed:
        return _page(desk)
    except ContactError as error:
        return _page(desk, problem=f"{error.problem} {error.hint}")


def _keep(desk: Desk, draft: Draft) -> Kept[Draft]:
    seen = desk.said("revision")
    revision = int(seen) if seen.isdigit() else desk.kept.revision
    return desk.request.vault.put(draft, id=desk.kept.id, revision=revision)


def _written(desk: Desk) -> Draft:
    """Return the draft as the form has it; it is kept only by what asks for that."""
    if "text" not in desk.request.POST:
        return desk.draft
    text = desk.said("text")[:LONGEST].replace("\r\n", "\n")
    draft = write(desk.draft, text, desk.now, topic=desk.said("topic"))
    if draft.kind != APOLOGY:
        return draft
    return replace(
        draft,
        form=form_of(replace(draft, form=desk.said("shape")))["id"],
        heard=desk.said("heard") == "yes",
        said_no=desk.said("said_no") == "yes",
    )


def _look(desk: Desk) -> HttpResponse:
    """Answer a pause in typing with marks for what stands there now; nothing is kept."""
    if _face(desk) != AT_DESK:
        return HttpResponse(status=HTTPStatus.CONFLICT)
    now = replace(desk, kept=replace(desk.kept, record=_written(desk)))
    context = {**reading(now.draft, now.stands), "is_live": True}
    return render(desk.request, "draft/look.html", context)


def _check(desk: Desk) -> HttpResponse:
    if not desk.said("text").strip():
        return _page(desk, is_empty=True)
    _keep(desk, _written(desk))
    return _to_marks(desk)


def _to_marks(desk: Desk) -> HttpResponse:
    return HttpResponseRedirect(reverse("draft", args=[desk.kept.id]) + "#read")


def _just_keep(desk: Desk) -> HttpResponse:
    _keep(desk, _written(desk))
    return redirect("write")


def _put_away(desk: Desk) -> HttpResponse:
    urge = desk.said("urge")
    if not urge.isdigit():
        return _page(desk, urge_missing=True)
    _keep(desk, put_away(_written(desk), int(urge), desk.now))
    return redirect("draft", draft_id=desk.kept.id)


def _dismiss(desk: Desk) -> HttpResponse:
    label, quote, reason = (desk.said(f"{part}.{desk.about}") for part in MARK)
    draft = _written(desk)
    if label in rules().titles:
        draft = dismiss(draft, label, quote.replace("\r\n", "\n"), reason.strip()[:LONGEST_REASON])
    _keep(desk, draft)
    return _to_marks(desk)


def _take_up(desk: Desk) -> HttpResponse:
    draft, aside = _written(desk), dict(enumerate(desk.draft.dismissed))
    mark = aside.get(int(desk.about)) if desk.about.isdigit() else None
    _keep(desk, take_up(draft, mark.label, mark.quote) if mark else draft)
    return _to_marks(desk)


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


MARK = ("label", "quote", "reason")
"""The fields of one note in the margin; its number follows them."""
ACTIONS: dict[str, Callable[[Desk], HttpResponse]] = {
    "look": _look,
    "check": _check,
    "keep": _just_keep,
    "put-away": _put_away,
    "dismiss": _dismiss,
    "take-up": _take_up,
    "reread": _reread,
    "take-out": _take_out,
    "put-back": _put_back,
    "sent": _sent,
    "delete": _delete,
}
AT_DESK = "page"
"""The face of a draft that is still being written."""


def _page(desk: Desk, problem: str = "", **shown: bool) -> HttpResponse:
    face = _face(desk)
    context: dict[str, Any] = {
        "draft": desk.draft,
        "id": desk.kept.id,
        "revision": desk.kept.revision,
        "problem": problem,
        **shown,
        "kind": kind_names()[desk.draft.kind],
        "verdict": spoken(desk.stands.verdict),
        "is_allowed": desk.stands.verdict.allowed,
        "people": named(desk.request.vault),
        **(_desk_words(desk) if face == AT_DESK else _drawer_words(desk)),
    }
    return render(desk.request, f"draft/{face}.html", context)


def _desk_words(desk: Desk) -> dict[str, Any]:
    draft = _written(desk)
    return {
        **reading(draft, desk.stands),
        "topics": desk.stands.verdict.topics,
        "scale": [str(number) for number in range(11)],
        "forms": forms() if draft.kind == APOLOGY else [],
        "form": form_of(draft)["id"],
    }


def _drawer_words(desk: Desk) -> dict[str, Any]:
    draft, answer = desk.draft, desk.stands.verdict
    return {
        "may_leave": draft.may_leave(answer, desk.now),
        "opens": draft.opens(answer),
        "changes": changes(draft.first_text, draft.text) if draft.is_put_away else [],
        "channels": gate().channels.items(),
        "now": desk.now,
    }


def _face(desk: Desk) -> str:
    draft = desk.draft
    if draft.sent:
        return "sent"
    if not draft.is_put_away:
        return AT_DESK
    return "out" if copyable(draft, desk.stands.verdict) else "drawer"
