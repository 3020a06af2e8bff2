"""The browser's half of the key: one HttpOnly cookie, gone when the browser closes."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from amends.store import Vault, begin_session, end_all_sessions, end_session
from amends.web.guard import vault_of


def read(request: HttpRequest) -> tuple[str, bytes] | None:
    """Return the session id and the cookie key (32 bytes), or None when there is no such cookie."""
    session_id, _, key = request.COOKIES.get(settings.KEY_COOKIE, "").partition(".")
    try:
        cookie_key = urlsafe_b64decode(key.encode())
    except (NotBase64, ValueError):
        return None
    return (session_id, cookie_key) if session_id and len(cookie_key) == 32 else None  # noqa: PLR2004 - VAULT.md


def unlock(request: HttpRequest, response: HttpResponse, vault: Vault) -> HttpResponse:
    """Begin a new session for this vault; an older one of this browser ends."""
    _end(request)
    session_id, cookie_key = begin_session(vault)
    response.set_cookie(
        settings.KEY_COOKIE,
        f"{session_id}.{urlsafe_b64encode(cookie_key).decode()}",
        httponly=True,
        samesite="Strict",
        secure=request.is_secure(),
    )
    return response


def lock(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """End every session of the account, in other browsers too, and drop this one's half of the key."""
    vault = vault_of(request)
    if vault:
        end_all_sessions(vault.account)
    _end(request)
    response.delete_cookie(settings.KEY_COOKIE, samesite="Strict")
    return response


def _end(request: HttpRequest) -> None:
    carried = read(request)
    if carried:
        end_session(carried[0])
