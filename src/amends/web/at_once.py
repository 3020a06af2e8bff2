"""Something that was saved may be a sign of danger: then the page about now comes at once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from amends.safety import Danger
from amends.store import StoreError, Vault
from amends.web.dangers import standings_of
from amends.web.request import vault_of

Handler = Callable[[HttpRequest], HttpResponse]


def answered_at_once(get_response: Handler) -> Handler:
    """Show the page about now after a form with the first sign; what was sent is saved before.

    While the danger stands already, nothing comes in between: every page carries the numbers.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        vault = vault_of(request)
        if vault is None or request.method != "POST" or _stands(vault):
            return get_response(request)
        response = get_response(request)
        led = response.headers.get("Location", "")
        if not led or led.startswith(reverse("crisis")) or not _stands(vault):
            return response
        return redirect(reverse("crisis", query={"back": led}))

    return handle


def _stands(vault: Vault) -> bool:
    """Say whether a crisis stands; where records cannot be read, the page tells of that."""
    try:
        return any(one.danger == Danger.CRISIS for one in standings_of(vault, timezone.now()))
    except StoreError:
        return False
