"""R5 · Scraping and image search."""

import io
import re

from tests.refusals.conftest import Driver
from tests.refusals.tries import PAGE_NAMES, Try, addresses, commands, each

PICTURE = b"\x89PNG\r\n\x1a\n canary-7f3a"
ELSEWHERE = re.compile(
    r"""(?:src|srcset|data|poster|action|formaction|ping|manifest)\s*=\s*["']?(?:https?:)?//"""
)
LINKS = re.compile(r"<link\b[^>]*>")
ADDRESSES = addresses(
    "scrape", "search", "image-search", "fetch", "import/url", "proxy", "preview", "crawl"
)
COMMANDS = commands(
    "scrape https://example.org/bob",
    "fetch https://example.org/bob",
    "search bob",
    "check --url https://example.org/bob",
    "check https://example.org/photo.jpg",
    "check --jsonl https://example.org/bob.jsonl",
    "content check --fetch",
    "export https://example.org/out --fetch",
)
PICTURES = tuple(
    Try("an uploaded picture", path, path=path)
    for path in (
        "/people/",
        "/write/",
        "/agreement/log/",
        "/agreement/change/",
        "/help/",
        "/path/words/",
    )
)
ON_PAGES = tuple(Try("a page", f"the page `{name}`", text=name) for name in PAGE_NAMES)


@each(ADDRESSES)
def test_nothing_that_fetches_has_an_address(one: Try, driver: Driver) -> None:
    assert driver.attempt(one).status_code == 404


@each(COMMANDS)
def test_no_command_fetches(one: Try, driver: Driver) -> None:
    said = driver.watched(lambda: driver.command(*one.words))

    assert (said.code, said.out) == (2, "")


@each(PICTURES)
def test_a_picture_is_neither_kept_nor_looked_up(one: Try, driver: Driver) -> None:
    file = io.BytesIO(PICTURE)
    file.name = "bob.png"
    form = {"photo": file, "kind": "apology", "them": "B."}

    driver.watched(lambda: driver.person.client.post(one.path, form))

    assert "canary-7f3a" not in driver.exported()


@each(ON_PAGES)
def test_no_page_loads_anything_from_elsewhere(one: Try, driver: Driver) -> None:
    answer = driver.opened(one.text)
    page, policy = answer.content.decode(), answer["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert not re.search(r"https?:|\*|data:|blob:|unsafe", policy)
    assert not ELSEWHERE.search(page)
    assert [link for link in LINKS.findall(page) if "//" in link or "prefetch" in link] == []
