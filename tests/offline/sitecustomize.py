"""Refuse every outbound socket: loopback and Unix sockets only.

Python imports this file by its name at start. The tests put its folder on PYTHONPATH, so the
programs that they start are held to it as well.
"""

import ipaddress
import sys

CALLS = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1}
LOOKUPS = {"socket.getaddrinfo": 0, "socket.gethostbyname": 0}
LOCAL_NAMES = ("localhost", "", None)

refused: list[str] = []


class OutboundSocketError(RuntimeError):
    """A test, or a program that it started, tried to reach another machine."""


def is_local(address: object) -> bool:
    """Whether an address stays on this machine: a Unix socket, or loopback."""
    if not isinstance(address, tuple):
        return True
    host = address[0]
    number = _number(host)
    return host in LOCAL_NAMES or bool(number and number.is_loopback)


def needs_no_lookup(host: object) -> bool:
    """Whether a name is this machine's, or no name but an address in numbers."""
    return host in LOCAL_NAMES or _number(host) is not None


def _number(host: object) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return None


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Raise OutboundSocketError when Python is about to reach out (an audit hook, PEP 578)."""
    stays = True
    if event in CALLS:
        stays = is_local(arguments[CALLS[event]])
    elif event in LOOKUPS:
        stays = needs_no_lookup(arguments[LOOKUPS[event]])
    if not stays:
        refused.append(event)
        raise OutboundSocketError(event)


sys.addaudithook(watch)
