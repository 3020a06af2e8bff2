"""Take pictures of every page, at 360 and 1280 px, light and dark: `python -m tests.look FOLDER`.

Ugly is a defect, and no test finds it: look at the pictures. `--readme` makes the README's own.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, Page, expect

from tests.web import browser
from tests.web.browser import press
from tests.web.evening import LETTER, answer, begin, first_pages, put_away, say_another_way, tell

LOOKS: list[tuple[int, Literal["light", "dark"]]] = [
    (360, "light"),
    (360, "dark"),
    (1280, "light"),
    (1280, "dark"),
]
README = Path(__file__).parent.parent / "docs" / "first-evening.png"
ADDRESSES = {
    "today": "/",
    "path": "/path/",
    "write": "/write/",
    "agreement": "/agreement/",
    "log": "/agreement/log/",
    "change": "/agreement/change/",
    "help": "/help/",
    "crisis": "/crisis/",
    "safety-plan": "/path/staying/safety-plan/",
    "settings": "/settings/",
    "people": "/people/",
    "passphrase": "/passphrase/",
    "recovery": "/recovery-code/",
    "backup": "/backup/",
    "export": "/export/",
    "delete": "/delete/",
    "discretion": "/discretion/",
    "sessions": "/sessions/",
    "device": "/device/",
    "cause-map": "/path/understand/cause-map/",
    "right-now": "/path/understand/right-now/",
    "ledger": "/path/own/amends/",
    "another-way": "/path/work/another-way/",
}


def photograph(page: Page, folder: Path, name: str, *, whole: bool = True) -> None:
    """Save the page, or what a screen shows of it, in every width and scheme."""
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 760})
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=whole)


def walk(chromium: Browser, url: str, folder: Path) -> None:
    """Walk the first evening and photograph on the way."""
    page = chromium.new_page()
    first_pages(page, url, lambda name: photograph(page, folder, name))
    tell(page, lambda name: photograph(page, folder, name))
    answer(page, url, "understand/right-now")
    photograph(page, folder, "answered")
    for name, address in ADDRESSES.items():
        page.goto(url + address)
        photograph(page, folder, name)
    say_another_way(page, url)
    photograph(page, folder, "another-way-kept")
    page.goto(f"{url}/path/words/")
    photograph(page, folder, "words")
    page.goto(f"{url}/write/")
    press(page, "Begin")
    photograph(page, folder, "draft-empty")
    page.locator("#text").fill(LETTER)
    expect(page.locator(".note").first).to_be_visible()
    photograph(page, folder, "draft-live")
    page.locator(".note summary").first.click()
    photograph(page, folder, "draft-note", whole=False)
    press(page, "Check how it reads")
    photograph(page, folder, "draft-read")
    put_away(page)
    photograph(page, folder, "drawer")
    page.goto(f"{url}/write/")
    photograph(page, folder, "write-held")
    press(page, "Lock")
    photograph(page, folder, "unlock")


def readme_picture(chromium: Browser, url: str) -> None:
    """Make the picture of the README: a letter in the drawer, their words above it."""
    page = chromium.new_page(viewport={"width": 1100, "height": 760})
    begin(page, url)
    tell(page)
    page.goto(f"{url}/write/")
    press(page, "Begin")
    page.locator("#text").fill(LETTER)
    press(page, "Check how it reads")
    put_away(page)
    page.screenshot(path=README)


def main() -> None:
    """Start amends on an empty folder and take the pictures."""
    with TemporaryDirectory() as place, browser.chromium() as chromium:
        data = Path(place) / "data"
        with browser.running(data, Path(place) / "said") as server:
            if "--readme" in sys.argv:
                readme_picture(chromium, server.url)
                return
            folder = Path(sys.argv[1])
            folder.mkdir(parents=True, exist_ok=True)
            walk(chromium, server.url, folder)


if __name__ == "__main__":
    main()
