"""Marks that follow the words, in a real browser: with scripts and without, wide and on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from tests.web import browser
from tests.web.browser import Server, press
from tests.web.evening import PASSPHRASE, begin, tell

pytestmark = pytest.mark.browser
TAKEN_BACK = "I'm sorry I read your letters, but you hid them."
OWNED = "I read your letters on Sunday."
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


class Desk:
    """A server, and a browser that has walked the first evening; each test begins a draft."""

    def __init__(self, server: Server, context: BrowserContext) -> None:
        self.server = server
        self.context = context

    def begin(self, size: dict[str, int] = WIDE, kind: str = "apology") -> Page:
        """Return a page with a draft begun, nothing written yet."""
        page = self.context.new_page()
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        page.goto(f"{self.server.url}/write/")
        page.locator(f"input[value={kind}]").check()
        press(page, "Begin")
        return page

    def without_scripts(self, address: str) -> Page:
        """Return a page in a browser without scripts, unlocked."""
        chromium = self.context.browser
        assert chromium is not None
        page = chromium.new_context(java_script_enabled=False, viewport=PHONE).new_page()  # type: ignore[arg-type]
        page.goto(f"{self.server.url}{address}")
        page.get_by_label("Passphrase").fill(PASSPHRASE)
        press(page, "Unlock")
        return page


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("desk")
    with (
        browser.running(folder / "data", folder / "said") as server,
        browser.chromium() as chromium,
    ):
        context = chromium.new_context()
        page = context.new_page()
        begin(page, server.url)
        tell(page)
        page.close()
        yield Desk(server, context)


def caret(page: Page) -> int:
    """Return where the caret stands, in the browser's own counting."""
    return int(page.evaluate("document.getElementById('text').selectionStart"))


def note(page: Page, quote: str = "you hid them") -> str:
    """Return a selector for the first note about these words."""
    return f".note:has(q:text('{quote}'))"


def test_marks_appear_after_a_pause_in_typing(desk: Desk) -> None:
    page = desk.begin()

    page.locator("#text").press_sequentially(TAKEN_BACK)

    expect(page.locator("#under mark.concern").first).to_contain_text("but you hid them")
    expect(page.locator(note(page)).first).to_be_visible()
    expect(page.locator("#said")).to_have_attribute("aria-live", "polite")
    expect(page.locator("#said")).to_contain_text("to look at.")


