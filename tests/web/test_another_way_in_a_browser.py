"""A line said another way, in a real browser: on a phone, without scripts, after a restart."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.web import browser
from tests.web.browser import press
from tests.web.evening import LINE, PASSPHRASE, SEEN, begin, say_another_way, tell

pytestmark = pytest.mark.browser
SHEET = "/path/work/another-way/"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_it_is_there_after_a_restart(scripts: bool, tmp_path: Path) -> None:
    data, said = tmp_path / "data", tmp_path / "said"
    with browser.chromium() as chromium:
        page = chromium.new_context(java_script_enabled=scripts).new_page()
        page.set_viewport_size({"width": 360, "height": 740})
        with browser.running(data, said) as server:
            begin(page, server.url)
            tell(page)
            say_another_way(page, server.url)
            expect(page.locator(".turn")).to_contain_text("says what they did")
            address = page.url.removeprefix(server.url)

        with browser.running(data, said) as server:
            page.goto(f"{server.url}{address}")
            page.get_by_label("Passphrase").fill(PASSPHRASE)
            press(page, "Unlock")
            expect(page.locator("blockquote")).to_have_text(LINE)
            expect(page.locator("#see")).to_have_value(SEEN)
            expect(page.locator("input[value=wobbly]")).to_be_checked()
            page.goto(f"{server.url}/path/words/")
            expect(page.locator(".often").first).to_contain_text("wobbly")

    kept = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert not any(typed.encode() in kept for typed in (LINE, SEEN, "wobbly"))


def test_the_page_of_lines_is_fit_for_everyone(tmp_path: Path) -> None:
    with (
        browser.running(tmp_path / "data", tmp_path / "said") as server,
        browser.chromium() as chromium,
    ):
        page = chromium.new_context(viewport={"width": 360, "height": 740}).new_page()
        begin(page, server.url)
        tell(page)
        say_another_way(page, server.url)
        page.goto(server.url + SHEET)

        found = Axe().run(page)

        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
