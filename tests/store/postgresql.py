"""A PostgreSQL server of our own: a temporary folder, a Unix socket, gone after the tests."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pwd import getpwall, getpwuid, struct_passwd
from tempfile import mkdtemp
from typing import Any
from urllib.parse import quote

import psycopg

USERS = ("postgres", "nobody")  # the server refuses to run as root
# Nothing in a temporary folder needs to outlive a power cut.
SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "20",
}


@dataclass(frozen=True)
class Server:
    """Where the server's programs, its data and its socket are, and as whom it runs."""

    programs: Path
    folder: Path
    user: struct_passwd

    def run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs; raises CalledProcessError."""
        as_user: dict[str, Any] = {
            "user": self.user.pw_uid,
            "group": self.user.pw_gid,
            "extra_groups": (),
        }
        subprocess.run(
            [self.programs / program, "-D", self.folder / "data", *arguments],
            check=True,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            **(as_user if os.geteuid() == 0 else {}),
        )

    def url(self, role: str, name: str) -> str:
        """Return the address of a database as `DATABASE_URL` has it."""
        return f"postgres://{role}@{quote(str(self.folder), safe='')}/{name}"


def programs() -> Path | None:
    """Return the folder with initdb and pg_ctl, or None when PostgreSQL is not installed."""
    folders = [_asked_for(), *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    return next((one for one in folders if one and (one / "initdb").exists()), None)


@contextmanager
def running(found: Path) -> Iterator[Server]:
    """Start a server; stop it and remove its folder afterwards."""
    # /tmp, because the path of a Unix socket may have 107 characters at most.
    folder = Path(mkdtemp(prefix="pg-", dir="/tmp"))
    server = Server(found, folder, _user())
    os.chown(folder, server.user.pw_uid, server.user.pw_gid)
    server.run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    try:
        server.run("pg_ctl", "-w", "-o", f"-k {folder} {options}", "-l", f"{folder}/log", "start")
        _make_database(server)
        yield server
    finally:
        server.run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)


def _make_database(server: Server) -> None:
    """Make a database whose owner is no superuser: a superuser passes row-level security."""
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute("CREATE ROLE amends LOGIN")
        connection.execute("CREATE DATABASE amends OWNER amends")


def _asked_for() -> Path | None:
    asked = shutil.which("pg_config")
    if not asked:
        return None
    answer = subprocess.run([asked, "--bindir"], check=True, capture_output=True, text=True)
    return Path(answer.stdout.strip())


def _user() -> struct_passwd:
    if os.geteuid() != 0:
        return getpwuid(os.getuid())
    return next(user for user in getpwall() if user.pw_name in USERS)
