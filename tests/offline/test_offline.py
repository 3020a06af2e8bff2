import socket
import subprocess
import sys

import pytest

from tests.conftest import guard

OUTSIDE = "192.0.2.1"  # set aside for documentation: RFC 5737


def test_no_test_reaches_another_machine() -> None:
    with socket.socket() as outbound, pytest.raises(guard.OutboundSocketError):
        outbound.connect((OUTSIDE, 80))

    assert guard.refused.pop() == "socket.connect"


def test_no_test_sends_a_datagram_to_another_machine() -> None:
    datagrams = socket.socket(type=socket.SOCK_DGRAM)
    with datagrams as outbound, pytest.raises(guard.OutboundSocketError):
        outbound.sendto(b"hello", (OUTSIDE, 53))

    assert guard.refused.pop() == "socket.sendto"


def test_no_test_asks_for_the_address_of_another_machine() -> None:
    with pytest.raises(guard.OutboundSocketError):
        socket.getaddrinfo("example.org", 80)

    assert guard.refused.pop() == "socket.getaddrinfo"


def test_an_address_in_numbers_needs_no_lookup() -> None:
    found = socket.getaddrinfo("0.0.0.0", 80, type=socket.SOCK_STREAM)  # noqa: S104 - not bound to

    assert found[0][4] == ("0.0.0.0", 80)  # noqa: S104 - as above


def test_a_program_that_a_test_starts_is_held_to_it_too() -> None:
    code = f"import socket; socket.create_connection(({OUTSIDE!r}, 80))"

    program = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)  # noqa: PLW1510 - it fails on purpose

    assert program.returncode == 1
    assert "OutboundSocketError" in program.stderr


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        client = socket.create_connection(address)
        peer = client.getpeername()
        client.close()

    assert peer == address
