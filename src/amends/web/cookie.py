"""The browser's half of the key: one HttpOnly cookie, gone when the browser closes."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from amends.store import Vault, begin_session, end_all_sessions, end_session, hold, narrowed_to
from amends.web import bell
from amends.web.carrying import arrived, carry
from amends.web.discretion import chosen
from amends.web.request import vault_of, vault_to_lock

NOBODY = bytes(16)
"""In place of an account, where something is carried for whoever unlocks."""


def read(request: HttpRequest) -> tuple[str, bytes] | None:
    """Return the session id and the cookie key (32 bytes), or None when there is no such cookie."""
    session_id, _, rest = request.COOKIES.get(settings.KEY_COOKIE, "").partition(".")
    key = rest.partition(".")[0]
    try:
        cookie_key = urlsafe_b64decode(key.encode())
    except (NotBase64, ValueError):
        return None
    return (session_id, cookie_key) if session_id and len(cookie_key) == 32 else None  # noqa: PLR2004 - VAULT.md


def session_of(request: HttpRequest) -> str:
    """Return the id of this browser's session, or an empty text."""
    carried = read(request)
    return carried[0] if carried else ""


def is_shared_screen(request: HttpRequest) -> bool:
    """Say whether two people look at this window: then nothing about its owner alone is told."""
    return bool(narrowed_to(session_of(request)))


def last_account(request: HttpRequest) -> bytes | None:
    """Return whose session this browser had last, also when it has ended; None when it was locked.

    The id is not secret. A false one does no harm: what is carried opens for that account alone.
    """
    account = request.COOKIES.get(settings.KEY_COOKIE, "").rpartition(".")[2]
    try:
        known = bytes.fromhex(account)
    except ValueError:
        return None
    return known if len(known) == len(NOBODY) else None


def unlock(
    request: HttpRequest, response: HttpResponse, vault: Vault, holding: bytes = b""
) -> HttpResponse:
    """Begin a new session for this vault; an older one of this browser ends.

    `holding` waits in the session, sealed, until a page asks for it.
    """
    _end(request)
    bell.learn(vault)
    session_id, cookie_key = begin_session(vault, idle_minutes=chosen(vault).idle_minutes)
    if holding:
        hold(vault, session_id, holding)
    key = urlsafe_b64encode(cookie_key).decode()
    _set(request, response, settings.KEY_COOKIE, f"{session_id}.{key}.{vault.account.hex()}")
    for name in (settings.WAY_COOKIE, settings.LEFT_COOKIE):
        response.delete_cookie(name, samesite="Strict")
    return response


def lock(request: HttpRequest, response: HttpResponse, *, here_only: bool = False) -> HttpResponse:
    """End every session of the account, in other browsers too, and drop this one's half of the key.

    `here_only` ends this browser's session alone, as when nobody touched it for a while. What is
    left in the cookie says whose it was, so that a form sent from another window is held for them.
    """
    account = last_account(request)
    _drop_keys(request, here_only=here_only)
    if account:
        _set(request, response, settings.KEY_COOKIE, f"..{account.hex()}")
    return response


def leave(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Lock in a hurry; until the next unlocking, Back leads to the neutral page."""
    _drop_keys(request)
    response.delete_cookie(settings.KEY_COOKIE, samesite="Strict")
    _set(request, response, settings.LEFT_COOKIE, "1")
    return response


def has_left(request: HttpRequest) -> bool:
    """Whether the last thing done in this browser was to leave in a hurry."""
    return settings.LEFT_COOKIE in request.COOKIES


def remember_way(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Keep the page that was asked for out of the address, which the browser would list."""
    _set(request, response, settings.WAY_COOKIE, carry(NOBODY, request.path.encode()))
    return response


def remembered_way(request: HttpRequest) -> str:
    """Return the page that was asked for while locked, or an empty text."""
    way = arrived(NOBODY, request.COOKIES.get(settings.WAY_COOKIE, ""))
    return way.decode() if way else ""


def remember_said(request: HttpRequest, response: HttpResponse, said: str) -> HttpResponse:
    """Keep what a button said out of the address, which the browser would list."""
    _set(request, response, settings.SAID_COOKIE, carry(_account(request), said.encode()))
    return response


def remembered_said(request: HttpRequest) -> str:
    """Return what a button said a moment ago, or an empty text."""
    said = arrived(_account(request), request.COOKIES.get(settings.SAID_COOKIE, ""))
    return said.decode() if said else ""


def forget_said(response: HttpResponse) -> HttpResponse:
    """Show what was said once, and no second time."""
    response.delete_cookie(settings.SAID_COOKIE, samesite="Strict")
    return response


def _account(request: HttpRequest) -> bytes:
    vault = vault_of(request)
    return vault.account if vault else NOBODY


def _set(request: HttpRequest, response: HttpResponse, name: str, value: str) -> None:
    secure = request.is_secure()
    response.set_cookie(name, value, httponly=True, samesite="Strict", secure=secure)


def _drop_keys(request: HttpRequest, *, here_only: bool = False) -> None:
    vault = vault_to_lock(request)
    if vault and not here_only:
        end_all_sessions(vault.account)
    _end(request)


def _end(request: HttpRequest) -> None:
    carried = read(request)
    if carried:
        end_session(carried[0])
