"""The guard in front of every page: private unless the page says otherwise."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from amends.store import has_account, narrowed_to
from amends.web import cookie
from amends.web.kept_form import ask_to_unlock
from amends.web.request import Request, hide_vault, vault_of

__all__ = ["Request", "View", "guarded", "vault_of"]

View = Callable[..., HttpResponse]


def guarded(view: View, *, is_open: bool, tool: str = "") -> View:
    """Let a visitor through to an open page; send everyone else to unlock first.

    While two people look at one screen, only the tool that they use is open on it: an open page
    shows what it shows to a visitor, and keeps nothing.
    """

    @wraps(view)
    def guard(request: HttpRequest, **parts: str) -> HttpResponse:
        if vault_of(request) is not None and not _may_be_seen(request, tool):
            hide_vault(request)
        if is_open or vault_of(request) is not None:
            return view(request, **parts)
        if not has_account():
            return redirect(reverse("welcome"))
        return ask_to_unlock(request)

    return guard


def _may_be_seen(request: HttpRequest, tool: str) -> bool:
    only = narrowed_to(cookie.session_of(request))
    return not only or only == tool
