"""A server at home with a certificate of its own, and devices that speak to it."""

import contextlib
import os
import re
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPResponse, HTTPSConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from amends.cli import certificate

NAME = "home.test"
CERTIFICATE_NAMES = (NAME, "127.0.0.1", "localhost")
LEFT_BEHIND = "left behind"
WATCHED = f"""
import os, sys, tempfile
folder = os.environ["AMENDS_WATCHED"]
def watch(event, arguments):
    if event != "open" or not isinstance(arguments[0], str):
        return
    path, flags = os.path.abspath(arguments[0]), arguments[2] or 0
    if flags & (os.O_WRONLY | os.O_RDWR) and not path.startswith((folder, "/dev/null")):
        sys.stderr.write("{LEFT_BEHIND} in " + path + chr(10))
sys.addaudithook(watch)
tempfile.TemporaryFile().close()
from amends.cli import main
main(sys.argv[1:])
"""
"""Amends, told on whenever it opens a file outside its folder to write; it begins with one."""


@dataclass(frozen=True)
class Served:
    """A running server: its port, its certificate, and what it printed."""

    port: int
    certificate: Path
    printed: str
    said: Path

    @property
    def left_behind(self) -> int:
        """Return how often a file beside the data folder was opened to write."""
        return self.said.read_text().count(LEFT_BEHIND)

    @property
    def context(self) -> ssl.SSLContext:
        """Return how a device trusts this certificate and no other."""
        context = ssl.create_default_context(cafile=self.certificate)
        context.verify_flags = ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN
        return context


@dataclass
class Device:
    """A device with a browser of few words: it keeps cookies, and sends forms as one does."""

    served: Served
    cookies: SimpleCookie = field(default_factory=SimpleCookie)

    @property
    def origin(self) -> str:
        """Return the address that it shows."""
        return f"https://127.0.0.1:{self.served.port}"

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[HTTPResponse, str]:
        """Send one request; return the answer and its text."""
        sent = {
            "Cookie": "; ".join(f"{name}={one.value}" for name, one in self.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        wire = HTTPSConnection(
            "127.0.0.1", self.served.port, timeout=30, context=self.served.context
        )
        with contextlib.closing(wire):
            wire.request(method, path, body, sent)
            answer = wire.getresponse()
            for value in answer.headers.get_all("Set-Cookie") or []:
                self.cookies.load(value)
            return answer, answer.read().decode()

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, str]:
        """Open a page."""
        return self.ask("GET", path, None, **headers)

    def post(self, path: str, form: Mapping[str, str], **headers: str) -> tuple[HTTPResponse, str]:
        """Open a page, fill its form in, and send it."""
        page = self.get(path)[1]
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert token
        body = urlencode({"csrfmiddlewaretoken": token[1], **form}).encode()
        return self.ask("POST", path, body, **({"Origin": self.origin} | headers))

    def unlock(self, account: str, passphrase: str) -> tuple[HTTPResponse, str]:
        """Choose an account by its label, and try a passphrase."""
        page = self.get("/unlock/")[1]
        whose = re.search(rf'value="(\w+)"[^>]*> <span>{account}</span>', page)
        assert whose
        return self.post("/unlock/", {"account": whose[1], "passphrase": passphrase})


def made(folder: Path, names: tuple[str, ...] = CERTIFICATE_NAMES) -> Path:
    """Make a certificate and its key in a folder; return the certificate's path."""
    certificate.make(folder, names, datetime.now(UTC))
    return folder / certificate.CERTIFICATE


def heard(wire: socket.socket) -> bytes:
    """Return all that comes until the other side hangs up, or breaks off."""
    pieces = []
    with contextlib.suppress(ConnectionResetError):
        while piece := wire.recv(2**16):
            pieces.append(piece)
    return b"".join(pieces)


@contextlib.contextmanager
def serving(folder: Path, *options: str, **environment: str) -> Iterator[Served]:
    """Serve the data in `folder/data` at every address of this machine, for a block's length."""
    made_one = folder / "sealed" / certificate.CERTIFICATE
    if not made_one.exists():
        made(folder / "sealed")
    words = ["--host", "0.0.0.0", "--port", "0", "--name", NAME, *options]  # noqa: S104 - what is tested
    key = made_one.with_name(certificate.KEY)
    words += ["--certificate", str(made_one), "--key", str(key), "--data", str(folder / "data")]
    said, watched = folder / "said", str(folder / "data")
    with said.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-B", "-c", WATCHED, "serve", *words],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**os.environ, "AMENDS_WATCHED": watched, "PYTHONUNBUFFERED": "1", **environment},
        )
    try:
        yield _begun(process, made_one, said)
    finally:
        process.kill()
        process.communicate()


def _begun(process: subprocess.Popen[str], certificate: Path, said: Path) -> Served:
    assert process.stdout is not None
    printed = ""
    for line in process.stdout:
        printed += line
        if line.startswith("Stop it"):
            port = re.search(rf"https://{NAME}:(\d+)/", printed)
            assert port
            return Served(int(port[1]), certificate, printed, said)
    raise AssertionError(f"it did not start: {said.read_text()}")
