"""A scene walked by keyboard on a phone, without scripts too; a letter on a phone and on paper."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web import browser
from tests.web.browser import press
from tests.web.evening import begin, tell

pytestmark = pytest.mark.browser


def is_fit(page: Page) -> None:
    """Hold a page to axe and to 360 px."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def go_to(page: Page, name: str) -> None:
    """Move with the Tab key until the button or field of that name has the focus."""
    wanted = page.get_by_role("button", name=name).or_(page.get_by_label(name)).first
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {name}")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_scene_is_walked_by_keyboard_to_its_end(scripts: bool, tmp_path: Path) -> None:
    data, said = tmp_path / "data", tmp_path / "said"
    with browser.running(data, said) as server, browser.chromium() as chromium:
        context = chromium.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.set_viewport_size({"width": 360, "height": 740})
        begin(page, server.url)
        tell(page)
        page.goto(f"{server.url}/rehearsals/")
        if scripts:
            is_fit(page)
        page.get_by_role("link", name="You hear a no").press("Enter")
        go_to(page, "In your own words, or what you would do")
        page.keyboard.type("Please, I am begging you, one more chance.")
        go_to(page, "Say this")
        page.keyboard.press("Enter")

        expect(page.locator(".replied")).to_contain_text("Begging")
        expect(page.locator(".happens")).to_contain_text("I said no.")
        if scripts:
            is_fit(page)
        go_to(page, "Say nothing more. Nod, and look at the table.")
        page.keyboard.press("Enter")
        go_to(page, "“Yes. Take care on the way.”")
        page.keyboard.press("Enter")

        expect(page.get_by_role("heading", level=2).last).to_have_text(
            "The no is heard, and it is left as it is"
        )
        if scripts:
            is_fit(page)
        go_to(page, "One line on what you learnt")
        page.keyboard.type("It was shorter without asking.")
        page.keyboard.press("Enter")
        expect(page.get_by_text("It was shorter without asking.")).to_be_visible()

    kept = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert b"shorter without asking" not in kept
    assert b"begging you" not in kept


def test_the_jar_is_read_back_in_a_letter(tmp_path: Path) -> None:
    with (
        browser.running(tmp_path / "data", tmp_path / "said") as server,
        browser.chromium() as chromium,
    ):
        page = chromium.new_page()
        page.set_viewport_size({"width": 360, "height": 740})
        begin(page, server.url)
        tell(page)
        page.goto(f"{server.url}/path/work/evidence-jar/")
        page.locator("#what").fill("I said six, and was there at six.")
        press(page, "Keep this")

        page.goto(f"{server.url}/letter/")

        expect(page.locator(".paper")).to_contain_text("I said six, and was there at six.")
        is_fit(page)
        page.goto(f"{server.url}/body/")
        is_fit(page)
        page.emulate_media(media="print")
        page.goto(f"{server.url}/letter/")
        expect(page.locator("select")).to_be_hidden()
        expect(page.locator(".paper")).to_be_visible()
