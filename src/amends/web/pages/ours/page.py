"""The shared space: invited, compared, begun, open, left; a tool opens when both want it."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.store import StoreError, accept, accounts, invite, leave_space, take_back
from amends.together import Compared, Consents, Finished, Stage, Start
from amends.web import cookie
from amends.web.content import words
from amends.web.gate import standing
from amends.web.guard import Request
from amends.web.inviting import received
from amends.web.ours import START, Ours, closed, is_together, keep_in_step, ours_of, tools
from amends.web.releasing import finish
from amends.web.screening import ASKED_THIS_WEEK, asked_first
from amends.web.verdicts import spoken

PATH = "ours/"

Act = Callable[[Request, Ours | None], HttpResponse | None]


def view(request: Request) -> HttpResponse:
    """Show where the space stands; leaving works in every state."""
    now = timezone.now()
    if request.POST.get("action") == "leave":
        return _leave(request)
    with suppress(StoreError):  # told below, if it keeps the space from being opened
        keep_in_step(request.vault, now)
    try:
        ours = ours_of(request.vault, now)
    except StoreError as error:
        return _problem(request, None, error, is_broken=True)
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
        return _problem(request, ours, error)


def _problem(
    request: Request, ours: Ours | None, error: StoreError, *, is_broken: bool = False
) -> HttpResponse:
    """Say what went wrong; where the space itself does not open, the way out of it remains."""
    told = {"problem": error.problem, "hint": error.hint, "is_broken": is_broken}
    return _page(request, ours, status=409, **told)


def _page(request: Request, ours: Ours | None, status: int = 200, **more: object) -> HttpResponse:
    stage = ours.stage if ours else Stage.ALONE
    context = {
        "text": words("together/ours"),
        "stage": stage,
        "space": ours.space if ours else None,
        "membership": ours.space.membership if ours else None,
        "start": words("together/reconciliation"),
        "parts": _parts(request, ours),
        "is_written": bool(ours and _is_written(ours)),
        "starts": _starts(ours) if stage == Stage.OPEN else (),
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


def _start(request: Request, ours: Ours | None) -> HttpResponse | None:
    """Keep three answers; they are given when both have written, and can be changed until then.

    Where the questions about safety are due, what was written is kept, and given to nobody yet.
    """
    if ours is None or ours.stage != Stage.STARTING:
        return None
    typed = Start(*(request.POST.get(name, "").strip() for name in PARTS))
    if not all((typed.cause, typed.different, typed.know)):
        return _page(request, ours, is_missing=True, status=422)
    mine = request.vault.all(Start)
    request.vault.put(typed, id=mine[-1].id if mine else None)
    asked = asked_first(request.vault, timezone.now(), ASKED_THIS_WEEK)
    if asked is None:
        finish(ours.space, START)
    return asked


PARTS = ("cause", "different", "know")


def _parts(request: Request, ours: Ours | None) -> list[dict[str, str]]:
    """Return the three questions, each with what stands in its field."""
    if ours is None or ours.stage != Stage.STARTING:
        return []
    mine = request.vault.records(Start)
    before = mine[-1] if mine else Start("", "", "")
    return [
        {**part, "typed": request.POST.get(part["id"], getattr(before, part["id"]))}
        for part in words("together/reconciliation")["part"]
    ]


def _is_written(ours: Ours) -> bool:
    return any(one.item.about == START for one in ours.space.mine(Finished))


def _starts(ours: Ours | None) -> list[tuple[bool, Start]]:
    """Return the answers of both, with whether they are one's own."""
    return [(one.is_mine, one.item) for one in ours.space.all(Start)] if ours else []


def _leave(request: Request) -> HttpResponse:
    leave_space(request.vault, timezone.now(), taking="taking" in request.POST)
    said = words("together/ours")["leave"]["gone"]
    return cookie.remember_said(request, redirect("ours"), said)


ACTS: dict[str, Act] = {
    "invite": _invite,
    "accept": _accept,
    "take-back": _take_back,
    "compared": _compared,
    "start": _start,
    "want": _want,
}
"""What the page's buttons do; leaving is not among them, since no gate may stand before it."""
