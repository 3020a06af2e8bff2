"""A real browser and a real server, for the tests that need both."""

import atexit
import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

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
"""What everyone runs."""
QUICK = (
    "-c",
    "from amends import cli, vault; vault.calibrate = lambda _: vault.FLOOR; cli.main()",
)
"""The same, but a guess of a passphrase costs no more than the least that the vault allows."""


def start(folder: Path, said: Path, program: Sequence[str] = QUICK) -> Server:
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
def running(folder: Path, said: Path, program: Sequence[str] = QUICK) -> Iterator[Server]:
    """Run amends for the length of a block."""
    server = start(folder, said, program)
    try:
        yield server
    finally:
        server.kill()


@cache
def _chromium() -> tuple[Playwright, Browser]:
    atexit.register(stop_chromium)
    playwright = sync_playwright().start()
    return playwright, playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


def stop_chromium() -> None:
    """Stop the Chromium of this process, so that its loop is in nobody's way."""
    if _chromium.cache_info().currsize:
        playwright, browser = _chromium()
        _chromium.cache_clear()
        browser.close()
        playwright.stop()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Lend a headless Chromium, the system's own; what was opened meanwhile is closed."""
    _, browser = _chromium()
    before = [*browser.contexts]
    try:
        yield browser
    finally:
        for context in browser.contexts:
            if context not in before:
                context.close()


def press(page: Page, name: str) -> None:
    """Press the button that says this; where it leads to a page, that page is whole afterwards."""
    page.get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state("domcontentloaded")
