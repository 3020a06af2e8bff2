"""The scripts of the pages for two: what comes by itself leaves focus and words where they are."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page, Route, expect

from amends.together import Phase
from amends.web import static
from amends.web.content import words
from tests.web import browser

pytestmark = pytest.mark.browser
SITE = "http://amends.test"
STATIC = Path(next(iter(static.__path__))) / "web"
NOW = datetime(2026, 3, 12, 20, 0, tzinfo=UTC)
ASKS = 3_000
"""Milliseconds between two questions of the page, as in its script."""
STILL = "Enough for today"
SPEAKING = {"turn": "You speak.", "button": "I have said it"}
LISTENING = {"turn": "They speak. You listen.", "button": ""}


@dataclass
class Site:
    """A server of a few lines: what it shows now, and every form that was sent to it."""

    page: Page
    shown: str = ""
    beat: str = ""
    sent: list[dict[str, str]] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        """Answer one request of the browser."""
        path, request = urlparse(route.request.url).path, route.request
        if path.startswith("/static/"):
            route.fulfill(path=STATIC / path.rpartition("/")[2])
        elif request.method == "POST" and path not in ("/awake/", "/lock/"):
            self.sent.append(form_of(request.post_data or "", request.headers["content-type"]))
            route.fulfill(body=self.shown, content_type="text/html")
        elif path == "/listening/beat/":
            route.fulfill(body=self.beat, content_type="text/plain")
        else:
            route.fulfill(body=self.shown, content_type="text/html")

    def sits(self, phase: Phase, **more: Any) -> None:
        """Let a session stand like this from now on."""
        self.beat = f"{self.beat}+"
        self.shown = sitting(self.beat, phase, **more)

    def opens(self, path: str) -> None:
        """Open a page; what is written into the window there shows whether it is loaded anew."""
        self.page.goto(SITE + path)
        self.page.evaluate("window.isTheSame = true")

    def goes_on(self, seconds: int = ASKS // 1000) -> None:
        """Let time pass in the window."""
        self.page.clock.run_for(seconds * 1000)


def form_of(body: str, kind: str) -> dict[str, str]:
    """Return the fields of a form, as either of two encodings carries them."""
    if "boundary=" not in kind:
        return {name: one[0] for name, one in parse_qs(body).items()}
    parts = (part.partition("\r\n\r\n") for part in body.split("--" + kind.split("boundary=")[1]))
    return {head.split('"')[1]: words.rstrip("\r\n") for head, _, words in parts if '"' in head}


def sitting(beat: str, phase: Phase, *, turn: str = "", button: str = "", over: int = 0) -> str:
    text = words("together/listening")
    parts = {part["id"]: part for part in text["part"]}
    act = "mirrored" if phase == Phase.MIRROR else "spoken"
    until = NOW + timedelta(minutes=20)
    session = SimpleNamespace(
        id="one",
        beat=beat,
        sitting=SimpleNamespace(topic="Sundays", one_screen=False, at=NOW, minutes=3),
        stand=SimpleNamespace(phase=phase, until=until, since=datetime.now(UTC)),
    )
    shown = {
        "text": text,
        "parts": parts,
        "part": parts.get(phase),
        "session": session,
        "is_on": phase != Phase.ENDED,
        "turn": turn,
        "buttons": [SimpleNamespace(act=act, value=act, label=button)] if button else [],
        "over": NOW + timedelta(minutes=over) if over else None,
        "until": "Speaking time until 20:03.",
        "may_pause": True,
        "returns": (20, 30),
    }
    return render_to_string("listening/page.html", shown)


@pytest.fixture
def site() -> Iterator[Site]:
    with browser.chromium() as chromium:
        page = chromium.new_context().new_page()
        page.clock.install(time=NOW)
        here = Site(page)
        page.route("**/*", here.answer)
        yield here


def told(site: Site, line: str) -> None:
    """Hold what is told to those who hear the page to this."""
    site.goes_on(1)
    expect(site.page.locator("#told")).to_contain_text(line)


def test_what_the_other_pressed_takes_nobodys_focus(site: Site) -> None:
    site.sits(Phase.SPEAK, **LISTENING)
    site.opens("/listening/")
    site.page.get_by_role("button", name=STILL).focus()

    site.sits(Phase.MIRROR, turn="You say it back.", button="I have said it back")
    site.goes_on()

    expect(site.page.get_by_role("heading", name="You say it back.")).to_be_visible()
    expect(site.page.get_by_role("button", name=STILL)).to_be_focused()
    told(site, "You say it back. Their point, in a few words")
    assert site.page.evaluate("window.isTheSame")


def test_where_the_button_is_gone_the_focus_goes_to_what_came(site: Site) -> None:
    site.sits(Phase.SPEAK, **SPEAKING)
    site.opens("/listening/")
    site.page.get_by_role("button", name="I have said it").focus()

    site.sits(Phase.PAUSE)
    site.goes_on()

    expect(site.page.get_by_role("heading", name="Pause")).to_be_focused()


def test_who_has_something_unfolded_looks_when_they_want_to(site: Site) -> None:
    site.sits(Phase.SPEAK, **LISTENING)
    site.opens("/listening/")
    fold = site.page.locator("summary", has_text="How full are you right now?")
    fold.click()
    site.page.locator("[name=full][value='0']").check()

    site.sits(Phase.MIRROR, turn="You say it back.", button="I have said it back")
    site.goes_on()

    expect(site.page.get_by_role("link", name="Look again")).to_be_visible()
    expect(site.page.get_by_role("heading", name="They speak.")).to_be_visible()
    expect(site.page.locator("[name=full][value='0']")).to_be_checked()
    told(site, "Something has changed here.")
    site.page.get_by_role("link", name="Look again").click()
    expect(site.page.get_by_role("heading", name="You say it back.")).to_be_focused()


def test_the_end_of_a_session_is_told_where_it_is_waited_for(site: Site) -> None:
    site.sits(Phase.SPEAK, **LISTENING)
    site.opens("/listening/")

    site.sits(Phase.ENDED)
    site.goes_on()

    expect(site.page.get_by_role("button", name="Ask them")).to_be_visible()
    told(site, "It is over for today.")


def test_minutes_are_not_told_again_and_again(site: Site) -> None:
    site.sits(Phase.SPEAK, **SPEAKING, over=3)
    site.opens("/listening/")
    left = site.page.locator("#left")
    expect(left).to_have_text("3 minutes left")
    site.page.evaluate(
        "window.changes = 0; new MutationObserver((all) => { window.changes += all.length; })"
        ".observe(document.getElementById('now'), {subtree: true, childList: true})"
    )

    site.goes_on(50)

    assert site.page.evaluate("window.changes") == 0
    assert not left.evaluate("one => one.closest('[aria-live], [role=status], [role=timer]')")


def test_a_clock_that_is_wrong_tells_no_minutes(site: Site) -> None:
    site.sits(Phase.SPEAK, **SPEAKING, over=60)

    site.opens("/listening/")

    expect(site.page.locator("#left")).to_have_text("Speaking time until 20:03.")


def test_when_the_time_is_over_it_is_told_with_what_can_be_done(site: Site) -> None:
    site.sits(Phase.SPEAK, **LISTENING, over=1)
    site.opens("/listening/")

    site.shown = sitting(site.beat, Phase.SPEAK, turn="They speak.", button="Go on", over=1)
    site.goes_on(62)

    expect(site.page.get_by_role("button", name="Go on")).to_be_visible()
    told(site, "The time is over; finish the sentence.")


def test_when_the_breath_is_over_it_is_told(site: Site) -> None:
    site.sits(Phase.MIRROR, turn="You say it back.", button="I have said it back")
    site.opens("/listening/")
    button = site.page.get_by_role("button", name="I have said it back")
    expect(button).to_be_disabled()

    site.goes_on(5)

    expect(button).to_be_enabled()
    told(site, "The breath is over.")


def checking_in(**more: Any) -> str:
    text = words("together/checkin")
    return render_to_string("checkin/page.html", {"text": text, "parts": text["part"], **more})


def test_what_was_typed_is_kept_when_the_clock_is_begun(site: Site) -> None:
    site.shown = checking_in()
    site.opens("/check-in/")
    site.page.get_by_label("Thanks", exact=True).fill("You warmed the car.")

    site.page.get_by_role("button", name="Begin: The quarter of an hour").click()
    site.page.wait_for_function("!window.isTheSame")

    assert [one["action"] for one in site.sent] == ["keep", "begin"]
    assert site.sent[0]["thanks"] == "You warmed the car."


def test_the_end_of_the_quarter_of_an_hour_is_told_once(site: Site) -> None:
    until = NOW + timedelta(minutes=15)
    site.shown = checking_in(until=until, goes_until="It goes until 20:15.")
    site.opens("/check-in/")
    over = site.page.get_by_role("status").filter(has_text="Fifteen minutes are over.")

    site.goes_on(899)
    expect(over).to_have_count(0)
    site.goes_on(2)
    expect(over).to_have_count(1)
