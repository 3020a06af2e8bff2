"""Two windows, browsers or people at once: what is locked shows nowhere, and nothing mixes."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from amends.web import pages
from tests.web import browser
from tests.web.browser import Server, press
from tests.web.test_every_page import PRIVATE as PRIVATE_PAGES
from tests.web.test_every_page import path_of

pytestmark = pytest.mark.browser
ALICE, BOB = "seven quiet herons at dusk", "eleven loud geese at dawn"
ALICES = {part: f"canary-alice-{part}" for part in ("agreement", "draft", "entry")}
BOBS = {part: f"canary-bob-{part}" for part in ("agreement", "draft", "entry")}
PRIVATE = [*ALICES.values(), *BOBS.values()]
TOP = Path(__file__).parents[2]
"""Where `tests` can be imported from."""
SCRIPTS = "{% block scripts %}"
NEW_ACCOUNT = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from amends import store
store.open_folder(Path(sys.argv[1]))
store.prepare()
from amends.contact import State, Terms, begin
from amends.vault import FLOOR
from tests.web.kept import one_of_each
passphrase, agreement, draft, entry = sys.argv[2:]
now = datetime.now(UTC)
vault, _ = store.Vault.create(passphrase, cost=FLOOR)
vault.put(begin(Terms(state=State.SPACE, words=agreement), now))
print(json.dumps(one_of_each(vault, now, draft, entry)))
"""


def template_of(name: str) -> str:
    path = Path(pages.__path__[0]) / name / "page.html"
    return path.read_text() if path.is_file() else ""


WITH_SCRIPTS = [name for name in PRIVATE_PAGES if SCRIPTS in template_of(name)]


@dataclass
class House:
    """One server, one Chromium, and the ids of what Alice and Bob keep there."""

    server: Server
    chromium: Browser
    alices: dict[str, str]
    bobs: dict[str, str]

    def path(self, name: str) -> str:
        """Return the address of one of Alice's pages."""
        return self.server.url + path_of(name, self.alices)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    alices, bobs = (
        new_account(folder / "data", passphrase, *words.values())
        for passphrase, words in ((ALICE, ALICES), (BOB, BOBS))
    )
    with (
        browser.running(folder / "data", folder / "said") as server,
        browser.chromium() as chromium,
    ):
        yield House(server, chromium, alices, bobs)


def new_account(folder: Path, *said: str) -> dict[str, str]:
    """Make an account with an agreement and one of everything that has a page; return the ids."""
    command = [sys.executable, "-c", NEW_ACCOUNT, str(folder), *said]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=TOP)
    ids: dict[str, str] = json.loads(done.stdout)
    return ids


@pytest.fixture
def mine(house: House) -> Iterator[BrowserContext]:
    """Alice's browser, unlocked."""
    with unlocked(house, 0, ALICE) as context:
        yield context


@pytest.fixture
def other(house: House) -> Iterator[BrowserContext]:
    """A second browser of Alice's, unlocked too."""
    with unlocked(house, 0, ALICE) as context:
        yield context


@pytest.fixture
def bobs(house: House) -> Iterator[BrowserContext]:
    """Bob's browser, unlocked."""
    with unlocked(house, 1, BOB) as context:
        yield context


@contextmanager
def unlocked(house: House, whose: int, passphrase: str) -> Iterator[BrowserContext]:
    context = house.chromium.new_context()
    page = context.new_page()
    page.goto(house.server.url + "/unlock/")
    unlock(page, whose, passphrase)
    expect(page.locator("h1")).to_contain_text("Today")
    page.close()
    yield context
    context.close()


def unlock(page: Page, whose: int, passphrase: str) -> None:
    chooser = page.locator("input[name=account]")
    if chooser.count():
        chooser.nth(whose).check()
    page.get_by_label("Passphrase").fill(passphrase)
    press(page, "Unlock")


def show(context: BrowserContext, house: House) -> Page:
    """Open the draft, having looked at two pages before, and see that it is there."""
    page = context.new_page()
    for name in ("agreement", "today", "draft"):
        page.goto(house.path(name))
    assert ALICES["draft"] in seen(page)
    return page


def seen(page: Page) -> str:
    """Return all that a page holds, shown or not, and what stands in its fields."""
    page.wait_for_load_state()
    fields = "[...document.querySelectorAll('textarea, input')].map(e => e.value).join(' ')"
    return page.content() + str(page.evaluate(fields))


def private(text: str) -> list[str]:
    return [words for words in PRIVATE if words in text]


def on_paper(page: Page) -> str:
    page.emulate_media(media="print")
    return page.locator("html").inner_text()


def test_alices_words_are_on_her_pages_and_on_her_paper(house: House, mine: BrowserContext) -> None:
    page = mine.new_page()

    found = []
    for name in ("entry", "draft", "agreement"):
        page.goto(house.path(name))
        found += private(seen(page))

    assert set(ALICES.values()) <= set(found)
    assert ALICES["agreement"] in on_paper(page)


