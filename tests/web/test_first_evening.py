"""From nothing to one honest draft in the drawer, as a newcomer does it, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web import browser
from tests.web.browser import press
from tests.web.evening import (
    LETTER,
    PASSPHRASE,
    THEIR_WORDS,
    answer,
    begin,
    tell,
    write_and_put_away,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_whole_way_and_again_after_a_restart(scripts: bool, tmp_path: Path) -> None:
    data, said = tmp_path / "data", tmp_path / "said"
    with browser.chromium() as chromium:
        page = chromium.new_context(java_script_enabled=scripts).new_page()
        with browser.running(data, said, browser.AMENDS) as server:
            begin(page, server.url)
            tell(page)
            expect(page.locator("blockquote")).to_have_text(THEIR_WORDS)
            for exercise in ("understand/right-now", "understand/cause-map", "own/incident"):
                answer(page, server.url, exercise)
            write_and_put_away(page, server.url)
            held = page.url.removeprefix(server.url)
            expect(page.locator("blockquote")).to_have_text(THEIR_WORDS)
            expect(page.locator("[data-copyable]")).to_have_count(0)

        with browser.running(data, said, browser.AMENDS) as server:
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

    kept = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert "Traceback" not in said.read_text()
    assert not any(typed.encode() in kept for typed in (THEIR_WORDS, LETTER, "Bob's phone"))
    assert PASSPHRASE not in said.read_text()
