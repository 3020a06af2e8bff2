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
    return host in LOCAL_NAMES or _is_loopback(host)


def _is_loopback(host: object) -> bool:
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Raise OutboundSocketError when Python is about to reach out (an audit hook, PEP 578)."""
    if event in CALLS:
        address = arguments[CALLS[event]]
    elif event in LOOKUPS:
        address = (arguments[LOOKUPS[event]],)
    else:
        return
    if not is_local(address):
        refused.append(event)
        raise OutboundSocketError(event)


sys.addaudithook(watch)
