"""The guard in front of every page: private unless the page says otherwise."""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from amends.store import Vault, has_account
from amends.web.kept_form import ask_to_unlock

View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """A request that has passed the guard: its vault is open."""

    vault: Vault


def vault_of(request: HttpRequest) -> Vault | None:
    """Return the open vault of this request, or None while locked."""
    return cast("Vault | None", getattr(request, "vault", None))


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
