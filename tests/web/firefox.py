"""Firefox, driven by its own remote control (Marionette), which needs no further program."""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
SHIFT = "\ue008"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
STARTS_WITHIN = 60  # seconds
APPEARS_WITHIN = 30

# Nothing leaves the machine: every address but this machine's own goes to a closed port.
PREFERENCES = {
    "marionette.port": 0,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.allow_hijacking_localhost": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


class FirefoxSaysNo(AssertionError):
    """A command that Firefox could not carry out."""


@dataclass
class Firefox:
    """A running Firefox with one window."""

    wire: socket.socket
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def ask(self, command: str, **parts: Any) -> Any:
        """Give a command and return its answer."""
        message = json.dumps([0, next(self.numbers), f"WebDriver:{command}", parts]).encode()
        self.wire.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, answer = self.hear()
        if error:
            raise FirefoxSaysNo(f"{command}: {error}")
        return answer["value"] if isinstance(answer, dict) and "value" in answer else answer

    def hear(self) -> Any:
        """Return the next message: its length, a colon, and JSON."""
        length = b""
        while (byte := self.wire.recv(1)) != b":":
            length += byte
        message = b""
        while len(message) < int(length):
            message += self.wire.recv(int(length) - len(message))
        return json.loads(message)

    def open(self, url: str) -> None:
        """Open a page and wait until it is there."""
        self.ask("Navigate", url=url)

    def run(self, script: str) -> Any:
        """Run a script in the page."""
        return self.ask("ExecuteScript", script=script, args=[])

    def find(self, selector: str) -> str:
        """Return the first element for a selector, once it is there."""
        found = self.until(
            lambda: self.ask("FindElement", using="css selector", value=selector), selector
        )
        return str(found[ELEMENT])

    def until(self, look: Callable[[], Any], wanted: str) -> Any:
        """Return what a look at the page finds; while a page goes, a look may fail or find none.

        Each look is short and asked anew: one that waits inside a page ends with that page.
        """
        end = time.monotonic() + APPEARS_WITHIN
        while time.monotonic() < end:
            with suppress(FirefoxSaysNo):
                if found := look():
                    return found
            time.sleep(0.05)
        seen = self.run("return [location.href, document.readyState, document.title]")
        raise AssertionError(f"not there: {wanted}, but {seen}")

    def fill(self, selector: str, text: str) -> None:
        """Type into a field."""
        self.ask("ElementSendKeys", id=self.find(selector), text=text)

    def click(self, selector: str) -> None:
        """Press a button."""
        self.ask("ElementClick", id=self.find(selector))

    def press_shift(self, times: int) -> None:
        """Press Shift some times."""
        keys = [{"type": kind, "value": SHIFT} for kind in ("keyDown", "keyUp")] * times
        self.ask("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": keys}])

    def title(self) -> str:
        """Return what the tab says."""
        return str(self.ask("GetTitle"))

    def shown(self) -> str:
        """Return what the page shows, a hidden page included as nothing."""
        words = "document.documentElement.hidden ? '' : document.body.innerText"
        return str(self.run(f"return {words}"))


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Run a headless Firefox on a new profile."""
    profile.mkdir()
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
    profile.joinpath("user.js").write_text("\n".join(lines))
    assert FIREFOX
    command = [FIREFOX, "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            with socket.create_connection(("127.0.0.1", _port(profile)), timeout=60) as wire:
                driver = Firefox(wire)
                driver.hear()
                driver.ask("NewSession", capabilities={"alwaysMatch": {"timeouts": _TIMEOUTS}})
                yield driver
        finally:
            process.kill()


_TIMEOUTS = {"implicit": 0, "pageLoad": 30_000, "script": 20_000}


def _port(profile: Path) -> int:
    """Return the port that Firefox chose; it writes it down when it is ready."""
    chosen = profile / "MarionetteActivePort"
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        if chosen.exists() and (text := chosen.read_text().strip()):
            return int(text)
        time.sleep(0.1)
    raise AssertionError("Firefox did not start")
