"""A draft on the desk: what was sent with a form, and the page that shows how it stands."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from amends.coach import Review, is_personal
from amends.contact import Draft, copyable, write
from amends.store import Kept
from amends.web.changes import changes
from amends.web.content import gate, reviewed, rules
from amends.web.gate import Standing, standing
from amends.web.guard import Request
from amends.web.pages.draft.reading import (
    APOLOGY,
    beside,
    form_of,
    forms,
    reading,
    sounds_like_danger,
)
from amends.web.pages.write.page import heading
from amends.web.people import named
from amends.web.verdicts import spoken

LONGEST = 200_000
"""Characters; what is longer is cut."""
AT_DESK = "page"
"""The face of a draft that is still being written."""
SCALE = tuple(str(number) for number in range(11))
"""How strong the urge to send a draft can be."""


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
    def review(self) -> Review:
        """Return what the coach says about the draft as it was kept."""
        return reviewed(self.draft.text, self.draft.kind)

    @cached_property
    def stands(self) -> Standing:
        """Return what the gate says about this draft."""
        draft = self.draft
        personal = is_personal(draft.text, self.review, rules(), draft.topic)
        return standing(self.request.vault, self.now, draft.topic, personal=personal)

    def said(self, name: str) -> str:
        """Return one field of the form that was sent."""
        return self.request.POST.get(name, "")


def keep(desk: Desk, draft: Draft) -> Kept[Draft]:
    """Keep the draft; raises ChangedElsewhere when the form was made for an older one."""
    seen = desk.said("revision")
    revision = int(seen) if seen.isdecimal() else desk.kept.revision
    draft = replace(draft, sounds_like_danger=sounds_like_danger(reviewed(draft.text, draft.kind)))
    return desk.request.vault.put(draft, id=desk.kept.id, revision=revision)


def written(desk: Desk) -> Draft:
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


def page(desk: Desk, problem: str = "", **shown: bool | tuple[str, str]) -> HttpResponse:
    """Show the draft as it stands, with what was typed and could not be kept."""
    shown_as = face(desk)
    context: dict[str, Any] = {
        "draft": desk.draft,
        "id": desk.kept.id,
        "revision": desk.kept.revision,
        "problem": problem,
        **shown,
        "kind": heading(desk.draft, is_practical=bool(desk.stands.verdict.topics)),
        "verdict": spoken(desk.stands.verdict),
        "is_allowed": desk.stands.verdict.allowed,
        "people": named(desk.request.vault),
        "scale": SCALE,
        **(_desk_words(desk) if shown_as == AT_DESK else _drawer_words(desk)),
    }
    return render(desk.request, f"draft/{shown_as}.html", context)


def _desk_words(desk: Desk) -> dict[str, Any]:
    draft = written(desk)
    return {
        **reading(draft, desk.stands),
        "topics": desk.stands.verdict.topics,
        "forms": forms() if draft.kind == APOLOGY else [],
        "form": form_of(draft)["id"],
    }


def _drawer_words(desk: Desk) -> dict[str, Any]:
    draft, answer = desk.draft, desk.stands.verdict
    return {
        "may_leave": draft.may_leave(answer, desk.now),
        "opens": draft.opens(answer),
        "has_danger": sounds_like_danger(desk.review),
        "beside": beside(draft, desk.review, answer),
        "changes": changes(draft.first_text, draft.text) if draft.is_put_away else [],
        "channels": gate().channels.items(),
        "now": desk.now,
    }


def face(desk: Desk) -> str:
    """Return how a draft is shown: being written, in the drawer, taken out, or sent."""
    draft = desk.draft
    if draft.sent:
        return "sent"
    if not draft.is_put_away:
        return AT_DESK
    return "out" if copyable(draft, desk.stands.verdict) else "drawer"
