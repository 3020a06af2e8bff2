"""The steps of a first evening, as a newcomer takes them in a browser."""

from collections.abc import Callable
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from tests.web.browser import press

PASSPHRASE = "nine patient lanterns over water"
THEIR_WORDS = "I need time until spring. Please do not write to me."
LETTER = (
    "Bob, I'm sorry I read your messages on Sunday. It was my choice, and you had to find out "
    "from your sister.\n\nI'm sorry if that hurt you, but you were so distant. I promise I will "
    "never hurt you again."
)
LINE = "You never listen to me."
SEEN = "On Tuesday I told you about the boat. You never listen."


def nothing(_: str) -> None:
    """Look at no page on the way."""


def begin(page: Page, url: str) -> None:
    """Walk through the first run: what this is, the device, the passphrase, the code."""
    first_pages(page, url, nothing)


def first_pages(
    page: Page, url: str, look: Callable[[str], None], passphrase: str = PASSPHRASE
) -> None:
    """Walk through the first run, and look at every page on the way."""
    page.goto(url)
    look("welcome")
    page.get_by_role("link", name="Begin", exact=True).click()
    look("device")
    page.locator("[value=might-look]").check()
    press(page, "Go on")
    look("device-advice")
    page.get_by_role("link", name="Choose a passphrase").click()
    look("new-passphrase")
    page.get_by_label("Passphrase", exact=True).fill(passphrase)
    page.get_by_label("The same once more").fill(passphrase)
    press(page, "Use this passphrase")
    look("code")
    code = page.locator(".code").inner_text()
    page.get_by_label("Type the code from your paper").fill(code.lower())
    press(page, "I have it on paper")


def tell(page: Page, look: Callable[[str], None] = nothing) -> None:
    """Say who this is about and what they asked for."""
    look("names")
    page.locator("#me").fill("Alice")
    page.locator("#them").fill("Bob")
    press(page, "Keep these names")
    look("standing")
    page.locator("input[value=no-contact]").check()
    press(page, "Go on")
    look("asked")
    page.locator("[name=words]").fill(THEIR_WORDS)
    until = datetime.now().astimezone().date() + timedelta(days=40)
    page.locator("[name=until]").fill(until.isoformat())
    press(page, "This is what they asked for")
    look("questions")
    page.get_by_role("link", name="Not now", exact=True).click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()


def answer(page: Page, url: str, exercise: str) -> None:
    """Answer every field of an exercise and keep it."""
    page.goto(f"{url}/path/{exercise}/")
    for box in page.locator("main form textarea, main form input[type=text]").all():
        box.fill("I read the messages on Bob's phone on Sunday.")
    for day in page.locator("main form input[type=date]").all():
        day.fill("2026-03-01")
    for group in page.locator("main form fieldset:has(.choice, .scale):not(:has(fieldset))").all():
        group.locator("input").first.check()
    press(page, "Keep this")
    expect(page.get_by_text("Kept, and sealed.")).to_be_visible()


def say_another_way(page: Page, url: str) -> None:
    """Take up a line, say it another way with a judgement among the feelings, and keep it."""
    page.goto(f"{url}/path/work/another-way/")
    page.locator("#line").fill(LINE)
    press(page, "Take this line")
    page.locator("#see").fill(SEEN)
    page.get_by_text("Words that sound like feelings").click()
    page.locator("input[name=feel][value=ignored]").check()
    page.locator("#feel-more").fill("wobbly")
    press(page, "Keep this")
    expect(page.get_by_text("Kept, and sealed.")).to_be_visible()


def write_and_put_away(page: Page, url: str) -> None:
    """Write an apology, have it read, put it in the drawer."""
    page.goto(f"{url}/write/")
    press(page, "Begin")
    page.locator("#text").fill(LETTER)
    press(page, "Check how it reads")
    expect(page.locator(".note").first).to_be_visible()
    put_away(page)


def put_away(page: Page) -> None:
    """Put the draft in the drawer, the urge at eight."""
    page.locator("input[name=urge][value='8']").check()
    press(page, "Put it in the drawer")
