"""Two newcomers, each with notes and a browser of their own: from nothing shared to leaving."""

import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Locator, Page, expect

from amends.store.archive import from_bytes
from amends.vault import open_backup
from tests.web.browser import press
from tests.web.pictures import png
from tests.web.two_people import (
    PASSPHRASES,
    House,
    compare,
    invite,
    phrase,
    start,
    take_in,
    two_newcomers,
    unlock,
)

pytestmark = pytest.mark.browser
TOPIC, NOTE, START = "canary-topic-7f3a", "canary-note-7f3a", "canary-start-7f3a"
SHOWN, KEPT = "canary-shown-7f3a", "canary-kept-7f3a"
BOBS = (TOPIC, NOTE, START, SHOWN, KEPT, png(40).decode("latin-1"))
"""What Bob writes: a topic, a page of his journal, an answer, a memory that he shows and one that
he keeps, and a picture."""
SOON = 20_000
"""Milliseconds: the page asks every three seconds, and a busy machine takes its time."""
MOST_STEPS = 80
"""More than any of these pages has controls before the one that is wanted."""


@dataclass
class Story:
    """What was seen on the way, to be looked at afterwards."""

    folder: Path
    code: str = ""
    phrases: list[list[str]] = field(default_factory=list)
    unsound: dict[str, str] = field(default_factory=dict)
    listener: str = ""
    forged: str = ""
    pause: str = ""
    heard: str = ""
    read: str = ""
    remembered: str = ""
    pictures: int = 0
    passed: list[str] = field(default_factory=list)
    narrow: dict[str, str] = field(default_factory=dict)
    before: str = ""
    after: str = ""
    backup: bytes = b""
    export: bytes = b""
    said: str = ""

    def look(self, stage: str, *pages: Page) -> None:
        """Hold what is shown now to axe, and to the width of a phone."""
        for page in pages:
            if fault := fault_of(page):
                self.unsound[stage] = fault


def fault_of(page: Page) -> str:
    """Return what axe finds; a page that moved on by itself meanwhile is looked at once more."""
    while True:
        try:
            found = Axe().run(page)
            is_wide = page.evaluate("document.documentElement.scrollWidth") > 360
        except Error as error:
            if "context was destroyed" not in error.message:
                raise
            page.wait_for_load_state()
        else:
            report = str(found.generate_report()) if found.violations_count else ""
            return report + (" too wide" if is_wide else "")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("two")
    told = Story(folder)
    with two_newcomers(folder) as house:
        open_the_space(house, told)
        listen(house, told)
        remember(house, told)
        write_alone(house)
        told.before = in_files(folder)
        told.backup, told.export = taken_along(house)
        house.go("/ours/")
        at_one_screen(house, told)
        house.go("/ours/")
        by_keyboard(house.bob, "Leave the shared space")
        house.alice.reload()
        told.look("ended", house.alice, house.bob)
        told.after = house.alice.locator("main").inner_text()
        told.said = (folder / "said").read_text()
    return told


def open_the_space(house: House, told: Story) -> None:
    """Invite, wait a day, compare, and take in one tool."""
    house.go("/ours/")
    told.look("alone", house.alice)
    told.code = invite(house)
    told.look("invited", house.alice)
    house.go("/ours/")
    expect(house.alice.get_by_text("Not available right now.")).to_be_visible()
    told.look("waiting", *house.both)
    house.a_day_later()
    told.phrases = [phrase(page) for page in house.both]
    told.look("comparing", house.alice)
    compare(house)
    told.look("starting", house.alice)
    start(house, "I read the letters.", START)
    house.alice.reload()
    told.read = house.alice.locator("main").text_content() or ""
    told.look("open", house.alice)
    take_in(house, "Listening, in turns")
    told.look("wanted", *house.both)


def listen(house: House, told: Story) -> None:
    """Go through a first session; Bob has no mouse, and neither loads a page anew."""
    house.go("/listening/")
    told.look("listening", house.alice)
    house.bob.locator("#topic").fill(TOPIC)
    tab_to(house.bob, house.bob.locator("[name=first]:checked"))
    house.bob.keyboard.press("ArrowDown")
    by_keyboard(house.bob, "Ask them")
    house.alice.reload()
    told.look("proposed", *house.both)
    press(house.alice, "Yes, now")
    by_keyboard(house.bob, "I have said it")
    says_back(house.alice, told)
    told.look("check", *house.both)
    by_keyboard(house.bob, "Yes, that is it")
    by_keyboard(house.bob, "Change places")
    told.heard = house.bob.locator("#session").inner_text()
    pause(house, told)
    by_keyboard(house.bob, "Enough for today")
    expect(house.alice.get_by_role("heading", name="It is over for today")).to_be_visible(
        timeout=SOON
    )
    told.look("over", *house.both)


