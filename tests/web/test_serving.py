"""The server in front of the pages: what it writes to disk, and what it makes of odd requests."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import pytest

from amends.web.serve import LONGEST_REQUEST, server_for
from tests.web.browser import Server

LONG = 3 * 2**20
Application = Callable[[dict[str, Any], Callable[..., Any]], list[bytes]]


def counting(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Answer how many bytes came, and then three million bytes more."""
    came = len(environ["wsgi.input"].read())
    answer = f"{came} came\n".encode().ljust(LONG, b".")
    start_response("200 OK", [("Content-Length", str(len(answer)))])
    return [answer]


@contextmanager
def serving(application: Application) -> Iterator[int]:
    """Serve an application as amends serves its own; yields the port."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = server_for(application, listener)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.trigger.pull_trigger(server.close)
        thread.join(10)


def said(port: int, *parts: bytes) -> bytes:
    """Send bytes as they are; return all that comes back until the server hangs up."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as wire:
        for part in parts:
            wire.sendall(part)
        heard = []
        while piece := wire.recv(2**16):
            heard.append(piece)
    return b"".join(heard)


def request(length: int, *headers: str) -> bytes:
    lines = [
        "POST / HTTP/1.1",
        "Host: 127.0.0.1",
        "Connection: close",
        f"Content-Length: {length}",
        *headers,
    ]
    return "\r\n".join([*lines, "", ""]).encode()


def _fail(*_: object) -> NoReturn:
    raise AssertionError("a temporary file was asked for")


@pytest.mark.asvs("V14.2.2")
def test_neither_a_long_text_nor_a_long_answer_goes_through_a_temporary_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("waitress.buffers.TempfileBasedBuffer", _fail)

    with serving(counting) as port:
        answer = said(port, request(LONG), b"x" * LONG)

    assert f"{LONG} came".encode() in answer
    assert len(answer) > LONG


@pytest.mark.asvs("V5.2.1", "V2.4.1")
def test_more_than_a_backup_can_be_is_refused_before_it_is_read() -> None:
    with serving(counting) as port:
        answer = said(port, request(LONGEST_REQUEST + 1))

    assert answer.startswith(b"HTTP/1.1 413")


@pytest.mark.asvs("V4.2.1")
def test_a_chunked_request_with_a_length_is_not_read_in_two_ways() -> None:
    smuggled = b"0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"

    with serving(counting) as port:
        answer = said(port, request(len(smuggled), "Transfer-Encoding: chunked"), smuggled)

    assert answer.count(b"HTTP/1.1 ") == 1
    assert answer.startswith(b"HTTP/1.1 400") or b"\r\n\r\n0 came" in answer


@pytest.mark.asvs("V13.4.2")
def test_the_server_names_neither_itself_nor_its_version() -> None:
    with serving(counting) as port:
        head = said(port, request(0)).partition(b"\r\n\r\n")[0].lower()

    assert b"server:" not in head
    assert b"waitress" not in head


@pytest.mark.asvs("V13.2.5")
def test_it_answers_on_this_machine_alone(server: Server) -> None:
    assert server.url.startswith("http://127.0.0.1:")


def test_a_crash_leaves_no_core_dump(server: Server) -> None:
    resource = pytest.importorskip("resource")

    limits = resource.prlimit(server.process.pid, resource.RLIMIT_CORE)

    assert limits == (0, 0)
