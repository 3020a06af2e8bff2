"""A request, and the vault that is open in it."""

from typing import TYPE_CHECKING, cast

from django.http import HttpRequest

if TYPE_CHECKING:  # the log's formatter comes here before Django knows its tables
    from amends.store import Vault


class Request(HttpRequest):
    """A request that has passed the guard: its vault is open."""

    vault: "Vault"


def vault_of(request: HttpRequest) -> "Vault | None":
    """Return the open vault of this request, or None while locked."""
    return cast("Vault | None", getattr(request, "vault", None))


def hide_vault(request: HttpRequest) -> None:
    """Keep the open vault from the page: someone else is looking at the screen, too."""
    request.hidden_vault = vault_of(request)  # type: ignore[attr-defined]
    request.vault = None  # type: ignore[attr-defined]


def is_hidden(request: HttpRequest) -> bool:
    """Say whether a vault is open in this window, and kept from the page."""
    return getattr(request, "hidden_vault", None) is not None


def vault_to_lock(request: HttpRequest) -> "Vault | None":
    """Return the open vault, also while it is hidden from the page; for locking it alone."""
    return vault_of(request) or cast("Vault | None", getattr(request, "hidden_vault", None))
