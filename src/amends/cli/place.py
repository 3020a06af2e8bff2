"""Where a server answers: addresses, names and ports, as they are typed."""

import re
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address

from amends.cli.problem import Problem

Address = IPv4Address | IPv6Address
_LAST_PORT = 65_535
_LONGEST_NAME = 253
"""Characters of a host's name (RFC 1035, 2.3.4, without the closing dot)."""
_PART = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_NAME = re.compile(rf"{_PART}(\.{_PART})*")
"""What RFC 1123, 2.1 allows. No star and no dot in front: each would stand for many names."""


def port_number(value: str) -> int:
    """Return a port; 0 is any free one. Raises Problem."""
    is_number = value.isdecimal() and len(value) <= len(str(_LAST_PORT))
    if not is_number or int(value) > _LAST_PORT:
        raise Problem("--port: this is no port", "a number from 0 to 65535, such as 8000")
    return int(value)


def address(value: str) -> Address:
    """Return an address in numbers; it is never looked up. Raises Problem."""
    if value == "localhost":
        return IPv4Address("127.0.0.1")
    try:
        return _in_numbers(value)
    except ValueError:
        hint = "such as 192.168.1.20; 0.0.0.0 is every address of this machine"
        raise Problem("--host: this is no address in numbers", hint) from None


def host_name(value: str) -> str:
    """Return a name or an address as the browser's line of address has it. Raises Problem.

    >>> host_name("Home.local"), host_name("fd00::7")
    ('home.local', '[fd00::7]')
    """
    with suppress(ValueError):
        return shown(_in_numbers(value.strip("[]")))
    name = value.lower()
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        hint = "such as home.local or 192.168.1.20, without https:// and without a port"
        raise Problem("--name: this is no name of a machine", hint)
    return name


def shown(known: Address) -> str:
    """Return an address as a browser shows it."""
    return f"[{known}]" if isinstance(known, IPv6Address) else str(known)


def _in_numbers(value: str) -> Address:
    if "%" in value:  # a zone, which no browser takes
        raise ValueError
    return ip_address(value)