def test_the_underlines_lie_under_the_words(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").press_sequentially("\n😢 Bob,\n\n" + TAKEN_BACK)
    expect(page.locator("#under mark.concern").first).to_be_attached()

    shown = page.locator("#under").evaluate("node => node.textContent")

    assert shown == page.locator("#text").input_value()
    assert page.locator("#under").bounding_box() == page.locator("#text").bounding_box()


def test_the_answer_leaves_focus_and_caret_where_they_are(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").press_sequentially(TAKEN_BACK)
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    before = caret(page)
    page.keyboard.press("x")

    expect(page.locator("#under")).to_have_text(page.locator("#text").input_value())

    expect(page.locator("#text")).to_be_focused()
    assert caret(page) == before + 1


def test_a_slow_answer_never_overwrites_newer_words(desk: Desk) -> None:
    page = desk.begin()
    held: list[Route] = []

    def hold(route: Route) -> None:
        if held or not is_look(route.request):
            route.continue_()
        else:
            held.append(route)

    page.route("**/write/**", hold)
    with page.expect_request(is_look):
        page.locator("#text").press_sequentially(TAKEN_BACK)
    page.locator("#text").fill(OWNED)
    expect(page.locator("#under")).to_have_text(OWNED)
    held[0].fulfill(status=200, body='<p class="late">late</p>')
    with page.expect_response(lambda response: is_look(response.request)):
        page.locator("#text").press_sequentially(" Alone.")

    expect(page.locator("#under")).to_have_text(f"{OWNED} Alone.")
    expect(page.locator(".late")).to_have_count(0)
    assert page.locator("#text").input_value() == f"{OWNED} Alone."


def is_look(request: Request) -> bool:
    return request.method == "POST" and "hx-request" in request.headers


def test_nothing_written_is_in_an_address_and_nothing_leaves_this_machine(desk: Desk) -> None:
    page = desk.begin()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#text").press_sequentially("canary-7f3a " + TAKEN_BACK)
    expect(page.locator(note(page)).first).to_be_visible()

    assert asked
    assert all(address.startswith(desk.server.url) for address in asked)
    assert not any("canary" in address for address in asked)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_what_was_looked_at_is_not_kept(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").press_sequentially(TAKEN_BACK)
    expect(page.locator(note(page)).first).to_be_visible()

    other = desk.context.new_page()
    other.goto(page.url)

    expect(other.locator("#text")).to_have_value("")


HIDE = """hidden => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def put_out_of_sight(page: Page) -> None:
    """Let the tab go out of sight, as when another app comes to the front; and back again."""
    with page.expect_response(
        lambda response: response.status == 204 and "/write/" in response.url
    ):
        page.evaluate(HIDE, True)
    page.evaluate(HIDE, False)


def test_what_stands_is_kept_when_the_tab_goes_out_of_sight(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").fill(TAKEN_BACK)
    put_out_of_sight(page)
    page.locator("#text").fill(OWNED)
    put_out_of_sight(page)

    other = desk.context.new_page()
    other.goto(page.url)

    expect(other.locator("#text")).to_have_value(OWNED)
    press(page, "Keep it, and stop here")
    expect(page.get_by_role("heading", name="Write", exact=True)).to_be_visible()


def test_nothing_is_sent_again_when_nothing_was_typed(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").fill(OWNED)
    put_out_of_sight(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or ""))

    page.evaluate(HIDE, True)
    page.evaluate("() => new Promise(requestAnimationFrame)")

    assert not any("hold" in one for one in asked)


def test_the_count_leads_to_the_first_mark(desk: Desk) -> None:
    page = desk.begin(PHONE)
    page.locator("#text").fill(TAKEN_BACK)

    page.locator("#said a").click()

    expect(page.locator(".note").first).to_be_in_viewport()


def test_the_same_danger_is_not_said_twice(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").fill("If you leave I will kill myself.")
    expect(page.locator("#danger a")).to_be_visible()
    page.locator("#danger .card").evaluate("node => { node.dataset.seen = 'yes'; }")
    page.locator("#text").fill("If you leave I will kill myself. Truly.")
    expect(page.locator("#under")).to_have_text("If you leave I will kill myself. Truly.")

    expect(page.locator("#danger .card")).to_have_attribute("data-seen", "yes")
    expect(page.locator("#danger")).to_have_attribute("aria-live", "polite")


def test_one_press_puts_a_letter_away_and_the_number_can_follow(desk: Desk) -> None:
    page = desk.begin(PHONE)
    page.locator("#text").fill(OWNED)
    press(page, "Put it in the drawer")
    expect(page.get_by_role("heading", name="In the drawer")).to_be_visible()

    press(page, "Keep this number")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_label("9", exact=True).check()
    press(page, "Keep this number")

    expect(page.get_by_text("the urge to send it was 9 of 10.")).to_be_visible()


@pytest.mark.parametrize("kind", ["apology", "goodbye"])
def test_the_policy_lets_everything_through_that_the_page_needs(kind: str, desk: Desk) -> None:
    page = desk.begin(kind=kind)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.reload()
    for words in (TAKEN_BACK, f"{TAKEN_BACK} Please answer me."):
        page.locator("#text").fill(words)
        expect(page.locator("#under")).to_have_text(words)

    assert said == []


def test_one_note_is_open_at_a_time_by_keyboard_and_escape_closes_it(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").fill(TAKEN_BACK + " I promise I will never hurt you again.")
    promise, taken = page.locator(note(page, "I promise")), page.locator(note(page)).first
    expect(promise).to_be_visible()
    for place in (taken, promise):
        place.locator("summary").first.focus()
        page.keyboard.press("Enter")

    expect(page.locator(".note[open]")).to_have_count(1)
    expect(promise.get_by_text("A direction")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".note[open]")).to_have_count(0)
    expect(promise.locator("summary").first).to_be_focused()


def test_the_tab_key_leads_from_the_words_to_every_note(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").fill(TAKEN_BACK + " I promise I will never hurt you again.")
    expect(page.locator(note(page, "I promise"))).to_be_visible()
    reached = set()
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('.note')?.id"))

    assert {place.get_attribute("id") for place in page.locator(".note").all()} <= reached


def test_an_answer_leaves_the_note_that_is_being_read(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").fill(TAKEN_BACK)
    place = page.locator(note(page)).first
    place.locator("summary").first.click()
    place.get_by_text("Leave it as it is").click()
    page.locator("#text").press("End")
    with page.expect_response(lambda response: is_look(response.request)):
        page.locator("#text").press_sequentially(" So.")
        place.locator("textarea[name^=reason]").press_sequentially("It is")

    expect(place.locator("textarea[name^=reason]")).to_be_focused()
    expect(place.locator("textarea[name^=reason]")).to_have_value("It is")
    page.locator("#text").focus()
    expect(page.locator("#under")).to_have_text(f"{TAKEN_BACK} So.")
    expect(page.locator(".note[open]")).to_have_count(1)


def test_a_note_leads_to_its_words_and_the_words_to_their_note(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").fill("😢 " + TAKEN_BACK)
    place = page.locator(note(page)).first
    place.locator("summary").first.click()
    place.get_by_role("button", name="Show the words").click()
    picked = page.evaluate("getSelection().toString()")
    page.keyboard.press("Escape")

    box = page.locator("#under mark.concern").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    assert "you hid them" in picked
    expect(page.locator(".note[open]")).to_have_count(1)


def test_on_a_phone_a_note_is_a_sheet_from_below(desk: Desk) -> None:
    page = desk.begin(PHONE)
    page.locator("#text").fill(TAKEN_BACK)
    place = page.locator(note(page)).first
    place.locator("summary").first.click()

    box = place.bounding_box()

    assert box is not None
    assert (box["x"], box["width"]) == (0, 360)
    assert box["y"] + box["height"] == pytest.approx(740, abs=1)
    place.get_by_text("Close").click()
    expect(page.locator(".note[open]")).to_have_count(0)


def test_when_the_marks_cannot_come_it_says_so(desk: Desk) -> None:
    page = desk.begin()
    page.route("**/write/**", lambda route: route.abort())

    page.locator("#text").fill(TAKEN_BACK)

    expect(page.locator("#said")).to_contain_text("Your words are still here.")
    page.unroute_all()


def test_a_tick_and_a_form_are_answered_too(desk: Desk) -> None:
    page = desk.begin()
    page.locator("#text").fill("word " * 61)
    page.locator("input[value=text]").check()
    expect(page.locator("#length")).to_contain_text("one word too many")

    page.locator("#heard").check()

    expect(page.locator("#ready")).not_to_contain_text("listen first")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_marked_draft(scheme: str, size: dict[str, int], desk: Desk) -> None:
    page = desk.begin(size)
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page.locator("#text").fill(TAKEN_BACK + " If you leave I will kill myself.")
    page.locator(note(page)).first.locator("summary").first.click()

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_without_scripts_the_button_marks_the_text_and_a_mark_can_be_set_aside(
    desk: Desk,
) -> None:
    begun = desk.begin().url.removeprefix(desk.server.url)
    page = desk.without_scripts(begun)
    page.locator("#text").fill(TAKEN_BACK)
    press(page, "Check how it reads")
    expect(page.locator(".copy mark.concern").first).to_be_visible()
    page.locator(".copy mark a").first.click()
    expect(page.locator(".note[open]")).to_have_count(1)
    page.locator(".note[open]").get_by_text("Leave it as it is").click()
    page.locator(".note[open] textarea[name^=reason]").fill("It is true.")
    before = page.locator(".note").count()

    page.locator(".note[open]").get_by_role("button", name="Set this mark aside").click()

    expect(page.locator(".note")).to_have_count(before - 1)
    expect(page.locator("#text")).to_have_value(TAKEN_BACK)
    page.get_by_text("Set aside:").click()
    expect(page.get_by_text("Your reason: It is true.")).to_be_visible()
    press(page, "Take it up again")
    expect(page.locator(".note")).to_have_count(before)
