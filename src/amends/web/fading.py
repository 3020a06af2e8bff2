"""What was written in fury goes when its time is over: as soon as amends is open after that."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from amends.practice import Fury
from amends.store import StoreError, Vault
from amends.web.request import vault_of

Handler = Callable[[HttpRequest], HttpResponse]
LOOKS_EVERY = timedelta(minutes=10)
"""It is promised for a day, so minutes do not matter; and no page waits for years of records."""
_looked: dict[bytes, datetime] = {}


def faded(get_response: Handler) -> Handler:
    """Delete what is over before the page is made; trouble with the records is told elsewhere."""

    def handle(request: HttpRequest) -> HttpResponse:
        vault, now = vault_of(request), timezone.now()
        if vault is not None and _is_due(vault.account, now):
            try:
                let_fade(vault, now)
            except StoreError:
                return get_response(request)
            _looked[vault.account] = now
        return get_response(request)

    return handle


def _is_due(account: bytes, now: datetime) -> bool:
    last = _looked.get(account)
    return last is None or not timedelta(0) <= now - last < LOOKS_EVERY


def let_fade(vault: Vault, now: datetime) -> None:
    """Delete every fury whose time is over."""
    for kept in vault.all(Fury):
        if kept.record.is_over(now):
            vault.delete(kept.id)
