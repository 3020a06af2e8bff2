"""Use the tables without the web app: for the command line, and as a library."""

import os
from pathlib import Path

import django
from django.conf import settings
from django.db import connections
from platformdirs import user_data_path

from amends.store.connection import FILE, database

NEUTRAL = "notes"


def data_folder() -> Path:
    """Return where amends keeps its data: `AMENDS_DATA`, or the platform's place for it.

    There it is the folder `notes`, when someone has made one or renamed theirs to it, and `amends`
    otherwise.
    """
    named = os.environ.get("AMENDS_DATA")
    if named:
        return Path(named)
    neutral = user_data_path(NEUTRAL, appauthor=False)
    return neutral if _is_ours(neutral) else user_data_path("amends")


def _is_ours(folder: Path) -> bool:
    """Whether this is an empty folder or one with our file: another program's may be called so."""
    return folder.is_dir() and ((folder / FILE).exists() or not any(folder.iterdir()))


def open_folder(folder: Path, url: str = "") -> None:
    """Set Django up for the database of a folder, or for the one at `url`; a later call changes it.

    Touches neither: `prepare`, `examine` or `restore` comes next. Raises UnknownDatabase.
    """
    databases = {"default": database(folder, url)}
    if settings.configured:
        _point_to(databases)
        return
    settings.configure(
        DATABASES=databases,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=["amends.store"],
        LOGGING_CONFIG=None,  # what goes wrong is told by StoreError, and nowhere else
        TIME_ZONE="UTC",
        USE_TZ=True,
    )
    django.setup()


def _point_to(databases: dict[str, dict[str, object]]) -> None:
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = connections.configure_settings(databases)["default"]
