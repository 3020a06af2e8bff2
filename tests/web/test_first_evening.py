"""From nothing to one honest draft in the drawer, as a newcomer does it, in a real browser."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web import browser
from tests.web.browser import press

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PASSPHRASE = "nine patient lanterns over water"
THEIR_WORDS = "I need time until spring. Please do not write to me."
LETTER = (
    "Bob, I'm sorry I read your messages on Sunday. "
    "I'm sorry if that hurt you, but you were so distant."
)
UNTIL = date.today() + timedelta(days=40)  # noqa: DTZ011 - a day on a form


def begin(page: Page, url: str) -> None:
    """Walk through the first run: what this is, the device, the passphrase, the code."""
    page.goto(url)
    page.get_by_role("link", name="Begin").click()
    page.get_by_role("radio").first.check()
    press(page, "Go on")
    page.get_by_role("link", name="Choose a passphrase").click()
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The same once more").fill(PASSPHRASE)
    press(page, "Use this passphrase")
    code = page.locator(".code").inner_text()
    page.get_by_label("Type the code from your paper").fill(code.lower())
    press(page, "I have it on paper")


def tell(page: Page) -> None:
    """Say who this is about and what they asked for."""
    page.locator("#me").fill("Alice")
    page.locator("#them").fill("Bob")
    press(page, "Keep these names")
    page.locator("input[value=no-contact]").check()
    press(page, "Go on")
    page.locator("[name=words]").fill(THEIR_WORDS)
    page.locator("[name=until]").fill(UNTIL.isoformat())
    press(page, "This is what they asked for")


def answer(page: Page, url: str, exercise: str) -> None:
    """Answer every field of an exercise and keep it."""
    page.goto(f"{url}/path/{exercise}/")
    for box in page.locator("main form textarea, main form input[type=text]").all():
        box.fill("I read the messages on Bob's phone on Sunday.")
    for day in page.locator("main form input[type=date]").all():
        day.fill("2026-03-01")
    for group in page.locator("main form fieldset:has(> label.choice), main form fieldset:has(.scale)").all():
        group.locator("input").first.check()
    press(page, "Keep this")
    expect(page.get_by_text("Kept, and sealed.")).to_be_visible()


def write_and_put_away(page: Page, url: str) -> None:
    """Write an apology, have it read, put it in the drawer."""
    page.goto(f"{url}/write/")
    press(page, "Begin")
    page.locator("#text").fill(LETTER)
    press(page, "Read it for me")
    expect(page.locator("mark.concern").first).to_be_visible()
    page.locator("input[name=urge][value='8']").check()
    press(page, "Put it in the drawer")


def test_the_whole_way_and_again_after_a_restart(tmp_path: Path) -> None:
    data, said = tmp_path / "data", tmp_path / "said"
    with browser.chromium() as chromium:
        page = chromium.new_page()
        with browser.running(data, said) as server:
            begin(page, server.url)
            tell(page)
            expect(page.locator("blockquote")).to_have_text(THEIR_WORDS)
            for exercise in ("understand/right-now", "understand/cause-map", "own/incident"):
                answer(page, server.url, exercise)
            write_and_put_away(page, server.url)
            held = page.url.removeprefix(server.url)
            expect(page.locator("blockquote")).to_have_text(THEIR_WORDS)
            expect(page.locator("[data-copyable]")).to_have_count(0)

        with browser.running(data, said) as server:
            page.goto(f"{server.url}{held}")
            page.get_by_label("Passphrase").fill(PASSPHRASE)
            press(page, "Unlock")
            page.get_by_text("Open the letter").click()
            expect(page.locator(".draft-text")).to_have_text(LETTER)
            expect(page.get_by_role("button", name="Take it out of the drawer")).to_have_count(0)
            page.goto(f"{server.url}/path/own/incident/")
            expect(page.locator("main textarea").first).not_to_be_empty()
            page.goto(server.url)
            expect(page.locator("h1")).to_have_text("Today, Alice")

    assert "Traceback" not in said.read_text()
