"""Leaving in a hurry, locking and sleeping, as Chromium and Firefox really do them."""

import json
import re
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.web import browser
from tests.web.browser import CHROMIUM, FLAGS, Server, press
from tests.web.firefox import FIREFOX, Firefox, firefox
from tests.web.home import LETTER, PASSPHRASE, THEIR_WORDS, furnish

pytestmark = pytest.mark.browser
TYPED = "I hid the bill in the drawer."
BLANK_WITHIN = 100  # milliseconds

# From each Shift that leaves to the first frame in which nothing is left of the page. Then it is
# shown again, for the next one: other work on the machine must not decide what is measured.
MEASURE = """
(tell) => {
  const root = document.documentElement;
  let quickest = null;
  addEventListener("keydown", (event) => {
    if (!root.hidden) return;
    const pressed = event.timeStamp;
    requestAnimationFrame(() => setTimeout(() => {
      const left = { ms: performance.now() - pressed, hidden: root.hidden,
        title: document.title, icon: document.querySelector("[rel=icon]").href };
      if (!quickest || left.ms < quickest.ms) quickest = left;
      tell(JSON.stringify(quickest));
      root.hidden = false;
    }));
  });
}
"""
TRIES = 20


@dataclass
class Home:
    """Alice's machine: a server, and a Chromium."""

    server: Server
    chromium: Browser
    data: Path
    draft: str

    def unlock(self, context: BrowserContext | None = None, path: str = "/") -> Page:
        """Open amends in a window and unlock it."""
        page = (context or self.chromium.new_context()).new_page()
        page.goto(self.server.url + path)
        self.pass_lock(page)
        return page

    def pass_lock(self, page: Page) -> None:
        """Type the passphrase where it is asked for."""
        if page.get_by_role("heading", name="Locked").count():
            page.get_by_label("Passphrase").fill(PASSPHRASE)
            press(page, "Unlock")
            expect(page.get_by_role("button", name="Lock")).to_be_visible()

    def go(self, page: Page, *paths: str) -> None:
        """Open some pages, one after the other."""
        for path in paths:
            page.goto(self.server.url + path)

    def open_sessions(self) -> int:
        """Return how many unlocked sessions the database holds."""
        with closing(sqlite3.connect(self.data / "notes.sqlite3")) as database:
            return int(database.execute("SELECT count(*) FROM store_unlockedsession").fetchone()[0])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    folder = tmp_path_factory.mktemp("home")
    draft = furnish(folder / "data")
    with (
        browser.running(folder / "data", folder / "said") as server,
        browser.chromium() as chromium,
    ):
        yield Home(server, chromium, folder / "data", draft)


def shows_nothing(page: Page) -> bool:
    """Say whether a page is free of what is private, on screen, in its source and on paper."""
    page.emulate_media(media="print")
    on_paper = page.locator("body").inner_text()
    page.emulate_media(media="screen")
    everything = page.content() + page.locator("body").inner_text() + on_paper + page.title()
    return not any(words in everything for words in (THEIR_WORDS, LETTER, TYPED, "amends ·"))


def leave_by_keyboard(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page).to_have_title("New tab")
    expect(page.locator("h1")).to_have_text("New tab")


def test_the_page_is_blank_within_a_tenth_of_a_second_though_the_server_hangs(home: Home) -> None:
    page = home.unlock()
    home.go(page, f"/write/{home.draft}/")
    page.evaluate(f"({MEASURE})(console.log)")
    with hanging(home.server):
        for _ in range(2):
            page.keyboard.press("Shift")
        for _ in range(TRIES):
            with page.expect_console_message() as said:
                page.keyboard.press("Shift")
        left = json.loads(said.value.text)
    page.context.close()

    assert left["ms"] < BLANK_WITHIN
    assert left["hidden"]
    assert left["title"] == "New tab"
    assert left["icon"].endswith("blank.svg")


@contextmanager
def hanging(server: Server) -> Iterator[None]:
    """Have a server answer nothing for the length of a block."""
    server.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        server.process.send_signal(signal.SIGCONT)


