"""Connections under TLS: whole, never waiting for anyone, and silent to what is none."""

import hashlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from ipaddress import IPv4Address, ip_address
from pathlib import Path
from typing import Any

import pytest

from amends.web.hosted import Place, hosted_server
from amends.web.wire import LARGEST_RECORD, UnusableCertificate, context_of
from tests.web.at_home import heard, made

LONG = 24 * 2**20
"""Bytes: ten times what a socket takes at once, so that sending has to stop and go on."""
HERE = IPv4Address("127.0.0.1")


def echo(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Answer with the scheme, what a proxy said, and all that came."""
    told = [environ["wsgi.url_scheme"], environ["HTTP_HOST"], environ["REMOTE_ADDR"]]
    told += sorted(name for name in environ if "FORWARDED" in name)
    body = " ".join(told).encode() + b"\n" + environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


@contextmanager
def serving(place: Place) -> Iterator[int]:
    """Serve the echo on this machine; yields the port."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = hosted_server(place, echo, listener)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.trigger.pull_trigger(server.close)
        thread.join(10)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return made(tmp_path / "sealed")


@pytest.fixture
def port(certificate: Path) -> Iterator[int]:
    context = context_of(certificate, certificate.with_name("key.pem"))
    with serving(Place(HERE, 0, (), context)) as port:
        yield port


def connected(port: int, certificate: Path) -> ssl.SSLSocket:
    context = ssl.create_default_context(cafile=certificate)
    context.verify_flags = ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN
    plain = socket.create_connection(("127.0.0.1", port), timeout=20)
    return context.wrap_socket(plain, server_hostname="127.0.0.1")


def request(body: bytes = b"", *headers: str) -> bytes:
    length = f"Content-Length: {len(body)}"
    lines = ["POST / HTTP/1.1", "Host: home.test", "Connection: close", length, *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def test_a_long_text_comes_back_as_it_went(port: int, certificate: Path) -> None:
    body = bytes(range(256)) * (LONG // 256)

    with connected(port, certificate) as wire:
        wire.sendall(request(body))
        answer = heard(wire)

    head, _, echoed = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert echoed.partition(b"\n")[0] == b"https home.test 127.0.0.1"
    assert digest(echoed.partition(b"\n")[2]) == digest(body)


def digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


@pytest.mark.parametrize("size", [LARGEST_RECORD - 200, LARGEST_RECORD, LARGEST_RECORD + 1])
def test_nothing_stays_behind_inside_a_record(port: int, certificate: Path, size: int) -> None:
    with connected(port, certificate) as wire:
        wire.sendall(request(b"x" * size))
        answer = heard(wire)

    assert answer.count(b"x") == size


def test_a_request_in_single_bytes_is_one_request(port: int, certificate: Path) -> None:
    with connected(port, certificate) as wire:
        for byte in request(b"slow"):
            wire.sendall(bytes([byte]))
        answer = heard(wire)

    assert answer.count(b"HTTP/1.1 200") == 1
    assert answer.endswith(b"slow")


def test_who_says_nothing_or_half_a_greeting_holds_nobody_up(port: int, certificate: Path) -> None:
    with ExitStack() as open_ones:
        for said in (b"", b"\x16\x03\x01", b"", b"\x16"):
            silent = open_ones.enter_context(socket.create_connection(("127.0.0.1", port)))
            silent.sendall(said)
        wire = open_ones.enter_context(connected(port, certificate))
        wire.settimeout(5)
        wire.sendall(request(b"hello"))

        assert heard(wire).endswith(b"hello")


@pytest.mark.parametrize(
    "said",
    [b"GET / HTTP/1.1\r\n\r\n", b"\x00" * 64, b"\x16\x03\x01\xff\xff"],
    ids=["http", "zeros", "torn"],
)
def test_what_is_no_greeting_gets_no_word_and_harms_nobody(
    port: int, certificate: Path, said: bytes
) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as plain:
        plain.sendall(said)
        with suppress(OSError):  # it may have hung up
            plain.shutdown(socket.SHUT_WR)
        told = heard(plain)

    with connected(port, certificate) as wire:
        wire.sendall(request(b"hello"))
        assert heard(wire).endswith(b"hello")
    assert b"HTTP" not in told


def test_who_goes_in_the_middle_of_an_answer_harms_nobody(port: int, certificate: Path) -> None:
    for _ in range(3):
        gone = connected(port, certificate)
        gone.sendall(request(b"x" * LONG))
        gone.recv(100)
        gone.close()

    with connected(port, certificate) as wire:
        wire.sendall(request(b"hello"))
        assert heard(wire).endswith(b"hello")


def test_a_device_that_trusts_another_certificate_goes_away(port: int, tmp_path: Path) -> None:
    other = made(tmp_path / "other")

    with pytest.raises(ssl.SSLCertVerificationError):
        connected(port, other)


def test_two_halves_that_do_not_belong_together_are_told(tmp_path: Path) -> None:
    one, other = made(tmp_path / "one"), made(tmp_path / "other")

    with pytest.raises(UnusableCertificate):
        context_of(one, other.with_name("key.pem"))
    with pytest.raises(UnusableCertificate):
        context_of(one, tmp_path / "nothing.pem")


SAID_BY_PROXY = (
    "X-Forwarded-Proto: https",
    "X-Forwarded-Host: evil.example",
    "X-Forwarded-For: 10.0.0.1",
    "Forwarded: proto=https;host=evil.example",
)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Place(HERE, 0, (), is_behind_proxy=True), "https home.test 127.0.0.1"),
        (Place(ip_address("::1"), 0, (), is_behind_proxy=True), "http home.test 127.0.0.1"),
        (Place(HERE, 0, ()), "http home.test 127.0.0.1"),
    ],
    ids=["the proxy", "somebody else", "no proxy"],
)
def test_the_proxy_alone_is_believed_and_only_that_it_was_https(place: Place, told: str) -> None:
    with (
        serving(place) as port,
        socket.create_connection(("127.0.0.1", port), timeout=20) as wire,
    ):
        wire.sendall(request(b"", *SAID_BY_PROXY))
        line = heard(wire).partition(b"\r\n\r\n")[2].decode().strip()

    assert line.removesuffix(" HTTP_X_FORWARDED_PROTO") == told
