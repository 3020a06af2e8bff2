"""Start amends on this machine and open it in the browser."""

import os
from argparse import Namespace
from pkgutil import resolve_name

from amends.cli.folder import add_data, told_plainly
from amends.cli.parser import Parser
from amends.cli.place import port_number

# The two top rooms do not import each other: the face is named by its address, as a server does.
SERVE = "amends.web.serve:serve"


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    port = "The port; 0 is any free one."
    parser.add_argument("--port", metavar="NUMBER", type=port_number, help=port)
    parser.add_argument("--no-browser", action="store_true", help="Open no browser.")
    add_data(parser)


def run(given: Namespace) -> int:
    """Serve until Ctrl+C."""
    if given.data is not None:
        os.environ["AMENDS_DATA"] = str(given.data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "amends.web.settings"
    with told_plainly():
        resolve_name(SERVE)(given.port, open_browser=not given.no_browser)
    return 0
