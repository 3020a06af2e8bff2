"""A lapse and a look at a picture on a phone, with what axe says about the pages."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web import browser
from tests.web.browser import Server, press
from tests.web.evening import THEIR_WORDS, begin, tell
from tests.web.pictures import png

pytestmark = pytest.mark.browser


def sound(page: Page) -> None:
    """Hold a page on a phone to axe, and to its width."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_lapse_is_one_square_among_the_days(server: Server) -> None:
    with browser.chromium() as chromium:
        page = chromium.new_page(viewport={"width": 360, "height": 740})
        begin(page, server.url)
        tell(page)
        page.goto(f"{server.url}/space/")
        expect(page.locator("blockquote")).to_have_text(THEIR_WORDS)
        expect(page.get_by_text("Today is the first day.")).to_be_visible()
        sound(page)

        page.goto(f"{server.url}/agreement/log/")
        page.locator("input[name=by][value=me]").check()
        press(page, "Write it down")
        page.goto(f"{server.url}/space/")

        expect(page.get_by_text("On one day you did not.")).to_be_visible()
        expect(page.locator(".weeks .broken")).to_have_count(1)
        expect(page.get_by_role("img", name=re.compile("One day was not"))).to_be_visible()
        sound(page)


def test_a_picture_is_seen_only_while_the_box_is_open(server: Server) -> None:
    with browser.chromium() as chromium:
        page = chromium.new_page(viewport={"width": 360, "height": 740})
        begin(page, server.url)
        tell(page)
        page.goto(f"{server.url}/photos/")
        page.locator("#pictures").set_input_files(
            {"name": "a.png", "mimeType": "image/png", "buffer": png(40)}
        )
        press(page, "Put them in")
        sound(page)

        press(page, "Open it for ten minutes")
        seen = page.locator("figure.photo img")
        address = str(seen.get_attribute("src"))

        assert seen.evaluate("image => image.decode().then(() => image.naturalWidth)") == 40
        sound(page)
        press(page, "Close the box now")
        expect(seen).to_have_count(0)
        page.goto(server.url + address)
        expect(page).to_have_url(f"{server.url}/photos/")
