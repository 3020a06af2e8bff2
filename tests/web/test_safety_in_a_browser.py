"""The questions and the page about now, by keyboard alone, at a phone's width."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web import browser
from tests.web.browser import Server
from tests.web.evening import begin, tell

pytestmark = pytest.mark.browser
MOST_STEPS = 60
"""More than any of these pages has controls before the one that is wanted."""


@pytest.fixture
def phone(server: Server) -> Iterator[Page]:
    """Yield a narrow page of someone who has said how things stand."""
    with browser.chromium() as chromium:
        # Without motion: what still fades in has not its colours yet when axe looks.
        page = chromium.new_context(
            viewport={"width": 360, "height": 740}, reduced_motion="reduce"
        ).new_page()
        begin(page, server.url)
        tell(page)
        yield page


def reach(page: Page, control: str) -> None:
    """Step with Tab until this control has the focus, and see that the focus can be seen."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", control):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            return
    raise AssertionError(f"Tab never reached {control}")


def check(page: Page) -> None:
    """Find nothing with axe, nothing that scrolls sideways, and one heading of the page."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize(
    ("part", "question", "said"),
    [
        ("1", "hark-2", "What was done to you is not something for you to make amends for"),
        ("2", "followed", "“Being safe to be around” on your Path"),
        ("1", "grave", "signs that someone could be killed"),
    ],
)
def test_the_questions_are_answered_with_tab_arrows_and_enter(
    phone: Page, server: Server, part: str, question: str, said: str
) -> None:
    phone.goto(f"{server.url}/questions/")
    check(phone)
    reach(phone, f"a[href='/questions/{part}/']")
    phone.keyboard.press("Enter")
    expect(phone.locator("fieldset").first).to_be_visible()
    check(phone)

    reach(phone, f"input[name='{question}']")
    phone.keyboard.press("ArrowUp")
    phone.keyboard.press("ArrowUp")
    expect(phone.locator(f"input[name='{question}'][value=yes]")).to_be_checked()
    reach(phone, "main form .actions button")
    phone.keyboard.press("Enter")

    expect(phone.locator("main")).to_contain_text(said)
    check(phone)
    reach(phone, "a[href='tel:112']")


@pytest.mark.parametrize(
    ("button", "heading", "answer"),
    [
        ("yes", "You do not have to be alone with this", "You said yes."),
        ("no", "You do not have to be alone with this", "You said no."),
        ("others", "First, go where they are not.", "Leave the place first."),
    ],
)
def test_the_page_about_now_answers_a_keyboard_and_no_address_says_how(
    phone: Page, server: Server, button: str, heading: str, answer: str
) -> None:
    phone.goto(f"{server.url}/crisis/")
    check(phone)

    reach(phone, f"button[value='{button}']")
    phone.keyboard.press("Enter")

    expect(phone.get_by_role("status")).to_contain_text(answer)
    expect(phone.locator("h1")).to_have_text(heading)
    check(phone)
    assert phone.url == f"{server.url}/crisis/"
    reach(phone, "a[href='tel:112']")