def says_back(page: Page, told: Story) -> None:
    """Say it back when the breath is over; then try to confirm it oneself, which is not offered."""
    button = page.get_by_role("button", name="I have said it back")
    expect(button).to_be_disabled(timeout=SOON)
    told.look("mirror", page)
    expect(button).to_be_enabled(timeout=SOON)
    button.click()
    expect(page.get_by_role("heading", name="Did I get it?")).to_be_visible(timeout=SOON)
    told.listener = page.locator("#session").inner_text()
    page.locator("button[value=enough]").evaluate("button => { button.value = 'got-it' }")
    page.locator("button[value=got-it]").click()
    told.forged = page.locator("#session").inner_text()


def pause(house: House, told: Story) -> None:
    """Alice is full, and says when she comes back; the window of Bob says it by itself."""
    expect(house.alice.locator("#now").get_by_text("You speak.")).to_be_visible(timeout=SOON)
    house.alice.locator("summary", has_text="Pause").click()
    house.alice.locator("[name=minutes][value='30']").check()
    press(house.alice, "Pause now")
    shown = house.bob.locator("#now").get_by_text("A pause until")
    expect(shown).to_be_visible(timeout=SOON)
    told.pause = shown.inner_text()
    told.look("pause", *house.both)


def remember(house: House, told: Story) -> None:
    """Bob writes down a memory with a picture; one is shown, the other stays his own."""
    take_in(house, "Memories")
    house.go("/memories/?all=yes")  # a talk was paused a moment ago
    for words, button in ((SHOWN, "Show it to them"), (KEPT, "")):
        open_fold(house.bob, "Write one down")
        house.bob.locator("#words-new").fill(words)
        house.bob.locator("#year-new").fill("2019")
        house.bob.locator("#picture-new").set_input_files(
            {"name": "a.png", "mimeType": "image/png", "buffer": png(40)}
        )
        press(house.bob, "Keep it")
        if button:
            open_fold(house.bob, "Change it, show it, put it away")
            told.look("a memory of one's own", house.bob)
            press(house.bob, button)
    house.alice.reload()
    told.remembered = house.alice.locator("main").text_content() or ""
    told.pictures = house.alice.locator("figure.photo img").count()
    told.look("memories", house.alice)
    told.look("memories of one's own", house.bob)


def open_fold(page: Page, title: str) -> None:
    """Open a part that is folded away, unless it is open already."""
    fold = page.locator("details", has=page.get_by_text(title, exact=True)).first
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()


def write_alone(house: House) -> None:
    """Bob writes a page of his journal."""
    house.bob.goto(f"{house.server.url}/journal/")
    house.bob.locator("#text").fill(NOTE)
    press(house.bob, "Keep this page")


def at_one_screen(house: House, told: Story) -> None:
    """Bob unlocks in Alice's window and hands it back; then both look at one page in it."""
    for name, other in (("Bob", "Alice"), ("Alice", "Bob")):
        press(house.alice, "Lock mine, and pass it on")
        unlock(house.alice, name)
        house.alice.goto(f"{house.server.url}/people/")
        told.passed.append(house.alice.locator("#them").input_value())
        assert told.passed[-1] == other
        house.alice.goto(f"{house.server.url}/ours/")
    house.alice.goto(f"{house.server.url}/listening/")
    house.alice.locator("#topic").fill("Sundays")
    house.alice.locator("[name=screen]").check()
    press(house.alice, "Ask them")
    told.look("at one screen", house.alice)
    press(house.alice, "Yes, now")
    for path in ("/", "/ours/", "/journal/", "/people/", "/crisis/", "/listening/"):
        house.alice.goto(house.server.url + path)
        told.narrow[path] = house.alice.locator("h1").inner_text()
    press(house.alice, "Enough for today")
    house.alice.goto(f"{house.server.url}/ours/")
    unlock(house.alice, "Alice")


