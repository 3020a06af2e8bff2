"""Serve other devices: two people at home, or many accounts.

Over HTTPS with a certificate, or behind a proxy of yours on this machine. With DATABASE_URL the
notes are on a PostgreSQL server. Opens no browser, and shows no reminders.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from amends.cli.folder import add_data, folder_path, told_plainly
from amends.cli.parser import Parser
from amends.cli.place import address, host_name, port_number, shown
from amends.cli.problem import Problem

PORT = 8443
"""As many servers of one's own do it: 443 is for HTTPS, and kept for the administrator."""
# The two top rooms do not import each other: the face is named by its address, as a server does.
HOSTED = "amends.web.hosted"
WIRE = "amends.web.wire:context_of"
MADE = """The certificate is {certificate}
The key is         {key}
They are good until {last_day}. Its SHA-256 fingerprint:

{fingerprint}

Each browser will warn at its first visit, because nobody else has signed this certificate; some
warn again after a week. Compare the fingerprint with the one that the browser shows, then go on.

Start with:
amends serve --host ADDRESS --certificate {certificate} --key {key}{names}
"""


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    host = "The address of this machine to answer at; without it, this machine alone is served."
    parser.add_argument("--host", metavar="ADDRESS", type=address, default="localhost", help=host)
    port = f"The port; without it, {PORT}."
    parser.add_argument("--port", metavar="NUMBER", type=port_number, default=PORT, help=port)
    name = "A name or an address that browsers may use; may be repeated."
    parser.add_argument("--name", metavar="NAME", type=host_name, action="append", help=name)
    seal = "The certificate, as PEM."
    parser.add_argument("--certificate", metavar="FILE", type=Path, help=seal)
    parser.add_argument("--key", metavar="FILE", type=Path, help="Its key, as PEM.")
    proxy = "A proxy on this machine takes HTTPS, and says so in X-Forwarded-Proto."
    parser.add_argument("--behind-proxy", action="store_true", help=proxy)
    make = "Make a certificate and its key for the names, and do nothing else."
    parser.add_argument("--make-certificate", metavar="FOLDER", type=folder_path, help=make)
    add_data(parser)


def run(given: Namespace) -> int:
    """Serve until Ctrl+C, or make a certificate."""
    given.name = given.name or []
    if given.make_certificate:
        return _make_certificate(given)
    _refuse(given)
    if given.data is not None:
        os.environ["AMENDS_DATA"] = str(given.data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "amends.web.settings"
    with told_plainly():
        _serve(given)
    return 0


def _refuse(given: Namespace) -> None:
    """Raise Problem for what would say something in the clear, or answer to any name."""
    if given.behind_proxy and given.certificate:
        raise Problem("there are a certificate and a proxy", "leave one out: one of them seals")
    if bool(given.certificate) is not bool(given.key):
        raise Problem("a certificate needs its key", "name both: --certificate FILE --key FILE")
    if given.behind_proxy and not given.host.is_loopback:
        hint = "leave --host out: the proxy is on this machine, and nothing else may come in"
        raise Problem("behind a proxy amends answers to this machine alone", hint)
    is_sealed = given.behind_proxy or given.certificate
    if not is_sealed and (given.name or not given.host.is_loopback):
        hint = "name --certificate and --key; --make-certificate FOLDER makes them"
        raise Problem("without a certificate amends answers to this machine alone", hint)
    if not given.name and (given.behind_proxy or given.host.is_unspecified):
        hint = "add --name with what people will type, such as home.local or 192.168.1.20"
        raise Problem("it is not said under which name browsers come", hint)


def _serve(given: Namespace) -> None:
    hosted: Any = resolve_name(HOSTED)
    names = list(dict.fromkeys([*given.name, *_own_name(given)]))
    certificate = _certificate(given)
    place = hosted.Place(
        given.host,
        given.port,
        names,
        resolve_name(WIRE)(given.certificate, given.key) if certificate else None,
        is_vouched_for=bool(certificate) and not certificate.is_own,
        is_behind_proxy=given.behind_proxy,
    )
    hosted.serve(place, _told(place, certificate))


def _own_name(given: Namespace) -> list[str]:
    return [] if given.host.is_unspecified else [shown(given.host)]


def _certificate(given: Namespace) -> Any:  # noqa: ANN401 - its module is slow to import
    if not given.certificate:
        return None
    return import_module("amends.cli.certificate").read(given.certificate, datetime.now(UTC))


def _told(place: Any, certificate: Any) -> Callable[[int], str]:  # noqa: ANN401 - of the other room
    def told(port: int) -> str:
        if place.is_behind_proxy:
            urls = [f"https://{name}/" for name in place.names if name != shown(place.address)]
            return _open_at(urls, f"The proxy finds it at http://{shown(place.address)}:{port}/")
        scheme = "https" if place.is_sealed else "http"
        urls = [f"{scheme}://{name}:{port}/" for name in place.names]
        seal = f"SHA-256 fingerprint:\n{certificate.fingerprint}" if certificate else ""
        return _open_at(urls, seal)

    return told


def _open_at(urls: list[str], more: str) -> str:
    lines = ["amends is open at " + " and ".join(urls), more, "Stop it with Ctrl+C."]
    return "\n".join(line for line in lines if line)


def _make_certificate(given: Namespace) -> int:
    if not given.name:
        hint = "add --name with what people will type, such as home.local or 192.168.1.20"
        raise Problem("it is not said for which names the certificate is", hint)
    certificate = import_module("amends.cli.certificate")  # slow to import, seldom asked for
    made = certificate.make(given.make_certificate, given.name, datetime.now(UTC))
    sys.stdout.write(
        MADE.format(
            certificate=given.make_certificate / certificate.CERTIFICATE,
            key=given.make_certificate / certificate.KEY,
            last_day=made.last_day,
            fingerprint=made.fingerprint,
            names="".join(f" --name {name.strip('[]')}" for name in given.name),
        )
    )
    return 0