@pytest.mark.asvs("V7.4.1", "V14.3.1")
def test_the_window_beside_goes_dark_by_itself_and_shows_nothing_on_paper(
    house: House, mine: BrowserContext
) -> None:
    left, right = show(mine, house), show(mine, house)

    press(left, "Lock")

    expect(right.get_by_role("heading", name="Locked")).to_be_visible()
    assert private(seen(right) + on_paper(right)) == []


@pytest.mark.asvs("V7.4.1", "V14.3.1", "V14.3.2")
def test_after_locking_in_one_browser_the_other_shows_nothing(
    house: House, mine: BrowserContext, other: BrowserContext
) -> None:
    left, right = show(mine, house), show(other, house)
    press(left, "Lock")
    expect(left.get_by_role("heading", name="Locked")).to_be_visible()

    looks = []
    right.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(right.get_by_role("heading", name="Locked")).to_be_visible()
    looks.append(seen(right))
    for _ in range(3):
        right.go_back()
        looks.append(seen(right))
    right.reload()
    looks.append(seen(right))
    for name in ("draft", "agreement", "entry", "path"):
        tab = other.new_page()
        tab.goto(house.path(name))
        looks.append(seen(tab))

    assert [private(look) for look in looks if private(look)] == []


def test_back_and_forward_show_nothing_where_it_was_locked(
    house: House, mine: BrowserContext
) -> None:
    page = show(mine, house)
    press(page, "Lock")
    expect(page.get_by_role("heading", name="Locked")).to_be_visible()

    looks = []
    for go in (page.go_back, page.go_back, page.go_forward, page.reload):
        go()
        looks.append(seen(page))

    assert [private(look) for look in looks if private(look)] == []


def test_what_was_typed_beside_the_lock_comes_back_after_unlocking(
    house: House, mine: BrowserContext
) -> None:
    left, right = mine.new_page(), show(mine, house)
    left.goto(house.path("today"))
    right.goto(house.server.url + "/path/own/incident/")
    field = right.locator("main textarea").first
    field.press_sequentially("I read the messages on Sunday.")

    press(left, "Lock")
    expect(right.get_by_role("heading", name="Locked")).to_be_visible()
    unlock(right, 0, ALICE)

    expect(right.locator("h1")).not_to_have_text("Locked")
    assert "I read the messages on Sunday." in right.content()


@pytest.mark.asvs("V7.4.1")
def test_a_restored_session_shows_nothing_after_locking(house: House, mine: BrowserContext) -> None:
    """A browser that is opened again may bring tabs and session cookies back."""
    page = show(mine, house)
    kept = mine.storage_state()
    press(page, "Lock")
    expect(page.get_by_role("heading", name="Locked")).to_be_visible()

    tab = house.chromium.new_context(storage_state=kept).new_page()
    tab.goto(house.path("draft"))

    assert any(cookie["httpOnly"] for cookie in kept["cookies"])
    assert private(seen(tab)) == []
    tab.context.close()


@pytest.mark.asvs("V14.3.3")
def test_the_browser_stores_nothing_but_its_cookies(house: House, mine: BrowserContext) -> None:
    page = mine.new_page()
    for name in [*WITH_SCRIPTS, "today"]:
        page.goto(house.path(name))
    stored = page.evaluate(
        """async () => [{...localStorage}, {...sessionStorage}, await caches.keys(),
        (await indexedDB.databases()).length, document.cookie]"""
    )

    assert stored == [{}, {}, [], 0, ""]


@pytest.mark.asvs("V8.2.2", "V8.4.1")
def test_two_accounts_in_two_browsers_never_mix(
    house: House, mine: BrowserContext, bobs: BrowserContext
) -> None:
    """Both ask for every page, twenty at a time, while the server has four threads."""
    pages = {"alice": mine.new_page(), "bob": bobs.new_page()}
    for page in pages.values():
        page.goto(house.server.url + "/help/")
    begun = {
        who: page.evaluate_handle(ASK_FOR_ALL, [_paths(house, who), 4])
        for who, page in pages.items()
    }

    answers = {who: handle.evaluate("job => job.all") for who, handle in begun.items()}

    assert private(answers["alice"]) == list(ALICES.values())
    assert private(answers["bob"]) == list(BOBS.values())


ASK_FOR_ALL = """([paths, rounds]) => {
  const all = Array.from({ length: rounds }, () => paths).flat();
  const ask = (path) => fetch(path).then((answer) => answer.text());
  return { all: Promise.all(all.map(ask)).then((texts) => texts.join(" ")) };
}"""


def _paths(house: House, who: str) -> list[str]:
    """Return every private page, with the ids of that person."""
    ids = house.alices if who == "alice" else house.bobs
    return [path_of(name, ids) for name in PRIVATE_PAGES]
