"""The urge screen as a thumb meets it: one key, one tap, and a wave that goes on when it locks."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web import browser
from tests.web.browser import Server, press
from tests.web.home import PASSPHRASE, furnish

pytestmark = pytest.mark.browser
EARLIER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from amends import store
store.open_folder(Path(sys.argv[1]))
store.prepare()
from amends.practice import Level, Urge
account, = store.accounts()
vault = store.Vault.open(account.id, sys.argv[2])
now = datetime.now(UTC)
for hours, after, ridden in ((5, 3, True), (3, 7, False)):
    began = now - timedelta(hours=hours)
    levels = (Level(began, 9), Level(began + timedelta(minutes=20), after))
    helped = "I put the phone in the kitchen." if ridden else ""
    vault.put(Urge(began, "write", levels=levels, ridden=ridden, helped=helped))
"""
"""Two urges earlier tonight, one of them followed; the third comes in the browser."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("night")
    furnish(folder / "data")
    words = [sys.executable, "-c", EARLIER, str(folder / "data"), PASSPHRASE]
    subprocess.run(words, check=True)
    with browser.running(folder / "data", folder / "said") as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as running:
        yield running


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    """A phone, unlocked, on the path."""
    page = chromium.new_page(viewport={"width": 360, "height": 640})
    unlock(page, server)
    yield page
    page.close()


def unlock(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/unlock/")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    press(page, "Unlock")
    page.goto(f"{server.url}/path/")


def is_seen(page: Page, name: str) -> bool:
    """Say whether a button lies whole on the screen, without scrolling."""
    box = page.get_by_role("button", name=name).first.bounding_box()
    return bool(box and box["y"] >= 0 and box["y"] + box["height"] <= 640)


def test_one_key_and_one_tap_lead_to_the_wave_within_ten_seconds(page: Page) -> None:
    began = time.monotonic()

    page.keyboard.press("u")
    expect(page.locator("h1")).to_have_text("You do not have to send it tonight.")
    seen = [is_seen(page, name) for name in ("0, faint", "8", "10, as strong as it gets")]
    press(page, "8")

    expect(page.locator("h1")).to_have_text("For twenty minutes you do not have to do anything.")
    assert seen == [True, True, True]
    assert time.monotonic() - began < 10


def test_a_night_with_three_urges_of_which_one_was_followed(page: Page, server: Server) -> None:
    page.keyboard.press("u")
    expect(page.get_by_text("I put the phone in the kitchen.").first).to_be_visible()
    press(page, "9")
    press(page, "It passed")
    page.get_by_label("What helped?").fill("I walked round the block.")
    press(page, "Keep this")

    page.goto(f"{server.url}/urges/")

    expect(page.locator("figcaption")).to_have_text(
        "Of 2 urges, 2 were lower after twenty minutes; on average they fell from 9 to 5."
    )
    expect(page.get_by_text("Of 3 that ended, 2 passed")).to_be_visible()
    expect(page.get_by_text("I walked round the block.")).to_be_visible()


def test_the_key_types_a_letter_in_a_field(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/people/")
    page.locator("#me").fill("")

    page.locator("#me").press_sequentially("Lu")

    assert page.locator("#me").input_value() == "Lu"
    assert page.url.endswith("/people/")


def test_the_key_can_be_turned_off(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/discretion/")
    page.get_by_label("The letter u opens it").uncheck()
    press(page, "Keep this choice")

    page.keyboard.press("u")
    page.wait_for_timeout(300)

    assert "/discretion/" in page.url
    page.get_by_label("The letter u opens it").check()
    press(page, "Keep this choice")


def test_the_dot_travels_and_the_minutes_are_told_anew(page: Page, server: Server) -> None:
    page.clock.install()
    page.goto(f"{server.url}/urge/")
    press(page, "7")
    first = page.locator(".dot.moving").bounding_box()
    page.evaluate("document.querySelector('.wave svg').setCurrentTime(600)")
    later = page.locator(".dot.moving").bounding_box()

    page.clock.fast_forward("04:00")

    expect(page.locator("#minutes")).to_have_text("About 16 minutes are left.")
    assert first
    assert later
    assert later["x"] > first["x"] + 100
    assert later["y"] > first["y"]


def test_when_it_locks_by_itself_the_wave_goes_on_without_what_is_private(
    page: Page, server: Server
) -> None:
    page.clock.install()
    page.goto(f"{server.url}/urge/")
    press(page, "7")
    expect(page.get_by_role("heading", name="Your own reasons not to")).to_be_visible()

    page.clock.run_for("05:00")

    expect(page.get_by_text("Amends is locked: nothing of this is kept.")).to_be_visible()
    expect(page.locator(".dot.moving")).to_have_count(1)
    expect(page.get_by_role("heading", name="Your own reasons not to")).to_have_count(0)


def test_whoever_wants_no_motion_sees_the_counts(chromium: Browser, server: Server) -> None:
    page = chromium.new_page(reduced_motion="reduce")
    page.goto(f"{server.url}/urge/")

    expect(page.locator(".breath .moving")).to_be_hidden()
    expect(page.locator(".breath .still")).to_contain_text("1 2 3 4")
    page.close()


def test_it_can_be_kept_still_without_a_script(chromium: Browser, server: Server) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/urge/")

    page.get_by_label("Without motion").check()

    expect(page.locator(".breath .moving")).to_be_hidden()
    expect(page.locator(".breath .still")).to_be_visible()
    press(page, "8")
    expect(page.locator(".wave .dot.moving")).to_have_css("display", "inline")
    context.close()
