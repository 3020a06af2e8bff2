"""What every test is held to: no outbound socket, and whatever could not run is named."""

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

OFFLINE = str(Path(__file__).parent / "offline")
# A worker has loaded the guard at its start; two guards would not see each other's refusals.
loaded: Any = sys.modules.get("sitecustomize")
guard = loaded if hasattr(loaded, "refused") else import_module("tests.offline.sitecustomize")


def pytest_configure() -> None:
    """Hold the programs that tests start to the same rule."""
    known = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    os.environ["PYTHONPATH"] = os.pathsep.join(dict.fromkeys([OFFLINE, *filter(None, known)]))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that need a browser: they take longest, and a worker takes whole files.

    Marks that group tests for the workers do nothing: pytest 9.2 and pytest-xdist 3.8 disagree.
    """
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Stop the browser before tests that need none: Django minds the loop in which it waits."""
    lent = sys.modules.get("tests.web.browser")
    if lent and not item.get_closest_marker("browser"):
        lent.stop_chromium()


@pytest.fixture(autouse=True)
def unlocking_costs_the_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose the least cost that the vault allows, instead of half a second for each guess."""
    monkeypatch.setattr("amends.store.vault.UNLOCK_SECONDS", 0)


@pytest.fixture(autouse=True)
def no_outbound_socket() -> Iterator[None]:
    """Fail a test that reached out, also when the program under test hid the refusal."""
    yield
    refused = [guard.refused.pop() for _ in list(guard.refused)]
    assert refused == []


def could_not_run(reporter: pytest.TerminalReporter) -> dict[str, str]:
    """Return what was skipped, with its reason."""
    return {
        report.nodeid: str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""
        for report in reporter.getreports("skipped")
    }


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI, what could not run is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and os.environ.get("CI") and could_not_run(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name at the end what could not run."""
    missing = could_not_run(terminalreporter)
    if not missing:
        return
    verdict = "a failure in CI" if os.environ.get("CI") else "it would be a failure in CI"
    terminalreporter.section(f"Could not run ({verdict})", red=True)
    for name, reason in missing.items():
        terminalreporter.line(f"{name}: {reason.removeprefix('Skipped: ')}")
