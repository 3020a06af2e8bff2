"""Bringing in a chat in a real browser: with and without a script, a file and a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.web import browser, home
from tests.web.browser import Server, press
from tests.web.chats_brought_in import planted
from tests.web.test_chats_import import thread

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as running:
        yield running


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Amends with Alice's notes, and no chat yet."""
    home.furnish(tmp_path / "data")
    with browser.running(tmp_path / "data", tmp_path / "said") as running:
        yield running


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A chat of some megabytes, and a folder as Messenger makes it, with a picture in it."""
    (tmp_path / "chat.txt").write_text(planted() * 60, encoding="utf-8")
    for name, texts in (("bob_1", ("Hello", "Hi", "Oh")), ("carol_2", ("x",))):
        _, inside, content = thread(name, *texts)
        path = tmp_path / inside
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
        (path.parent / "a.jpg").write_bytes(b"\xff\xd8\xff" * 99)
    return tmp_path


def opened(chromium: Browser, server: Server, *, scripts: bool = True) -> Page:
    page = chromium.new_context(java_script_enabled=scripts).new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(server.url + "/chats/")
    page.get_by_label("Passphrase").fill(home.PASSPHRASE)
    press(page, "Unlock")
    page.goto(server.url + "/chats/")
    return page


@pytest.mark.parametrize("scripts", [True, False])
def test_a_file_comes_in(scripts: bool, chromium: Browser, server: Server, files: Path) -> None:
    page = opened(chromium, server, scripts=scripts)

    page.locator("#exports").set_input_files(files / "chat.txt")
    press(page, "Bring it in")

    expect(page.get_by_role("group", name="Which name is yours?")).to_be_visible(timeout=60_000)
    assert page.url == server.url + "/chats/"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_folder_comes_in(scripts: bool, chromium: Browser, server: Server, files: Path) -> None:
    page = opened(chromium, server, scripts=scripts)

    page.locator("#folder").set_input_files(files / "facebook")
    press(page, "Bring it in")

    expect(page.get_by_text("Messenger: 3 messages")).to_be_visible(timeout=30_000)


def test_while_it_is_read_the_page_says_how_far_it_is(
    chromium: Browser, server: Server, files: Path
) -> None:
    page = opened(chromium, server)
    page.route("**/chats/", lambda _: None)  # the answer never comes

    page.locator("#exports").set_input_files(files / "chat.txt")
    press(page, "Bring it in")
    status = page.locator("[data-bring-in] [role=status]")

    expect(status).to_be_visible()
    expect(page.locator("progress")).to_be_visible()
    expect(page.get_by_role("button", name="Bring it in")).to_be_hidden()
    assert Axe().run(page).violations_count == 0


def test_stopping_keeps_nothing(chromium: Browser, server: Server, files: Path) -> None:
    page = opened(chromium, server)
    page.route("**/chats/", lambda _: None)  # the answer never comes

    page.locator("#exports").set_input_files(files / "chat.txt")
    press(page, "Bring it in")
    press(page, "Stop, and keep nothing of it")

    expect(page.get_by_role("button", name="Bring it in")).to_be_visible()
    expect(page.locator("#exports")).to_be_focused()


def test_a_file_that_cannot_be_read_is_told_on_the_same_page(
    chromium: Browser, server: Server, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n" + bytes(90))
    page = opened(chromium, server)

    page.locator("#exports").set_input_files(tmp_path / "a.png")
    press(page, "Bring it in")
    problem = page.get_by_role("alert").filter(has_text="This is a picture")

    expect(problem).to_be_focused()
    expect(page.get_by_role("button", name="Bring it in")).to_be_visible()


def test_a_file_that_is_too_large_is_not_even_sent(
    chromium: Browser, server: Server, files: Path
) -> None:
    page = opened(chromium, server)
    page.evaluate("document.querySelector('[data-bring-in]').dataset.most = '1000'")

    page.locator("#exports").set_input_files(files / "chat.txt")
    press(page, "Bring it in")

    expect(page.get_by_text("That is more than 256 MB together")).to_be_focused()


def test_where_it_breaks_off_the_focus_goes_to_what_is_told(
    chromium: Browser, server: Server, files: Path
) -> None:
    page = opened(chromium, server)
    page.route("**/chats/", lambda route: route.fulfill(status=500))

    page.locator("#exports").set_input_files(files / "chat.txt")
    press(page, "Bring it in")

    expect(page.locator("[data-broken]")).to_be_focused()
