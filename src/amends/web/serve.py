"""Start amends on this machine and open it in the browser."""

import socket
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from threading import Timer
from typing import Any

from django.core.wsgi import get_wsgi_application
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import create_server

from amends import store
from amends.web import bell
from amends.web.uploads import CHATS, MOST, MOST_OF_CHATS

HOST = "127.0.0.1"
FIRST_PORT = 8642
TRIES = 20
THREADS = 4
LONGEST_REQUEST = MOST
"""Bytes: room for a backup that is brought back. Django takes far less text."""
LONGEST_WITH_CHATS = 2 * MOST_OF_CHATS
"""Bytes on the page of chats; above half of it the page says so, above all of it the server."""
IN_MEMORY = 2**30
"""Bytes. Above its own limits (512 KiB in, 1 MiB out) waitress would write what a person typed, or
a whole export, in clear to a temporary file; no request and no answer comes near this one."""


def serve(port: int | None, *, open_browser: bool) -> None:
    """Prepare the data folder, lock every older session, and answer until stopped.

    A `port` of None takes the first free one from 8642 on. Raises StoreError when the folder
    cannot be used, OSError when the port is taken.
    """
    application = ready()
    listener = _listen(port)
    url = f"http://{HOST}:{listener.getsockname()[1]}/"
    server = server_for(application, listener)
    print(f"amends is open at {url}\nStop it with Ctrl+C.", flush=True)  # noqa: T201 - its one line
    bell.begin()
    if open_browser:
        Timer(0.3, webbrowser.open, [url]).start()
    until_stopped(server.run)


def ready() -> Callable[..., Any]:
    """Prepare the data folder and lock every older session; return what answers requests."""
    _leave_no_core_dump()
    application = get_wsgi_application()
    store.prepare()
    store.end_all_sessions()
    return application


class _Request(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """A request as it comes in: longer ones are taken on one page alone."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head, before the length of what follows is held against the limit."""
        super().parse_header(header_plus)
        if self.path == CHATS:
            self.adj = copy(self.adj)  # type: ignore[has-type]
            self.adj.max_request_body_size = LONGEST_WITH_CHATS


class Channel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """One connection of a browser."""

    parser_class = _Request


def server_for(
    application: Callable[..., Any],
    listener: socket.socket,
    channel: Callable[..., Any] = Channel,
    **more: object,
) -> Any:  # noqa: ANN401 - waitress has no types
    """Return a server that writes nothing to disk, answers briefly, and does not name itself.

    `more` goes to waitress as it is.
    """
    server = create_server(
        application,
        sockets=[listener],
        threads=THREADS,
        ident=None,
        max_request_body_size=LONGEST_REQUEST,
        inbuf_overflow=IN_MEMORY,
        outbuf_overflow=IN_MEMORY,
        **more,
    )
    server.channel_class = channel
    return server


def _leave_no_core_dump() -> None:
    """A crash must not write the keys to disk; Windows makes no such file by itself."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _listen(port: int | None) -> socket.socket:
    candidates = [port] if port is not None else range(FIRST_PORT, FIRST_PORT + TRIES)
    for candidate in candidates:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, candidate))
        except OSError:
            listener.close()
            continue
        listener.listen(128)
        return listener
    raise PortTaken


class PortTaken(store.StoreError):
    """Another program answers at this port."""

    problem = "Another program is using this port."
    hint = "Choose another one with --port, or leave it out."


def until_stopped(run: Callable[[], None]) -> None:
    """Answer until Ctrl+C."""
    try:
        run()
    except KeyboardInterrupt:
        sys.stdout.write("\n")
