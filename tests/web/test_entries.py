"""Sheets that are answered anew each time: entries, lines over days, and what phases open."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.urls import NoReverseMatch, reverse

from amends.journey import Entry, Exercise, Field, Phase, Program
from amends.store import NotKept
from amends.web.content import program
from tests.web.conftest import NOW, Person, settled

SHEET = "/path/trying/nights/"
FIELDS = (
    Field("what", "What happened?", "long", required=True),
    Field("pull", "How strong was the pull?", "scale", low="none", middle="some", high="all"),
    Field("looks", "How often did you look?", "number", unit="times", drawn=True),
)
NIGHTS = Exercise("trying/nights", "trying", "Nights", (17,), 1, FIELDS, "A lesson.", repeats=True)
TRYING = Phase("trying", "Trying", "Once.", 99, always_open=False, about="", exercises=(NIGHTS,))


@pytest.fixture
def someone(db: None, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Someone whose content has one sheet that repeats."""
    small = Program("en", (TRYING,))
    for place in ("exercise.page", "exercise.sheet", "entry.page", "path.page"):
        monkeypatch.setattr(f"amends.web.pages.{place}.program", lambda: small)
    return settled()


def read(someone: Person, path: str) -> str:
    return unescape(someone.get(path).content.decode())


def keep(someone: Person, days_ago: int = 0, **values: Any) -> str:
    """Keep one entry, as of some days ago; return its address."""
    entry = Entry(NIGHTS.id).with_version(
        {"what": "I lay awake."} | values, NOW - timedelta(days=days_ago)
    )
    return f"/path/entry/{someone.vault.put(entry).id.hex()}/"


def test_each_time_is_an_entry_of_its_own(someone: Person) -> None:
    for said in ("I looked at them.", "I read instead."):
        someone.post(SHEET, what=said, looks="3", action="keep")

    assert [one.values["what"] for one in someone.vault.records(Entry)] == [
        "I looked at them.",
        "I read instead.",
    ]


def test_every_number_in_the_list_says_what_it_is(someone: Person) -> None:
    keep(someone, pull=7, looks=3)

    page = read(someone, SHEET)

    assert "How strong was the pull: 7 of 10" in page
    assert "How often did you look: 3 times" in page


def test_the_newest_stands_first(someone: Person) -> None:
    keep(someone, 2, what="The first night.")
    keep(someone, 1, what="The second night.")

    page = read(someone, SHEET)

    assert page.index("The second night.") < page.index("The first night.")


def test_a_form_with_a_problem_is_shown_again_with_what_was_typed(someone: Person) -> None:
    page = someone.post(SHEET, what="A long night.", looks="many", action="keep").content.decode()

    assert "A long night." in page
    assert "Please write a whole number up to 999." in page
    assert someone.vault.records(Entry) == []


def test_an_empty_form_asks_for_what_is_needed(someone: Person) -> None:
    page = someone.post(SHEET, action="keep").content.decode()

    assert "Please write something here." in page


def test_what_is_drawn_is_told_in_words_and_numbers(someone: Person) -> None:
    for days_ago, looks in ((3, 9), (2, 6), (1, 0)):
        keep(someone, days_ago, looks=looks)

    page = read(someone, SHEET)

    assert "How often did you look, over 3 days: it fell from about 9 to about 0 times." in page
    assert page.count("<tr><td>") == 3
    assert 'role="img"' in page


def test_one_day_draws_no_line(someone: Person) -> None:
    keep(someone, 1, looks=4)

    assert "<svg" not in read(someone, SHEET)


def test_an_entry_is_changed_and_its_earlier_version_stays(someone: Person) -> None:
    path = keep(someone, what="I wrote to them.")

    someone.post(path, what="I wrote to them twice.", action="keep", revision="1")

    [entry] = someone.vault.records(Entry)
    assert [one.values["what"] for one in entry.versions] == [
        "I wrote to them.",
        "I wrote to them twice.",
    ]
    assert "I wrote to them." in read(someone, path)


def test_an_entry_can_be_deleted(someone: Person) -> None:
    path = keep(someone)

    response = someone.post(path, action="delete")

    assert response["Location"] == SHEET
    assert someone.vault.records(Entry) == []
    assert someone.get(path).status_code == 404


def test_another_person_finds_no_entry(someone: Person, charlie: Person) -> None:
    path = keep(someone)

    assert charlie.get(path).status_code == 404
    with pytest.raises(NotKept):
        charlie.vault.get(Entry, bytes.fromhex(path.split("/")[3]))


def test_it_is_no_step_on_the_way(someone: Person) -> None:
    page = read(someone, "/path/")

    assert page.index("Again and again") < page.index('href="/path/trying/nights/"')


PAGES = sorted({tool.page for phase in program().phases for tool in phase.tools})


def test_every_page_that_a_phase_opens_is_there() -> None:
    missing = []
    for page in PAGES:
        try:
            reverse(page)
        except NoReverseMatch:
            missing.append(page)

    assert missing == []


def test_a_day_is_the_mean_of_what_was_kept_on_it(someone: Person) -> None:
    keep(someone, 2, looks=2)
    keep(someone, 1, looks=4)
    keep(someone, 1, looks=8)

    page = read(someone, SHEET)

    assert "<td>6</td>" in page
