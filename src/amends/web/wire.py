"""Connections under TLS. Waitress speaks none itself; Python's own `ssl` stands in between.

As with connections in the clear, nothing ever waits: a browser that says nothing, or speaks slowly,
holds up nobody but itself.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from socket import socket
from ssl import (
    PROTOCOL_TLS_SERVER,
    SSLContext,
    SSLSocket,
    SSLWantReadError,
    SSLWantWriteError,
    TLSVersion,
)
from threading import Lock
from typing import Any

from amends.store import StoreError
from amends.web.serve import Channel

LARGEST_RECORD = 2**14
"""Bytes that TLS carries in one piece (RFC 8446, 5.1). Taken whole, none of them stays behind
inside, where nothing shows that there is something to read."""
_NOT_YET = (SSLWantReadError, SSLWantWriteError)


class UnusableCertificate(StoreError):
    """What was given as certificate and key is none, or the two do not belong together."""

    problem = "This certificate and key cannot be used."
    hint = "Give the two files of one certificate, as PEM; the key without a passphrase."


def context_of(certificate: Path, key: Path) -> SSLContext:
    """Return how connections are sealed with these two PEM files. Raises UnusableCertificate.

    TLS 1.3 alone: every browser since 2020 speaks it, and it has no weak choices left.
    """
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.minimum_version = TLSVersion.TLSv1_3
    try:
        context.load_cert_chain(certificate, key, password="")  # "": never ask at the terminal
    except OSError:
        raise UnusableCertificate from None
    return context


def sealed_by(context: SSLContext) -> Callable[..., None]:
    """Return how waitress is to take a new connection."""

    def take(server: object, connection: socket, *of_waitress: object, **more: object) -> None:
        with suppress(OSError):  # a browser that has gone already
            wire = context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
            _Sealed(server, wire, *of_waitress, **more)

    return take


class _Sealed(Channel):
    """One connection under TLS; the greeting happens with the first bytes that are read."""

    socket: SSLSocket

    def __init__(self, *arguments: Any, **more: Any) -> None:  # noqa: ANN401 - waitress has no types
        """Begin; threads take turns, because OpenSSL takes one of them at a time."""
        self._turn = Lock()
        super().__init__(*arguments, **more)

    def handle_read(self) -> None:
        """Take what has come, once enough is there to open it."""
        try:
            with self._turn:
                data = self.socket.recv(LARGEST_RECORD)
        except _NOT_YET:
            return
        except OSError:  # no TLS at all, a certificate that was not accepted, a broken line
            data = b""
        if data:
            self.last_activity = time.time()
            self.received(data)
        else:
            self.handle_close()

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Send what fits, and return how many bytes of it are on their way."""
        try:
            with self._turn:
                return self.socket.send(data)
        except _NOT_YET:
            return 0
        except OSError:
            if do_close:
                self.handle_close()
            return 0
