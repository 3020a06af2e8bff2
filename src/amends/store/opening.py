"""Use the tables without the web app: for the command line, and as a library."""

import os
from pathlib import Path

import django
from django.conf import settings
from django.db import connections
from platformdirs import user_data_path

from amends.store.connection import database


def data_folder() -> Path:
    """Return where amends keeps its data: `AMENDS_DATA`, or the platform's place for it."""
    return Path(os.environ.get("AMENDS_DATA") or user_data_path("amends"))


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
