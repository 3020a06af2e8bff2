"""What two newcomers do in a browser of their own each, until they share a space."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.web import browser
from tests.web.browser import Server, press
from tests.web.evening import first_pages, nothing

CLOCK = Path(__file__).parent / "moved_clock.py"
PASSPHRASES = {"Alice": "seven quiet herons at dusk", "Bob": "eleven loud geese at dawn"}


@dataclass
class House:
    """One server with a clock that can be moved, a browser, and a window of each of the two."""

    server: Server
    chromium: Browser
    folder: Path
    ahead: Path
    alice: Page
    bob: Page

    @property
    def both(self) -> tuple[Page, Page]:
        """Return both windows."""
        return self.alice, self.bob

    def go(self, path: str) -> None:
        """Open a page in both windows."""
        for page in self.both:
            page.goto(self.server.url + path)

    def a_day_later(self) -> None:
        """Move the clock by a day; both unlock again, and come to the shared space."""
        self.ahead.write_text(str(int(self.ahead.read_text()) + 1))
        for page, name in ((self.alice, "Alice"), (self.bob, "Bob")):
            page.goto(f"{self.server.url}/ours/")
            unlock(page, name)


@contextmanager
def two_newcomers(folder: Path) -> Iterator[House]:
    """Run amends on an empty folder, where Alice and Bob have begun notes of their own."""
    ahead = folder / "days"
    ahead.write_text("0")
    program = (str(CLOCK), str(ahead))
    with (
        browser.running(folder / "data", folder / "said", program) as server,
        browser.chromium() as chromium,
    ):
        alice, bob = window(chromium), window(chromium)
        house = House(server, chromium, folder / "data", ahead, alice, bob)
        alice.goto(server.url)
        begin(alice, "Alice", "Bob")
        bob.goto(server.url)
        bob.get_by_role("link", name="Begin notes for someone else").click()
        begin(bob, "Bob", "Alice")
        yield house


def window(chromium: Browser) -> Page:
    """Open a window like a phone's. Without motion: what fades in has not its colours yet."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    return context.new_page()


def begin(page: Page, me: str, them: str) -> None:
    """Walk through the first run, say that they are together, and answer the questions with no."""
    first_pages(page, page.url, nothing, PASSPHRASES[me])
    page.locator("#me").fill(me)
    page.locator("#them").fill(them)
    press(page, "Keep these names")
    page.locator("input[value=together]").check()
    press(page, "Go on")
    press(page, "This is what they asked for")
    for part in page.locator("main ul.list a").all_inner_texts():
        page.get_by_role("link", name=part.partition("\n")[0]).click()
        for no in page.locator("main input[value=no]").all():
            no.check()
        press(page, "Keep these answers")
        page.goto(page.url.partition("/questions/")[0] + "/questions/")


def unlock(page: Page, name: str) -> None:
    """Unlock one's own notes; whose they are is chosen first."""
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASES[name])
    press(page, "Unlock")
    expect(page.get_by_role("heading", name="Locked")).to_have_count(0)


def invite(house: House) -> str:
    """Let Alice invite and Bob come in; return the code."""
    house.go("/ours/")
    press(house.alice, "Make a code")
    code = house.alice.locator(".code").inner_text()
    house.bob.get_by_label("The code").fill(code.lower())
    press(house.bob, "Use this code")
    return code


def phrase(page: Page) -> list[str]:
    """Return the words that are to be compared aloud."""
    return page.locator(".phrase strong").all_inner_texts()


def compare(house: House) -> None:
    """Both heard the same six words."""
    for page in house.both:
        press(page, "They are the same")
    house.go("/ours/")


def start(house: House, hers: str, his: str) -> None:
    """Both answer the three questions that come before any tool."""
    for page, words in ((house.alice, hers), (house.bob, his)):
        for field in page.locator("main textarea").all():
            field.fill(words)
        press(page, "I have written mine")
    house.go("/ours/")


def take_in(house: House, title: str) -> None:
    """Both want a tool."""
    house.go("/ours/")
    for page in house.both:
        press(page, f"I want this one: {title}")
    house.go("/ours/")
