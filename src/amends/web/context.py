"""What every page is given: the menu, the footer, whether it is unlocked."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from amends.store import StoreError, Vault, has_account, has_space
from amends.web import cookie
from amends.web.content import words
from amends.web.crisis import Band, band_of
from amends.web.discretion import Discretion, chosen
from amends.web.request import vault_of


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Return the names that `base.html` needs."""
    vault = vault_of(request)
    return _shown(vault) | {
        "is_unlocked": vault is not None,
        "has_left": cookie.has_left(request),
        "menu": [
            {"path": path, "label": label, "here": _is_here(request.path, path)}
            for path, label in _menu(vault)
        ],
        "is_urge": request.path == "/urge/",
        "footer": words("welcome")["footer"]["line"],
        "right_now": words("crisis")["short"],
        "band": _band(request, vault),
    }


def _band(request: HttpRequest, vault: Vault | None) -> Band | None:
    """Return what stands at the head of every page in a danger; trouble below takes it away.

    Where two look at one screen it would tell the other.
    """
    try:
        band = band_of(vault, timezone.now()) if vault else None
        return None if band and cookie.is_shared_screen(request) else band
    except StoreError:
        return None


def _shown(vault: Vault | None) -> dict[str, Any]:
    """Return what titles tell, and when to lock; pages that tell of trouble have to come up too."""
    try:
        choice = chosen(vault)
        is_named = not choice.is_neutral if vault else not has_account()
    except StoreError:
        choice, is_named = Discretion(is_neutral=True), False
    return {
        "is_neutral": choice.is_neutral or vault is None,
        "is_named": is_named,
        "idle_minutes": choice.idle_minutes,
        "has_urge_key": choice.has_urge_key and vault is not None,
    }


def _menu(vault: Vault | None) -> list[tuple[str, str]]:
    return [
        ("/", _("Today")),
        ("/path/", _("Path")),
        ("/write/", _("Write")),
        *([("/ours/", _("Us"))] if _shares(vault) else []),
        ("/help/", _("Help")),
    ]


def _shares(vault: Vault | None) -> bool:
    """Say whether there is a shared space; pages that tell of trouble have to come up too."""
    try:
        return vault is not None and has_space(vault)
    except StoreError:
        return False


def _is_here(here: str, path: str) -> bool:
    return here == path if path == "/" else here.startswith(path)
