"""What axe, a keyboard, a phone's width and the quick exit say about every page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from amends.web.urls import page_names
from tests.web import browser
from tests.web.browser import Server, press
from tests.web.evening import PASSPHRASE, begin, say_another_way, tell, write_and_put_away
from tests.web.habit_steps import begin_a_habit
from tests.web.pictures import png
from tests.web.test_every_page import ANSWERS_WITHOUT_A_PAGE, path_of

pytestmark = pytest.mark.browser
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""What a dark scheme can change; everything else was asked in the light one."""
PAGES = [name for name in page_names() if name not in ANSWERS_WITHOUT_A_PAGE]


class Evening:
    """A server and a browser that have walked the first evening once."""

    def __init__(self, server: Server, context: BrowserContext, ids: dict[str, str]) -> None:
        self.server = server
        self.context = context
        self.ids = ids

    def open(self, name: str) -> Page:
        """Open a page of amends on a phone, unlocked."""
        page = self.context.new_page()
        page.set_viewport_size({"width": 360, "height": 740})
        page.emulate_media(color_scheme="light")
        page.goto(self.server.url + path_of(name, self.ids))
        if name != "unlock" and page.get_by_role("heading", name="Locked").count():
            page.get_by_label("Passphrase").fill(PASSPHRASE)
            press(page, "Unlock")
            expect(page.get_by_role("heading", name="Locked")).to_have_count(0)
        return page


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    folder: Path = tmp_path_factory.mktemp("evening")
    with (
        browser.running(folder / "data", folder / "said") as server,
        browser.chromium() as chromium,
    ):
        context = chromium.new_context()
        page = context.new_page()
        begin(page, server.url)
        tell(page)
        write_and_put_away(page, server.url)
        ids = {"draft_id": _id(page)}
        say_another_way(page, server.url)
        ids["entry_id"] = _id(page)
        page.goto(f"{server.url}/urge/")
        press(page, "8")
        ids["urge_id"] = _id(page)
        ids["photo_id"] = put_in_a_picture(page, server.url)
        ids |= begin_a_habit(page, server.url)
        ids["page_id"] = keep_words(page, f"{server.url}/journal/", "Keep this page")
        ids["fury_id"] = keep_words(page, f"{server.url}/fury/", "Keep it here")
        ids["letter_id"] = keep_words(page, f"{server.url}/unsent/", "Put the pen down")
        page.close()
        yield Evening(server, context, ids)


def put_in_a_picture(page: Page, url: str) -> str:
    """Put a picture into the photo box and open it; return the picture's id."""
    page.goto(f"{url}/photos/")
    page.locator("#pictures").set_input_files({"name": "a.png", "mimeType": "", "buffer": png()})
    press(page, "Put them in")
    press(page, "Open it for ten minutes")
    address = page.locator("figure.photo img").get_attribute("src") or ""
    return address.strip("/").rpartition("/")[2]


def keep_words(page: Page, address: str, button: str) -> str:
    """Write into the text of a page and press its button; return the id of what was kept."""
    page.goto(address)
    page.locator("#text").fill("The kettle sang, and nobody ran to it.")
    press(page, button)
    return _id(page)


def _id(page: Page) -> str:
    return page.url.partition("?")[0].rstrip("/").rsplit("/", 1)[-1]


@pytest.fixture(scope="module", params=PAGES)
def shown(evening: Evening, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open each page once, for all that is asked of every page."""
    page = evening.open(request.param)
    yield page
    page.close()


def test_a_phone_never_scrolls_sideways(shown: Page) -> None:
    assert shown.evaluate("document.documentElement.scrollWidth") <= 360


def test_axe_finds_nothing(shown: Page) -> None:
    found = Axe().run(shown)

    assert found.violations_count == 0, found.generate_report()


def test_axe_finds_nothing_at_night(shown: Page) -> None:
    shown.emulate_media(color_scheme="dark")

    found = Axe().run(shown, options=COLOURS)

    assert found.violations_count == 0, found.generate_report()


def test_the_keyboard_reaches_every_control(shown: Page) -> None:
    wanted = shown.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, textarea, select, summary')]
        .filter(e => !e.disabled && e.type !== 'hidden' && e.checkVisibility()
          && e.type !== 'radio')
        .map((e, n) => { e.dataset.n = n; return n }).length"""
    )
    reached = set()
    for _ in range(wanted + 40):
        shown.keyboard.press("Tab")
        number = shown.evaluate("document.activeElement?.dataset?.n")
        reached |= {number} if number else set()
        if len(reached) == wanted:
            break

    assert len(reached) == wanted


def test_three_times_shift_leaves_at_once_and_back_shows_nothing(evening: Evening) -> None:
    page = evening.open("today")
    expect(page.locator("h1")).to_contain_text("Today")
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page).to_have_title("New tab")

    page.go_back()

    expect(page.locator("blockquote")).to_have_count(0)
    page.close()


def test_what_was_typed_is_kept_when_it_falls_asleep(evening: Evening) -> None:
    page = typing(evening, "I read your letters. That was wrong of me.")

    page.clock.fast_forward("05:00")

    expect(page.get_by_role("heading", name="Locked")).to_be_visible()
    assert "That was wrong of me." in newest_draft(page, evening)


def test_what_was_typed_is_kept_when_it_is_locked(evening: Evening) -> None:
    page = typing(evening, "I hid the bill in the drawer.")

    press(page, "Lock")

    expect(page.get_by_role("heading", name="Locked")).to_be_visible()
    assert "I hid the bill in the drawer." in newest_draft(page, evening)


def typing(evening: Evening, words: str) -> Page:
    """Type into a new draft, with a clock that can be moved."""
    page = evening.open("write")
    page.clock.install()
    press(page, "Begin")
    page.locator("#text").press_sequentially(words)
    return page


def newest_draft(page: Page, evening: Evening) -> str:
    """Unlock, and return the text of the draft that was begun last."""
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    press(page, "Unlock")
    expect(page.locator("h1")).to_contain_text("Today")
    page.goto(evening.server.url + "/write/")
    page.locator("ul.list a").first.click()
    return page.locator("#text").input_value()


def test_without_javascript_the_quick_exit_locks_too(evening: Evening) -> None:
    context = evening.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(evening.server.url)
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    press(page, "Unlock")
    press(page, "Leave this page now")
    expect(page).to_have_title("New tab")

    page.goto(evening.server.url + "/write/")

    expect(page.get_by_role("heading", name="Locked")).to_be_visible()
    context.close()
