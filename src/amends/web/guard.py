"""The guard in front of every page: private unless the page says otherwise."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from amends.store import has_account
from amends.web.kept_form import ask_to_unlock
from amends.web.request import Request, vault_of

__all__ = ["Request", "View", "guarded", "vault_of"]

View = Callable[..., HttpResponse]


def guarded(view: View, *, is_open: bool) -> View:
    """Let a visitor through to an open page; send everyone else to unlock first."""

    @wraps(view)
    def guard(request: HttpRequest, **parts: str) -> HttpResponse:
        if is_open or vault_of(request) is not None:
            return view(request, **parts)
        if not has_account():
            return redirect(reverse("welcome"))
        return ask_to_unlock(request)

    return guard
