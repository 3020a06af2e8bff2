"""A friend's pledge on one page: what was written, and room for two signatures."""

import re
from html import unescape

import pytest

from tests.web.conftest import Person, settled

PLEDGE = {
    "friend": "Ines",
    "promise": "I do not write to them.\nI do not look at their page.",
    "instead": "I text you the one sentence.",
    "may_say": "What do you want them to feel when they read it?",
    "until": "2026-05-02",
}


@pytest.fixture
def someone(db: None) -> Person:
    return settled()


def shown(someone: Person) -> str:
    return " ".join(unescape(someone.get("/pledge/").content.decode()).split())


def test_without_a_pledge_it_says_what_will_be_here(someone: Person) -> None:
    page = shown(someone)

    assert "When you have written the pledge" in page
    assert 'href="/path/space/pledge/"' in page
    assert '<article class="paper">' not in page


def test_what_was_written_stands_on_it(someone: Person) -> None:
    someone.post("/path/space/pledge/", action="keep", **PLEDGE)

    page = shown(someone)

    assert "I do not look at their page." in page
    assert "What do you want them to feel when they read it?" in page
    assert "Saturday 2 May 2026" in page
    assert page.count('class="asked sign"') == 2
    assert "Ines, with the day" in page
    assert "If I break it" not in page


def test_it_is_saved_as_one_page(someone: Person) -> None:
    someone.post("/path/space/pledge/", action="keep", **PLEDGE)

    answer = someone.post("/pledge/")

    assert answer["Content-Type"] == "application/pdf"
    assert "Ines" not in answer["Content-Disposition"]
    assert re.search(rb"/Type\s*/Pages\s*/Count 1\b", answer.content)


def test_what_is_too_long_for_a_page_is_told(someone: Person) -> None:
    someone.post("/path/space/pledge/", action="keep", **PLEDGE | {"may_say": "Stop.\n" * 300})

    answer = someone.post("/pledge/")

    assert "This is longer than one page." in answer.content.decode()
