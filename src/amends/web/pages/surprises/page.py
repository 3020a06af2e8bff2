"""Small surprises: what they like and how one knows, what might be done today, what is planned."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format

from amends.store import Kept, Space, Vault
from amends.together import (
    Gesture,
    Like,
    Suggestion,
    Surprise,
    free_days,
    load_surprises,
)
from amends.web.content import LANGUAGE, words
from amends.web.guard import Request
from amends.web.newest import SHOWN
from amends.web.open_space import open_space
from amends.web.pages.surprises.acts import act
from amends.web.pages.surprises.forms import LessForm, LikeForm
from amends.web.releasing import given
from amends.web.surprising import caps_of, restraint_of, todays

PATH = "surprises/"
TOOL = ""


@dataclass(frozen=True)
class Known:
    """One thing they like: how one knows, in words, and the question to ask about a guess."""

    kept: Kept[Like]
    how: str
    question: str


@dataclass(frozen=True)
class Given:
    """A surprise that is planned or done, and whether it is shown to the other."""

    kept: Kept[Gesture]
    surprise: Surprise
    is_shown: bool


def view(request: Request) -> HttpResponse:
    """Show today's suggestion and everything around it; do what was asked."""
    now = timezone.now()
    if request.method != "POST":
        return _page(request, now)
    if not act(request, now):
        return _page(request, now, status=422)
    return redirect("surprises")


def _page(request: Request, now: datetime, status: int = 200) -> HttpResponse:
    vault, today = request.vault, timezone.localtime(now).date()
    space = open_space(vault, now)
    found, every = todays(vault, now), _given(vault, space)
    done = sorted((one for one in every if one.kept.record.done), key=_on, reverse=True)
    context: dict[str, Any] = {
        "text": words("together/surprises-page"),
        "found": found,
        "reason": _reason(found),
        "question": load_surprises(LANGUAGE).questions[found.like.kind] if found.like else "",
        "days": free_days((one.kept.record for one in every), today),
        "planned": sorted((one for one in every if not one.kept.record.done), key=_on),
        "done": done[:SHOWN],
        "may_show": space is not None,
        "likes": [_known(kept) for kept in sorted(vault.all(Like), key=_since, reverse=True)],
        **_forms(request, today),
    }
    return render(request, "surprises/page.html", context, status=status)


def _forms(request: Request, today: date) -> dict[str, Any]:
    """Return both forms; the one about likes comes back as it was sent."""
    action, restraint = request.POST.get("action", ""), restraint_of(request.vault)
    less = {
        **vars(caps_of(request.vault)),
        "asked": restraint.asked_for_less,
        "talked": restraint.talked_on == today,
    }
    started = {"said_how": "said", "on": today}
    return {
        "form": LikeForm(request.POST if action == "like" else None, initial=started),
        "less": LessForm(None, initial=less, auto_id="less-%s"),
        "today": today,
    }


def _given(vault: Vault, space: Space | None) -> list[Given]:
    known, items = load_surprises(LANGUAGE), given(vault)
    there = {one.id for one in space.mine(Gesture)} if space else set()
    found = ((kept, known.get(kept.record.surprise)) for kept in vault.all(Gesture))
    return [Given(kept, one, items.get(kept.id.hex()) in there) for kept, one in found if one]


def _on(one: Given) -> date:
    return one.kept.record.on


def _since(kept: Kept[Like]) -> date:
    return kept.record.on


def _known(kept: Kept[Like]) -> Known:
    like = kept.record
    how = words("together/surprises-page")["known"][like.said_how]
    is_guess = like.said_how == "guessed"
    question = load_surprises(LANGUAGE).questions[like.kind] if is_guess else ""
    return Known(kept, how.format(month=_month(like)), question)


def _reason(found: Suggestion) -> str:
    like, kinds = found.like, words("together/surprises-page")["kind"]
    parts = {"what": like.what, "month": _month(like)} if like else {"what": "", "month": ""}
    kind = kinds[found.surprise.needs] if found.surprise else ""
    return load_surprises(LANGUAGE).reasons[found.reason].format(**parts, kind=kind)


def _month(like: Like) -> str:
    return date_format(like.on, "F Y")
