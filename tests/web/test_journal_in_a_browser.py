"""The journal and letters that stay, in a real browser: on a phone, with and without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web import browser
from tests.web.browser import press
from tests.web.evening import begin, tell

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
WORDS = "The kettle sang, and nobody ran to it."
LETTER = "I still buy your tea."


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def evening(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Page, str]]:
    """Yield a phone on which everything is set up, and where amends answers."""
    with (
        browser.running(tmp_path / "data", tmp_path / "said") as server,
        browser.chromium() as chromium,
    ):
        page = chromium.new_context(java_script_enabled=request.param).new_page()
        page.set_viewport_size({"width": 360, "height": 740})
        begin(page, server.url)
        tell(page)
        yield page, server.url
    kept = b"".join(one.read_bytes() for one in (tmp_path / "data").rglob("*") if one.is_file())
    assert not any(one.encode() in kept for one in (WORDS, LETTER))


def test_a_page_and_a_letter_from_end_to_end(evening: tuple[Page, str]) -> None:
    page, url = evening
    write_a_page(page, url)
    write_a_letter(page, url)


def write_a_page(page: Page, url: str) -> None:
    page.goto(f"{url}/path/")
    page.locator("#work summary").first.click()
    page.get_by_role("link", name="Journal").click()
    page.locator("#text").fill(WORDS)
    press(page, "Another question")
    expect(page.locator("#text")).to_have_value(WORDS)
    page.locator("#act").fill("Put the kettle on at seven.")
    press(page, "Keep this page")
    expect(page.get_by_text("Kept, and sealed.")).to_be_visible()
    expect(page.get_by_text(WORDS).first).to_be_visible()
    page.goto(f"{url}/journal/")
    expect(page.get_by_text(WORDS)).to_have_count(0)
    page.locator(".list a").first.click()
    expect(page.get_by_text(WORDS).first).to_be_visible()


def write_a_letter(page: Page, url: str) -> None:
    page.goto(f"{url}/write/")
    page.get_by_role("link", name="Write a letter that stays").click()
    page.get_by_label("To whom?").fill("you")
    page.get_by_label("The letter").fill(LETTER)
    press(page, "Put the pen down")
    expect(page.locator(".said.held")).to_have_text(LETTER)
    page.get_by_label("What did it tell you?").fill("That mornings are the worst.")
    page.get_by_text("Fold it away until a day").click()
    press(page, "Fold it away")
    expect(page.get_by_text("It lies folded away")).to_be_visible()
    press(page, "Unfold it now")
    page.get_by_text("Let it go").first.click()
    press(page, "Let it go")
    expect(page.get_by_text("That you wrote it stays true.")).to_be_visible()


@pytest.mark.parametrize("evening", [True], indirect=True, ids=["scripts"])
def test_what_was_typed_is_kept_when_one_goes_elsewhere(evening: tuple[Page, str]) -> None:
    page, url = evening
    page.goto(f"{url}/journal/")
    page.locator("#text").press_sequentially(WORDS)

    page.goto(f"{url}/help/")

    kept = page.locator(".list a")
    for _ in range(20):  # it goes along while the next page opens
        page.goto(f"{url}/journal/")
        if kept.count():
            break
    kept.first.click()
    expect(page.get_by_text(WORDS).first).to_be_visible()


@pytest.mark.parametrize("evening", [True], indirect=True, ids=["scripts"])
def test_after_a_quarter_of_an_hour_a_line_says_so(evening: tuple[Page, str]) -> None:
    page, url = evening
    page.goto(f"{url}/journal/")
    line = page.get_by_text("A quarter of an hour has gone by on this page.")
    expect(line).to_be_hidden()

    page.evaluate("document.getAnimations().forEach(one => { one.currentTime = 900001; })")

    expect(line).to_be_visible()
    expect(page.locator("#text")).to_be_editable()


@pytest.mark.parametrize("evening", [True], indirect=True, ids=["scripts"])
def test_the_pages_are_fit_for_everyone(evening: tuple[Page, str]) -> None:
    page, url = evening
    page.goto(f"{url}/unsent/")
    page.get_by_label("The letter").fill(LETTER)
    press(page, "Put the pen down")
    letter = page.url
    page.goto(f"{url}/journal/")
    page.locator("#text").fill(WORDS)
    press(page, "Keep this page")

    for address in (page.url, letter, f"{url}/journal/", f"{url}/unsent/"):
        page.goto(address)
        page.emulate_media(reduced_motion="reduce")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