def taken_along(house: House) -> tuple[bytes, bytes]:
    """Let Alice save a backup and a plain export; return both files."""
    page = house.alice
    page.goto(f"{house.server.url}/backup/")
    page.locator("#passphrase").fill(PASSPHRASES["Alice"])
    backup = saved(page, "Save the backup")
    page.goto(f"{house.server.url}/export/")
    page.locator("[name=plain]").check()
    page.locator("[name=answers]").check()
    page.locator("#passphrase").fill(PASSPHRASES["Alice"])
    return backup, saved(page, "Save the folder")


def saved(page: Page, button: str) -> bytes:
    with page.expect_download() as coming:
        press(page, button)
    return coming.value.path().read_bytes()


def tab_to(page: Page, wanted: Locator) -> None:
    """Step with Tab until this has the focus."""
    expect(wanted).to_be_visible(timeout=SOON)
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("Tab never reached it")


def by_keyboard(page: Page, name: str) -> None:
    """Press a button without a mouse."""
    tab_to(page, page.get_by_role("button", name=name, exact=True).first)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def in_files(folder: Path) -> str:
    """Return every byte of the data folder and of what was printed, as text."""
    data = [path for path in (folder / "data").rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") for path in data)
    return b"".join(path.read_bytes() for path in (*data, folder / "said")).decode("latin-1")


def found_in(text: str) -> list[str]:
    return [one for one in BOBS if one in text]


def test_both_see_the_same_six_words(story: Story) -> None:
    hers, his = story.phrases

    assert len(hers) == 6
    assert hers == his


def test_axe_finds_nothing_at_any_stage(story: Story) -> None:
    assert story.unsound == {}


def test_who_listens_cannot_say_that_it_was_heard(story: Story) -> None:
    assert "Yes, that is it" not in story.listener
    assert "Did I get it?" in story.forged
    assert "Heard and confirmed" not in story.forged


def test_the_screen_is_passed_on_and_handed_back(story: Story) -> None:
    assert story.passed == ["Alice", "Bob"]


def test_at_one_screen_nothing_but_listening_is_open(story: Story) -> None:
    locked = ("/", "/ours/", "/journal/", "/people/")

    assert {story.narrow[path] for path in locked} == {"Locked"}
    assert story.narrow["/listening/"] == "Listening"
    assert "Locked" not in story.narrow["/crisis/"]


def test_what_both_wrote_is_read_by_both(story: Story) -> None:
    assert START in story.read


def test_a_memory_is_read_once_it_is_shown(story: Story) -> None:
    assert SHOWN in story.remembered
    assert KEPT not in story.remembered
    assert story.pictures == 1


def test_what_was_heard_is_counted_once(story: Story) -> None:
    assert "Heard and confirmed: once." in story.heard
    assert "They speak. You listen." in story.heard
    assert TOPIC in story.heard


def test_a_pause_names_its_end(story: Story) -> None:
    assert re.search(r"A pause until \d\d:\d\d\.", story.pause)


def test_who_stays_is_told_of_the_end_and_nothing_else(story: Story) -> None:
    assert "The shared space was closed for one of you. No reason is given" in story.after
    assert "Leave the shared space" not in story.after


def test_the_one_who_runs_the_server_finds_nothing_of_the_others(story: Story) -> None:
    """Everything is still there at that moment: the space was left after it."""
    assert found_in(story.before) == []
    assert found_in(in_files(story.folder)) == []


def test_the_server_has_nothing_to_complain_about(story: Story) -> None:
    assert story.said == ""


def test_a_backup_of_one_has_nothing_of_the_other(story: Story) -> None:
    """Looked at as it lies on the disk, and opened with her passphrase."""
    archive = from_bytes(open_backup(story.backup, PASSPHRASES["Alice"]))
    inside = b"".join(one.sealed for one in archive.records)

    assert archive.records
    assert found_in((story.backup + inside).decode("latin-1")) == []


def test_a_plain_export_of_one_has_nothing_of_the_other(story: Story) -> None:
    archive = zipfile.ZipFile(io.BytesIO(story.export))
    text = " ".join(archive.read(name).decode() for name in archive.namelist())

    assert "Alice" in text
    assert found_in(text) == []
    assert story.code not in text
