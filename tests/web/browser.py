"""A real browser and a real server, for the tests that need both."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

expect.set_options(timeout=20_000)
"""Milliseconds: a busy machine takes longer than five seconds, and what is wrong stays wrong."""

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Server:
    """A running amends: where it answers, and its process."""

    url: str
    process: subprocess.Popen[str]
    said: Path

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.process.kill()
        self.process.communicate()


AMENDS = ("-m", "amends")
"""What Python runs; a test with a clock of its own runs it in another way."""


def start(folder: Path, said: Path, program: Sequence[str] = AMENDS) -> Server:
    """Start amends on a free port with this data folder; what it prints goes to `said`."""
    options = ["--no-browser", "--port", "0", "--data", str(folder)]
    command = [sys.executable, *program, *options]
    with said.open("a") as errors:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    assert process.stdout is not None
    for line in process.stdout:
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            return Server(found[0], process, said)
    raise AssertionError(f"amends did not start: {said.read_text()}")


@contextlib.contextmanager
def running(folder: Path, said: Path, program: Sequence[str] = AMENDS) -> Iterator[Server]:
    """Run amends for the length of a block."""
    server = start(folder, said, program)
    try:
        yield server
    finally:
        server.kill()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Run a headless Chromium, the system's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def press(page: Page, name: str) -> None:
    """Press the button that says this."""
    page.get_by_role("button", name=name, exact=True).first.click()
