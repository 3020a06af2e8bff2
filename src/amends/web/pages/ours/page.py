"""The shared space: invited, waiting, compared, open, left; a tool opens when both want it."""

from collections.abc import Callable
from functools import cache

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.store import StoreError, accept, accounts, invite, take_back
from amends.together import Compared, Consents, Stage
from amends.web import cookie
from amends.web.content import words
from amends.web.gate import standing
from amends.web.guard import Request
from amends.web.inviting import received
from amends.web.ours import Ours, closed, is_together, ours_of, tools
from amends.web.screening import asked_first
from amends.web.verdicts import spoken

PATH = "ours/"

Act = Callable[[Request, Ours | None], HttpResponse | None]


def view(request: Request) -> HttpResponse:
    """Show where the space stands; leaving works in every state."""
    now = timezone.now()
    ours = ours_of(request.vault, now)
    if request.POST.get("action") == "leave":
        return _leave(request, ours)
    answer = standing(request.vault, now).verdict
    if not is_together(answer):
        verdict = spoken(answer)
        return _page(request, ours, verdict=verdict) if ours else closed(request, answer)
    act = ACTS.get(request.POST.get("action", ""))
    if act is None:
        return _page(request, ours)
    try:
        return act(request, ours) or redirect("ours")
    except StoreError as error:
        return _page(request, ours, problem=error.problem, hint=error.hint, status=409)


def _page(request: Request, ours: Ours | None, status: int = 200, **more: object) -> HttpResponse:
    stage = ours.stage if ours else Stage.ALONE
    context = {
        "text": words("together/ours"),
        "stage": stage,
        "space": ours.space if ours else None,
        "membership": ours.space.membership if ours else None,
        "phrase": _phrase(ours) if stage == Stage.COMPARING else (),
        "tools": _tools(ours),
        "alone": words("together/alone"),
        "is_invited": _is_invited(ours),
        "others": len(accounts()) > 1,
        "said": cookie.remembered_said(request),
        **more,
    }
    return cookie.forget_said(render(request, "ours/page.html", context, status=status))


def _tools(ours: Ours | None) -> list[dict[str, object]]:
    if ours is None or ours.stage != Stage.OPEN:
        return []
    return [
        {"tool": one, "is_mine": one.id in ours.mine, "is_open": one.id in ours.open_tools}
        for one in tools()
    ]


def _is_invited(ours: Ours | None) -> bool:
    """Say whether a date that the other has shown waits for an answer."""
    if ours is None or ours.stage != Stage.OPEN:
        return False
    return any(one.reply is None for one in received(ours.space, timezone.localdate()))


@cache
def _phrase_words() -> tuple[str, ...]:
    return tuple(words("together/phrase")["words"])


def _phrase(ours: Ours | None) -> tuple[str, ...]:
    return tuple(_phrase_words()[one] for one in ours.space.phrase) if ours else ()


def _invite(request: Request, _: Ours | None) -> HttpResponse:
    asked = asked_first(request.vault, timezone.now())
    if asked:
        return asked
    code = invite(request.vault, timezone.now())
    return _page(request, ours_of(request.vault, timezone.now()), code=code)


def _accept(request: Request, _: Ours | None) -> HttpResponse | None:
    asked = asked_first(request.vault, timezone.now())
    if asked:
        return asked
    accept(request.vault, request.POST.get("code", ""), timezone.now())
    return None


def _take_back(request: Request, _: Ours | None) -> None:
    take_back(request.vault)


def _compared(_: Request, ours: Ours | None) -> None:
    if ours and ours.stage == Stage.COMPARING:
        ours.space.put(Compared(timezone.now()))


def _want(request: Request, ours: Ours | None) -> None:
    if ours is None or ours.stage != Stage.OPEN:
        return
    wanted = request.POST.get("wanted") == "yes"
    known = {one.id for one in tools()}
    tool = request.POST.get("tool", "")
    if tool not in known:
        return
    mine = ours.space.mine(Consents)
    if mine:
        changed = mine[-1].item.with_tool(tool, wanted=wanted)
        ours.space.put(changed, id=mine[-1].id, revision=mine[-1].revision)
    else:
        ours.space.put(Consents().with_tool(tool, wanted=wanted))


def _leave(request: Request, ours: Ours | None) -> HttpResponse:
    if ours:
        ours.space.leave(timezone.now(), taking="taking" in request.POST)
    said = words("together/ours")["leave"]["gone"]
    return cookie.remember_said(request, redirect("ours"), said)


ACTS: dict[str, Act] = {
    "invite": _invite,
    "accept": _accept,
    "take-back": _take_back,
    "compared": _compared,
    "want": _want,
}
"""What the page's buttons do; leaving is not among them, since no gate may stand before it."""
