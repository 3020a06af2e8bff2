"""`amends chats --html`: one file for a browser, my side first, their words behind folds."""

import re
import stat
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from amends.chats import moment
from amends.cli import main
from tests.chats.patterns.conftest import said
from tests.chats.patterns.test_planted import planted_rows
from tests.cli.conftest import Amends
from tests.web.browser import chromium

CANARY = "canary-7f3a"
QUARREL = f"""A: why do you never answer me
B: because you shout
A: I shout because you go away
B: leave me alone, you are always like this {CANARY}
A: you never listen"""


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [*planted_rows(), *(row for day in range(2, 180, 9) for row in said(day, 23, QUARREL))]
    path = tmp_path_factory.mktemp("chat") / "chat.txt"
    lines = (
        f"[{moment(at):%d/%m/%Y, %H:%M:%S}] {('Alice', 'Bob')[who]}: {text}\n"
        for at, who, text in sorted(rows, key=lambda row: row[0])
    )
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def written(export: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    with pytest.raises(SystemExit) as left:
        main(["chats", str(export), "--me", "Alice", "--both", "--html", str(path)])
    assert not left.value.code
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def shown(browser: Browser, path: Path, width: int = 360, scheme: str = "light") -> Page:
    """Open the file with no network and no script, every fold of ours open."""
    page = browser.new_page(
        viewport={"width": width, "height": 740},
        color_scheme="dark" if scheme == "dark" else "light",
        offline=True,
    )
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details:not([name])').forEach(d => d.open = true)")
    return page


def test_it_says_on_top_what_the_file_is(written: Path) -> None:
    page = written.read_text(encoding="utf-8")

    assert page.index("plain text on this disk") < page.index("self-help") < page.index("<h2>")
    assert page.index("My side") < page.index("Their side")


def test_it_holds_all_that_it_needs_and_allows_nothing_else(written: Path) -> None:
    page = written.read_text(encoding="utf-8")

    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(sha256(style[1].encode()).digest()).decode() if style else ""

    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page.replace("&#x27;", "'")
    assert not re.search(r"<script|<link|<form|\bsrc=|\bhref=|\sstyle=|\son\w+=|url\(", page)


def test_their_words_stand_behind_folds_of_which_one_opens_at_a_time(written: Path) -> None:
    page = written.read_text(encoding="utf-8")

    bare = re.sub(r'<details name="words">.*?</details>', "", page, flags=re.DOTALL)

    assert CANARY in page
    assert CANARY not in bare
    assert "you never answer me" in bare


def test_their_side_is_left_out_until_it_is_asked_for(
    export: Path, tmp_path: Path, amends: Amends
) -> None:
    amends("chats", export, "--me", "Bob", "--html", tmp_path / "page.html")

    page = (tmp_path / "page.html").read_text(encoding="utf-8")

    assert "Their side was left out." in page
    assert "They wrote four messages" not in page


def test_only_its_owner_can_read_it(written: Path) -> None:
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert [one.name for one in written.parent.iterdir()] == ["page.html"]


def test_it_never_takes_the_place_of_a_file(export: Path, written: Path, amends: Amends) -> None:
    before = written.read_text(encoding="utf-8")

    said = amends("chats", export, "--me", "Bob", "--html", written)

    assert said.code == 2
    assert "this file is there already" in said.err
    assert written.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("options", [[], ["--me", "Nobody"]])
def test_without_a_name_nothing_is_written(
    options: list[str], export: Path, tmp_path: Path, amends: Amends
) -> None:
    said = amends("chats", export, *options, "--html", tmp_path / "page.html")

    assert said.code == 2
    assert "--me" in said.err
    assert list(tmp_path.iterdir()) == []


def test_json_can_come_along(export: Path, tmp_path: Path, amends: Amends) -> None:
    path = tmp_path / "page.html"

    said = amends("chats", export, "--me", "Alice", "--html", path, "--json")

    assert said.out.startswith("{")
    assert path.exists()


def test_while_the_order_of_dates_is_open_nothing_rests_on_dates(
    tmp_path: Path, amends: Amends
) -> None:
    export = tmp_path / "chat.txt"
    export.write_text("03/02/2026, 09:00 - Alice: Hello\n03/02/2026, 09:05 - Bob: Hi\n")
    amends("chats", export, "--me", "Alice", "--html", tmp_path / "page.html")

    page = (tmp_path / "page.html").read_text(encoding="utf-8")

    assert "nothing is shown here that rests on dates" in page
    assert "My side" not in page


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_browser_without_network_shows_it_well(
    width: int, scheme: str, browser: Browser, written: Path
) -> None:
    page = shown(browser, written, width, scheme)

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    page.close()


@pytest.mark.browser
def test_one_fold_with_their_words_closes_another(browser: Browser, written: Path) -> None:
    page = shown(browser, written)
    folds = page.locator("details[name]")

    folds.nth(0).locator("summary").click()
    folds.nth(1).locator("summary").click()

    assert page.locator("details[name][open]").count() == 1
    page.close()
