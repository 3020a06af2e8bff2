"""Serve other devices: two people at home, or the accounts of a practice.

Nothing is said in the clear but to this machine itself: either the connections are under TLS, or a
proxy on this machine takes them so.
"""

import errno
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from ssl import SSLContext
from typing import Any

from django.conf import settings

from amends import store
from amends.web.serve import PortTaken, ready, server_for, until_stopped
from amends.web.wire import sealed_by

YEAR = 365 * 24 * 60 * 60
"""Seconds; the least that ASVS 5.0 asks of Strict-Transport-Security (V3.4.1)."""
COOKIES = ("KEY_COOKIE", "WAY_COOKIE", "LEFT_COOKIE", "SAID_COOKIE", "CSRF_COOKIE_NAME")
HOST_ONLY = "__Host-"
"""A browser takes a cookie of such a name over https alone, so that nobody who answers in the clear
under our name can set one (RFC 6265bis, 4.1.3.2)."""

Address = IPv4Address | IPv6Address


@dataclass(frozen=True)
class Place:
    """Where amends answers, under which names, and how its connections are sealed.

    `names` are as a browser's address has them. Without a `context` a proxy on this machine seals,
    if `is_behind_proxy`; else this machine alone is served. A certificate `is_vouched_for` when
    somebody else than its owner has signed it.
    """

    address: Address
    port: int
    names: Sequence[str]
    context: SSLContext | None = None
    is_vouched_for: bool = False
    is_behind_proxy: bool = False

    @property
    def is_sealed(self) -> bool:
        """Whether browsers come over https."""
        return self.context is not None or self.is_behind_proxy


def serve(place: Place, told: Callable[[int], str]) -> None:
    """Prepare the data, lock every older session, and answer until stopped.

    `told` is asked what to say once the port is known. Raises StoreError.
    """
    listener = _listen(place)
    for name, value in settings_for(place).items():  # before the application reads them
        setattr(settings, name, value)
    server = hosted_server(place, ready(), listener)
    print(told(listener.getsockname()[1]), flush=True)  # noqa: T201 - its few lines
    until_stopped(server.run)


def settings_for(place: Place) -> dict[str, object]:
    """Return what changes in Django's settings, by name."""
    changed: dict[str, object] = {
        "SERVES_OTHERS": True,
        "ALLOWED_HOSTS": [*settings.ALLOWED_HOSTS, *place.names],
    }
    if place.is_sealed:
        changed |= {name: HOST_ONLY + getattr(settings, name) for name in COOKIES}
        changed |= {"ONLY_HTTPS": True, "CSRF_COOKIE_SECURE": True}
    if place.is_vouched_for:
        # Under a certificate of one's own it would say nothing (RFC 6797, 8.1), until someone has
        # a device trust it: then no warning could be passed any more once the certificate ends.
        changed["SECURE_HSTS_SECONDS"] = YEAR
    return changed


def hosted_server(place: Place, application: Callable[..., Any], listener: socket.socket) -> Any:  # noqa: ANN401 - waitress has no types
    """Return a server for this place."""
    if place.context:
        return server_for(application, listener, sealed_by(place.context), url_scheme="https")
    if place.is_behind_proxy:
        return server_for(
            application,
            listener,
            trusted_proxy=str(place.address),
            trusted_proxy_headers={"x-forwarded-proto"},
            trusted_proxy_count=1,
        )
    return server_for(application, listener)


def _listen(place: Place) -> socket.socket:
    family = socket.AF_INET6 if place.address.version == 6 else socket.AF_INET  # noqa: PLR2004 - IPv6
    try:
        return socket.create_server((str(place.address), place.port), family=family, backlog=128)
    except OSError as error:
        raise _REASONS.get(error.errno or 0, AddressElsewhere) from None


class AddressElsewhere(store.StoreError):
    """This machine does not have the address."""

    problem = "This machine cannot answer at this address."
    hint = "The settings of its network say which address it has; 0.0.0.0 is every one."


class PortKept(store.StoreError):
    """The system keeps the port for its administrator."""

    problem = "This port is kept for the administrator of this machine."
    hint = "Choose one above 1023 with --port."


_REASONS = {errno.EADDRINUSE: PortTaken, errno.EACCES: PortKept}