def test_leaving_drops_the_keys(home: Home) -> None:
    page = home.unlock()
    leave_by_keyboard(page)
    home.go(page, "/help/")  # an answer after the one that locked

    names = [one["name"] for one in page.context.cookies()]
    assert home.open_sessions() == 0
    assert not any(re.fullmatch(r"notes_[0-9a-f]{8}", name) for name in names)
    page.context.close()


def test_after_leaving_back_shows_the_neutral_page_each_time(home: Home) -> None:
    page = home.unlock()
    home.go(page, "/agreement/", f"/write/{home.draft}/", "/settings/")
    leave_by_keyboard(page)

    for _ in range(3):
        page.go_back()
        expect(page).to_have_title("New tab")
        assert shows_nothing(page)
    page.context.close()


def test_every_other_window_leaves_as_well(home: Home) -> None:
    page = home.unlock()
    other = home.unlock(page.context, "/agreement/")

    leave_by_keyboard(page)

    expect(other).to_have_title("New tab")
    assert shows_nothing(other)
    page.context.close()


def test_without_javascript_back_asks_for_the_passphrase(home: Home) -> None:
    page = home.unlock(home.chromium.new_context(java_script_enabled=False))
    home.go(page, "/agreement/", f"/write/{home.draft}/")
    press(page, "Leave this page now")
    expect(page).to_have_title("New tab")

    for _ in range(2):
        page.go_back()
        expect(page.get_by_role("heading", name="Locked")).to_be_visible()
        assert page.title() == "Notes"
    page.context.close()


@pytest.mark.parametrize("how", ["back", "refresh", "again"])
def test_after_locking_nothing_private_shows(how: str, home: Home) -> None:
    page = home.unlock()
    home.go(page, "/agreement/", f"/write/{home.draft}/")
    press(page, "Lock")
    expect(page.get_by_role("heading", name="Locked")).to_be_visible()

    for _ in range(2):
        if how == "back":
            page.go_back()
        elif how == "refresh":
            page.reload()
        else:
            home.go(page, f"/write/{home.draft}/")
        expect(page.get_by_role("heading", name="Locked")).to_be_visible()
        assert shows_nothing(page)
    page.context.close()


def test_a_refresh_after_a_wrong_passphrase_and_a_right_one_opens_nothing(home: Home) -> None:
    """No page that stands in the history was the answer to the right passphrase."""
    page = home.chromium.new_context().new_page()
    home.go(page, "/")
    page.get_by_label("Passphrase").fill("wrong")
    press(page, "Unlock")
    home.pass_lock(page)
    press(page, "Lock")

    for _ in range(3):
        with suppress(Error):  # the browser asks first whether to send the wrong one again
            page.go_back()
        with suppress(Error):
            page.reload()
        assert shows_nothing(page)
    assert home.open_sessions() == 0
    page.context.close()


def test_a_restored_tab_shows_nothing_once_it_is_locked(home: Home, tmp_path: Path) -> None:
    with profile(home, tmp_path / "profile") as context:
        page = home.unlock(context, "/agreement/")
        home.go(page, f"/write/{home.draft}/")
        press(page, "Lock")
    for one in (tmp_path / "profile").rglob("*"):
        if one.is_file():
            held = one.read_bytes()
            assert not any(words.encode() in held for words in (THEIR_WORDS, LETTER))

    with profile(home, tmp_path / "profile", "--restore-last-session") as context:
        for page in context.pages:
            assert shows_nothing(page)
        page = context.new_page()
        home.go(page, f"/write/{home.draft}/")
        expect(page.get_by_role("heading", name="Locked")).to_be_visible()


def test_it_locks_when_the_machine_slept_however_short(home: Home) -> None:
    page = home.unlock(path="/agreement/")
    page.clock.install()
    home.go(page, "/agreement/")
    expect(page.locator("blockquote").first).to_be_visible()

    page.clock.fast_forward("01:30")

    expect(page.get_by_role("heading", name="Locked")).to_be_visible()
    assert shows_nothing(page)
    page.context.close()


