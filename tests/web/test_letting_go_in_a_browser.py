"""From they-moved-on to letting go, a closing and the archive, in a browser at a phone's width."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web import browser
from tests.web.browser import Server, press
from tests.web.evening import THEIR_WORDS, answer, begin, tell, write_and_put_away

pytestmark = pytest.mark.browser
SAID = "I am with someone now. Please let me be."
WHO = "I repair clocks, and I say what I owe."


def look(page: Page) -> None:
    """See that nothing runs off the side, and that axe finds nothing."""
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, page.url
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def close(page: Page, url: str) -> None:
    """Read back part by part, choose the first line and one of one's own, and close it."""
    page.goto(f"{url}/closing/")
    look(page)
    page.locator("details.readback[open] input[type=checkbox]").first.check()
    page.locator("details.readback > summary").nth(3).click()
    page.locator("[name='own.keep']").fill("The songs in the kitchen.")
    press(page, "Show the page")
    expect(page.get_by_text("The songs in the kitchen.").first).to_be_visible()
    look(page)
    page.locator("#who").fill(WHO)
    press(page, "It is closed")


def put_away(page: Page, url: str) -> None:
    """Put letters and sheets out of sight for half a year."""
    page.goto(f"{url}/keepsakes/")
    look(page)
    page.get_by_label("Letters and drafts").first.check()
    page.get_by_label("Sheets").first.check()
    press(page, "Put it out of sight")


def test_from_they_moved_on_to_the_archive(server: Server) -> None:
    with browser.chromium() as chromium:
        page = chromium.new_context(
            viewport={"width": 360, "height": 740}, reduced_motion="reduce"
        ).new_page()
        begin(page, server.url)
        tell(page)
        write_and_put_away(page, server.url)

        page.goto(f"{server.url}/agreement/")
        page.get_by_role("link", name="Their life goes on").click()
        look(page)
        page.locator("[name=how][value=said]").check()
        page.locator("#words").fill(SAID)
        press(page, "Write it down")
        expect(page.get_by_text("the gate is closed").first).to_be_visible()
        look(page)
        page.goto(server.url)
        expect(page.get_by_text(SAID)).to_be_visible()

        answer(page, server.url, "let-go/what-i-take-with-me")
        page.goto(f"{server.url}/path/#let-go")
        drawn = page.locator("#drawn-let-go rect").get_attribute("height")
        close(page, server.url)

        expect(page.get_by_text(WHO)).to_be_visible()
        expect(page.get_by_text(SAID)).to_have_count(0)
        expect(page.get_by_text(THEIR_WORDS)).to_have_count(0)
        look(page)
        put_away(page, server.url)
        expect(page.get_by_role("button", name="Open it again")).to_be_visible()
        look(page)
        page.goto(f"{server.url}/write/")
        expect(page.locator(".letters")).to_have_count(0)

        page.goto(f"{server.url}/keepsakes/")
        press(page, "Open it again")
        page.goto(f"{server.url}/write/")
        expect(page.locator(".letters li")).to_have_count(1)
        page.goto(server.url)
        press(page, "Open the path again")
        expect(page.get_by_text("The path is open again")).to_be_visible()
        assert float(drawn or 0) > 0


@pytest.mark.parametrize("scripts", [True, False])
def test_burning_needs_the_word_and_leaves_the_rest(server: Server, *, scripts: bool) -> None:
    with browser.chromium() as chromium:
        page = chromium.new_context(java_script_enabled=scripts).new_page()
        begin(page, server.url)
        tell(page)
        answer(page, server.url, "let-go/closing-tasks")
        page.goto(f"{server.url}/keepsakes/")
        page.get_by_text("Burn it", exact=True).click()
        page.locator("#burn [value=sheets]").check()

        press(page, "Burn what is ticked")
        expect(page.get_by_text("nothing was burned")).to_be_visible()
        page.locator("#burn [value=sheets]").check()
        page.locator("#word").fill("burn")
        press(page, "Burn what is ticked")

        expect(page.get_by_text("It is burned.")).to_be_visible()
        page.goto(f"{server.url}/path/let-go/closing-tasks/")
        expect(page.get_by_text("Read the lesson again")).to_have_count(0)
        page.goto(f"{server.url}/agreement/")
        expect(page.get_by_text(THEIR_WORDS)).to_be_visible()
