"""Start amends on this machine and open it in the browser."""

import os
from pathlib import Path
from pkgutil import resolve_name
from typing import Annotated

import typer

from amends.cli.problem import Problem
from amends.store import StoreError

app = typer.Typer(add_completion=False, rich_markup_mode=None)

# The two top rooms do not import each other: the face is named by its address, as a server does.
SERVE = "amends.web.serve:serve"

Port = Annotated[int | None, typer.Option(min=0, max=65535, help="The port; 0 is any free one.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Open no browser.")]
Data = Annotated[Path | None, typer.Option(metavar="DIR", help="Where the data folder is.")]


@app.command()
def run(port: Port = None, no_browser: NoBrowser = False, data: Data = None) -> None:
    """Start amends on this machine and open it in the browser."""
    if data is not None:
        os.environ["AMENDS_DATA"] = str(data.expanduser())
    os.environ["DJANGO_SETTINGS_MODULE"] = "amends.web.settings"
    try:
        resolve_name(SERVE)(port, open_browser=not no_browser)
    except StoreError as error:
        raise Problem(error.problem, error.hint) from None
