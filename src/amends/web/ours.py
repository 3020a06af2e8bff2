"""The one place where pages ask whether what two do together is open (FEATURES.md, rule 9)."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.contact import Verdict
from amends.store import Shared, Space, StoreError, Vault, leave_space, narrow_session, space_of
from amends.together import Away, Compared, Consents, Signs, Stage, Start, stage
from amends.web import cookie
from amends.web.content import words
from amends.web.gate import standing
from amends.web.joint import is_together, usable_tools
from amends.web.releasing import both_finished, follow, release_when_both
from amends.web.request import Request, vault_of
from amends.web.verdicts import spoken

__all__ = [
    "START",
    "Ours",
    "SharedRequest",
    "Tool",
    "closed",
    "for_two",
    "in_step",
    "is_together",
    "keep_in_step",
    "leave_behind",
    "ours_of",
    "share_screen",
    "tools",
]

START = "start"
"""What both write before any tool opens."""
Handler = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Tool:
    """One thing that two can do together; `page` is the name of its page."""

    id: str
    page: str
    title: str
    line: str


@dataclass(frozen=True)
class Ours:
    """What one member sees of the shared space now."""

    space: Space = field(repr=False)
    stage: Stage
    mine: frozenset[str]
    theirs: frozenset[str] = field(repr=False)

    @property
    def open_tools(self) -> frozenset[str]:
        """The tools that can be used now."""
        return usable_tools(self.stage, self.mine, self.theirs)


class SharedRequest(Request):
    """A request for a tool that is open: the space is there, with both in it."""

    ours: Ours


@cache
def tools() -> tuple[Tool, ...]:
    """Return everything that two can do together, in the order of its content."""
    return tuple(Tool(**one) for one in words("together/tools")["tool"])


def ours_of(vault: Vault, now: datetime) -> Ours | None:
    """Return the shared space as it stands; None when there is none."""
    every = space_of(vault, now)
    if every is None:
        return None
    space, known = every.current, every.membership
    is_away = bool(space.all(Away))
    started = both_finished(space, START) if is_away else _given_when_both(space)
    signs = Signs(
        is_shared=space.is_shared,
        joined=known.joined,
        is_invited=bool(known.code) and not known.partner,
        mine_compared=bool(space.mine(Compared)),
        theirs_compared=bool(space.theirs(Compared)),
        anyone_away=is_away,
        both_started=started,
    )
    return Ours(
        space, stage(signs, now), _wanted(space.mine(Consents)), _wanted(space.theirs(Consents))
    )


def _given_when_both(space: Space) -> bool:
    """Give one's own answers when both are written; while someone is away, nothing is given."""
    return release_when_both(space, START, space.vault.all(Start))


def _wanted(consents: list[Shared[Consents]]) -> frozenset[str]:
    return frozenset(consents[-1].item.tools) if consents else frozenset()


def keep_in_step(vault: Vault, now: datetime) -> None:
    """Leave a sign in the space while this member's own gate is closed, and take it away again.

    The sign gives no reason. It closes every tool for both.
    """
    every = space_of(vault, now)
    if every is None or not every.is_shared:
        return
    space = every.current
    follow(every)
    away, is_here = space.mine(Away), is_together(standing(vault, now).verdict)
    if is_here:
        for one in away:
            space.delete(Away, one.id)
    elif not away:
        space.put(Away())


def leave_behind(vault: Vault, now: datetime) -> None:
    """Leave the space before the vault goes; trouble with it must not keep anyone from going."""
    with suppress(StoreError):
        leave_space(vault, now)


def in_step(get_response: Handler) -> Handler:
    """After every form, let the shared space know whether this member's gate is open."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        vault = vault_of(request)
        if request.method == "POST" and vault is not None:
            with suppress(StoreError):  # what was asked for is done; the next form tries again
                keep_in_step(vault, timezone.now())
        return response

    return handle


def for_two(view: View, tool: str) -> View:
    """Let through to a page for two: the gate says together, and if it names a tool, both want it.

    A page declares this by `TOOL`, the id of a tool, or an empty text for what one does alone for
    both. Nothing else leads to such a page.
    """

    @wraps(view)
    def guard(request: Request, **parts: str) -> HttpResponse:
        now = timezone.now()
        answer = standing(request.vault, now).verdict
        if not is_together(answer):
            return closed(request, answer)
        if not tool:
            return view(request, **parts)
        ours = ours_of(request.vault, now)
        if ours is None or tool not in ours.open_tools:
            return closed(request)
        request.ours = ours  # type: ignore[attr-defined]
        return view(request, **parts)

    return guard


def share_screen(request: Request, tool: str) -> None:
    """Open nothing but this tool in this browser until someone unlocks again: two look at it."""
    narrow_session(cookie.session_of(request), tool)


def closed(request: Request, answer: Verdict | None = None) -> HttpResponse:
    """Show that this is closed: by one's own gate with its reason, or for both without any.

    Where two look at one screen no reason is told: the other would read it.
    """
    is_told = answer is not None and not cookie.is_shared_screen(request)
    context = {
        "text": words("together/ours")["closed"],
        "verdict": spoken(answer) if answer and is_told else None,
    }
    return render(request, "together_closed.html", context, status=403)
