"""A night with a strong wish to hurt: a letter that was ready goes back; fury goes nowhere."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web import browser
from tests.web.browser import Server, press
from tests.web.home import PASSPHRASE
from tests.web.test_brief_in_a_browser import pages_in

pytestmark = pytest.mark.browser
LETTER = "I lied to you about the money on Sunday."
FURY = "I want to sell the coat they left here."
FURNISH = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from amends import store
store.open_folder(Path(sys.argv[1]))
store.prepare()
from amends.contact import Draft, State, Terms, begin, put_away, reread, write
from amends.vault import FLOOR
now = datetime.now(UTC)
vault, _ = store.Vault.create(sys.argv[2], cost=FLOOR)
vault.put(begin(Terms(state=State.TOGETHER), now))
draft = put_away(write(Draft("apology"), sys.argv[3], now), 4, now - timedelta(days=2))
print(vault.put(reread(draft, True, now - timedelta(hours=1))).id.hex())
"""


@pytest.fixture
def night(tmp_path: Path) -> Iterator[tuple[Server, str]]:
    """Amends with a letter that may leave; returns the letter's address, too."""
    command = [sys.executable, "-c", FURNISH, str(tmp_path / "data"), PASSPHRASE, LETTER]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    with browser.running(tmp_path / "data", tmp_path / "said") as server:
        yield server, f"/write/{done.stdout.strip()}/"


def feel(page: Page, url: str, **drives: str) -> None:
    page.goto(f"{url}/drives/")
    for name, value in drives.items():
        page.locator(f"input[name={name}][value='{value}']").check()
    press(page, "Keep this")


def has_no_violations(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_letter_that_was_ready_is_back_in_the_drawer(
    night: tuple[Server, str], *, scripts: bool
) -> None:
    server, letter = night
    with browser.chromium() as chromium:
        page = chromium.new_context(java_script_enabled=scripts).new_page()
        page.goto(server.url + letter)
        page.locator("#passphrase").fill(PASSPHRASE)
        press(page, "Unlock")
        page.goto(server.url + letter)
        press(page, "Take it out of the drawer")
        expect(page.locator("[data-copyable]")).to_have_count(1)

        feel(page, server.url, back="8", hurt="9", let_go="2")
        expect(page.get_by_text("You want them back and you want to hurt them.")).to_be_visible()
        expect(page.get_by_role("heading", name="Nothing leaves the drawer")).to_be_visible()
        feel(page, server.url, back="8", hurt="0", let_go="2")
        page.goto(server.url + letter)

        expect(page.locator("[data-copyable]")).to_have_count(0)
        expect(page.get_by_role("button", name="Take it out")).to_have_count(0)
        expect(page.get_by_text("for a day after that nothing leaves the drawer")).to_be_visible()


def test_fury_is_written_closed_and_not_printed(night: tuple[Server, str]) -> None:
    server, _ = night
    with browser.chromium() as chromium:
        page = chromium.new_page(viewport={"width": 360, "height": 760}, reduced_motion="reduce")
        page.goto(f"{server.url}/fury/")
        page.locator("#passphrase").fill(PASSPHRASE)
        press(page, "Unlock")
        page.goto(f"{server.url}/fury/")
        has_no_violations(page)

        page.locator("#text").fill(FURY)
        page.locator("main summary").first.click()
        page.locator("input[value=things]").check()
        press(page, "Keep it here")
        has_no_violations(page)
        expect(page.get_by_text("You pay twice for what is broken or taken")).to_be_visible()
        page.locator("#in_a_day").fill("Their mother asks for it.")
        page.locator("input[value=justice]").check()
        page.locator("#safer").fill("Put it in a bag, and the bag in the cellar.")
        press(page, "Close it")
        expect(page.get_by_text("It is closed.")).to_be_visible()
        has_no_violations(page)
        page.emulate_media(media="print")

        page.locator("details").first.evaluate("fold => fold.open = true")
        expect(page.get_by_text(FURY)).to_be_hidden()
        expect(page.get_by_text("Put it in a bag")).to_be_hidden()
        expect(page.get_by_text("This page does not print.")).to_be_visible()


def test_the_three_drives_are_read_by_keyboard_and_axe(night: tuple[Server, str]) -> None:
    server, _ = night
    with browser.chromium() as chromium:
        page = chromium.new_page(viewport={"width": 360, "height": 760}, color_scheme="dark")
        page.goto(f"{server.url}/drives/")
        page.locator("#passphrase").fill(PASSPHRASE)
        press(page, "Unlock")
        page.goto(f"{server.url}/drives/")
        for number, name in enumerate(("back", "hurt", "let_go"), start=2):
            page.locator(f"#{name}-typed").press_sequentially(str(number))
        page.keyboard.press("Enter")

        expect(page.get_by_text("4 of 10, there")).to_be_visible()
        expect(page.get_by_text("You want to let go. That is true today.")).to_be_visible()
        has_no_violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_pledge_prints_on_one_page(night: tuple[Server, str]) -> None:
    server, _ = night
    with browser.chromium() as chromium:
        page = chromium.new_page()
        page.goto(f"{server.url}/path/space/pledge/")
        page.locator("#passphrase").fill(PASSPHRASE)
        press(page, "Unlock")
        page.goto(f"{server.url}/path/space/pledge/")
        for box in page.locator("main form textarea, main form input[type=text]").all():
            box.fill("I do not write to them, on any channel.\nI tell you on the same day.")
        page.locator("#until").fill("2027-03-01")
        press(page, "Keep this")

        page.goto(f"{server.url}/pledge/")

        has_no_violations(page)
        assert pages_in(page.pdf(format="A4")) == 1
        with page.expect_download() as download:
            press(page, "Save it as a PDF file")
        assert pages_in(Path(download.value.path()).read_bytes()) == 1
