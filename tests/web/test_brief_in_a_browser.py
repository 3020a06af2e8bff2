"""One page for a person you trust, made by hand in a browser."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.web import browser
from tests.web.browser import Server, press
from tests.web.evening import THEIR_WORDS, answer, begin, tell

pytestmark = pytest.mark.browser


def pages_in(pdf: bytes) -> int:
    """Return how many pages a PDF has, whoever made it."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("scripts", [True, False])
def test_what_was_ticked_comes_on_one_page_as_a_file_and_in_print(
    server: Server, tmp_path: Path, *, scripts: bool
) -> None:
    with browser.chromium() as chromium:
        page = chromium.new_context(java_script_enabled=scripts).new_page()
        begin(page, server.url)
        tell(page)
        answer(page, server.url, "understand/right-now")
        page.goto(f"{server.url}/help/brief/")
        for summary in page.locator("main details:not([open]) > summary").all():
            summary.click()
        for box in page.locator("main input[type=checkbox]").all():
            expect(box).not_to_be_checked()
            box.check()

        with page.expect_download() as download:
            press(page, "Save it as a PDF file")
        press(page, "Show the page")

        file = Path(download.value.path()).read_bytes()
        assert pages_in(file) == 1
        expect(page.get_by_text(THEIR_WORDS)).to_be_visible()
        expect(page.get_by_text("on B.'s phone")).to_have_count(3)
        assert pages_in(page.pdf(format="A4")) == 1
        if scripts:
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
