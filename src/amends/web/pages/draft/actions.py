"""What can be done with a draft: one short function for each button."""

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from amends.contact import (
    Closed,
    dismiss,
    mark_sent,
    put_away,
    put_back,
    rate_urge,
    reread,
    take_out,
    take_up,
)
from amends.web.content import rules
from amends.web.gate import drafts_of
from amends.web.marks import STOP
from amends.web.pages.draft.desk import AT_DESK, SCALE, Desk, face, keep, page, written
from amends.web.pages.draft.reading import reading

LONGEST_REASON = 500
"""Characters; what is longer is cut."""
MARK = ("label", "quote", "reason")
"""The fields of one note in the margin; its number follows them."""


def _look(desk: Desk) -> HttpResponse:
    """Answer a pause in typing with marks for what stands there now; nothing is kept."""
    if face(desk) != AT_DESK:
        return HttpResponse(status=HTTPStatus.CONFLICT)
    now = replace(desk, kept=replace(desk.kept, record=written(desk)))
    context = {**reading(now.draft, now.stands), "is_live": True}
    return render(desk.request, "draft/look.html", context)


def _check(desk: Desk) -> HttpResponse:
    if not desk.said("text").strip():
        return page(desk, is_empty=True)
    keep(desk, written(desk))
    return _to_marks(desk)


def _to_marks(desk: Desk) -> HttpResponse:
    return HttpResponseRedirect(reverse("draft", args=[desk.kept.id]) + "#read")


def _just_keep(desk: Desk) -> HttpResponse:
    keep(desk, written(desk))
    return redirect("write")


def _hold(desk: Desk) -> HttpResponse:
    """Keep what stands when its tab goes out of sight; the page goes on with the new revision."""
    if face(desk) != AT_DESK:
        return HttpResponse(status=HTTPStatus.CONFLICT)
    kept = keep(desk, written(desk))
    return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Revision": str(kept.revision)})


def _put_away(desk: Desk) -> HttpResponse:
    keep(desk, put_away(written(desk), _urge(desk), desk.now))
    return redirect("draft", draft_id=desk.kept.id)


def _urge(desk: Desk) -> int | None:
    said = desk.said("urge")
    return int(said) if said in SCALE else None


def _rate_urge(desk: Desk) -> HttpResponse:
    urge = _urge(desk)
    if urge is None:
        return page(desk, urge_missing=True)
    keep(desk, rate_urge(desk.draft, urge))
    return redirect("draft", draft_id=desk.kept.id)


def _dismiss(desk: Desk) -> HttpResponse:
    fields = (desk.said(f"{part}.{desk.about}") for part in MARK)
    label, quote, reason = (field.replace("\r\n", "\n") for field in fields)
    draft, rule = written(desk), rules().by_label.get(label)
    if rule and rule.file.severity == STOP and not reason.strip():
        return page(desk, unsaid=(label, quote))
    if rule:
        draft = dismiss(draft, label, quote, reason.strip()[:LONGEST_REASON])
    keep(desk, draft)
    return _to_marks(desk)


def _take_up(desk: Desk) -> HttpResponse:
    draft, aside = written(desk), dict(enumerate(desk.draft.dismissed))
    mark = aside.get(int(desk.about)) if desk.about.isdecimal() else None
    keep(desk, take_up(draft, mark.label, mark.quote) if mark else draft)
    return _to_marks(desk)


def _reread(desk: Desk) -> HttpResponse:
    keep(desk, reread(desk.draft, desk.said("wanted") == "yes", desk.now))
    return redirect("draft", draft_id=desk.kept.id)


def _take_out(desk: Desk) -> HttpResponse:
    others = [kept.record for kept in drafts_of(desk.request.vault) if kept.id != desk.kept.id]
    keep(desk, take_out(desk.draft, desk.stands.verdict, desk.now, others))
    return redirect("draft", draft_id=desk.kept.id)


def _put_back(desk: Desk) -> HttpResponse:
    if not desk.stands.verdict.allowed:
        raise Closed(desk.stands.verdict)
    keep(desk, put_back(desk.draft, desk.now))
    return redirect("draft", draft_id=desk.kept.id)


def _sent(desk: Desk) -> HttpResponse:
    draft, contact = mark_sent(desk.draft, desk.stands.verdict, desk.now, desk.said("channel"))
    with desk.request.vault.at_once():
        desk.request.vault.put(contact)
        keep(desk, draft)
    return redirect("draft", draft_id=desk.kept.id)


def _delete(desk: Desk) -> HttpResponse:
    desk.request.vault.delete(desk.kept.id)
    return redirect("write")


ACTIONS: dict[str, Callable[[Desk], HttpResponse]] = {
    "look": _look,
    "check": _check,
    "keep": _just_keep,
    "hold": _hold,
    "put-away": _put_away,
    "urge": _rate_urge,
    "dismiss": _dismiss,
    "take-up": _take_up,
    "reread": _reread,
    "take-out": _take_out,
    "put-back": _put_back,
    "sent": _sent,
    "delete": _delete,
}
