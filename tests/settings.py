"""Django's settings for the tests: those of the web app, on a data folder for one run."""

import os
from atexit import register
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

FOLDER = Path(mkdtemp(prefix="amends-tests-"))
register(rmtree, FOLDER, ignore_errors=True)
os.environ["AMENDS_DATA"] = str(FOLDER)
os.environ.pop("DATABASE_URL", None)

from amends.web.settings import *  # noqa: E402, F403 - it reads the environment set above
from amends.web.settings import DATABASES  # noqa: E402 - as above

DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / "tests.sqlite3")}