def test_a_touch_in_one_window_keeps_the_other_open(home: Home) -> None:
    page = home.unlock(path="/agreement/")
    other = page.context.new_page()
    clock = page.context.clock  # of both windows
    clock.install()
    home.go(page, "/agreement/")
    home.go(other, "/agreement/")

    for _ in range(3):
        clock.run_for("03:00")
        page.mouse.click(5, 300)
    clock.run_for(5000)
    is_open = other.locator("blockquote").count()
    clock.run_for("05:00")

    assert is_open
    expect(other.get_by_role("heading", name="Locked")).to_be_visible()
    page.context.close()


def test_what_was_typed_comes_back_when_the_server_had_locked_first(home: Home) -> None:
    page = home.unlock(path=f"/write/{home.draft}/")
    page.clock.install()
    home.go(page, f"/write/{home.draft}/")
    page.locator("#text").fill(TYPED)
    elsewhere = home.unlock()
    press(elsewhere, "Lock")
    expect(elsewhere.get_by_role("heading", name="Locked")).to_be_visible()

    page.clock.fast_forward("08:00")
    expect(page.get_by_role("heading", name="Locked")).to_be_visible()
    is_sealed = shows_nothing(page)
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    press(page, "Unlock")
    press(page, "Go on with what I wrote")
    home.go(page, f"/write/{home.draft}/")

    assert is_sealed
    expect(page.locator("#text")).to_have_value(TYPED)
    page.context.close()


@contextmanager
def profile(home: Home, folder: Path, *flags: str) -> Iterator[BrowserContext]:
    """Run a Chromium whose profile stays when it is closed."""
    context = home.chromium.browser_type.launch_persistent_context(
        folder, executable_path=CHROMIUM, args=[*FLAGS, *flags]
    )
    yield context
    context.close()


@pytest.fixture
def fox(tmp_path: Path) -> Iterator[Firefox]:
    if FIREFOX is None:
        pytest.skip("Firefox is not installed")
    with firefox(tmp_path / "profile") as running:
        yield running
    shutil.rmtree(tmp_path / "profile", ignore_errors=True)


def unlock_in(fox: Firefox, home: Home) -> None:
    fox.open(home.server.url)
    fox.fill("#passphrase", PASSPHRASE)
    fox.click("main form button")
    fox.find("[data-idle-minutes]")


def test_in_firefox_leaving_blanks_at_once(fox: Firefox, home: Home) -> None:
    unlock_in(fox, home)
    fox.run(f"({MEASURE})((it) => {{ window.name = it }})")
    with hanging(home.server):
        fox.press_shift(TRIES)
        left = json.loads(fox.run("return window.name"))
    wait_for_title(fox, "New tab")

    assert left["ms"] < BLANK_WITHIN
    assert left["hidden"]
    assert left["title"] == "New tab"


def test_in_firefox_back_shows_the_neutral_page_each_time(fox: Firefox, home: Home) -> None:
    unlock_in(fox, home)
    for path in ("/agreement/", f"/write/{home.draft}/"):
        fox.open(home.server.url + path)
    before = fox.shown()
    fox.press_shift(3)
    wait_for_title(fox, "New tab")
    seen = []
    for _ in range(2):
        fox.ask("Back")
        wait_for_title(fox, "New tab")
        seen.append(fox.shown())

    assert "Write it as it comes" in before
    assert set(seen) == {"New tab"}
    assert home.open_sessions() == 0


def test_in_firefox_nothing_private_shows_after_locking(fox: Firefox, home: Home) -> None:
    unlock_in(fox, home)
    fox.open(f"{home.server.url}/agreement/")
    is_there = THEIR_WORDS in fox.shown()
    fox.click("[action='/lock/'] button")
    fox.find("#passphrase")
    seen = []
    for command in ("Back", "Refresh"):
        fox.ask(command)
        fox.find("#passphrase")
        seen.append(fox.shown() + fox.run("return document.documentElement.outerHTML"))

    assert is_there
    assert not any(THEIR_WORDS in page for page in seen)
    assert fox.title() == "Notes"


def wait_for_title(fox: Firefox, title: str) -> None:
    """Wait until the tab says this and its page is there."""
    there = """
        const is_there = document.readyState === "complete" && !document.documentElement.hidden;
        return is_there ? document.title : "";
    """
    fox.until(lambda: fox.run(there) == title, title)
