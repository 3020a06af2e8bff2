"""Body and urges: what the page says, and the line that leads to help after two low weeks."""

from datetime import UTC, date, datetime, time, timedelta
from html import unescape
from typing import Any

import pytest

from amends.journey import Entry
from amends.practice import HabitDays, Mark, Urge
from amends.web.body import SHEET, body_sheet
from amends.web.signs import signs_of
from tests.web.conftest import Person, settled

TODAY = datetime.now(UTC).date()
MONDAY = TODAY - timedelta(days=TODAY.weekday(), weeks=8)
LOW = "Your mood has been low for two weeks"


@pytest.fixture
def someone(db: None) -> Person:
    return settled()


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def keep(someone: Person, day: date, **values: Any) -> None:
    someone.vault.put(Entry(SHEET).with_version({"mood": 6} | values, noon(day)))


def six_weeks(someone: Person, **others: Any) -> None:
    """Keep three weeks of five hours with two urges each, and three of eight hours with one."""
    for number in range(6):
        first = MONDAY + timedelta(weeks=number)
        short = number < 3
        for day in range(3):
            keep(someone, first + timedelta(days=day), sleep=5 if short else 8, **others)
        for _ in range(2 if short else 1):
            someone.vault.put(Urge(noon(first)))


def shown(someone: Person, path: str = "/body/") -> str:
    return unescape(someone.get(path).content.decode())


def test_short_nights_stand_beside_urges_with_their_sample_and_a_caution(someone: Person) -> None:
    six_weeks(someone)

    page = shown(someone)

    assert (
        "Urges a week: 2 in weeks with under six hours of sleep a night, 1 in the others." in page
    )
    assert "From 3 weeks and 3 weeks." in page
    assert "It goes together, and no more than that." in page


def test_without_enough_weeks_nothing_is_compared(someone: Person) -> None:
    keep(someone, MONDAY, sleep=5)

    page = shown(someone)

    assert "Urges a week" not in page
    assert "it takes ten seconds" in page


def test_a_lapse_of_a_habit_is_a_slip(someone: Person) -> None:
    six_weeks(someone)
    someone.vault.put(HabitDays("00" * 16, {MONDAY.isoformat(): Mark.LAPSED}))

    assert "0.3 in those, 0 in the others" in shown(someone)


def test_an_urge_that_was_followed_is_a_slip(someone: Person) -> None:
    six_weeks(someone)
    someone.vault.put(Urge(noon(MONDAY), ridden=False))

    assert "0.3 in those, 0 in the others" in shown(someone)


def test_the_first_choice_stands_for_none(someone: Person) -> None:
    fields = {field.name: field for field in body_sheet().fields}

    assert fields["food"].choices[0] == "next to nothing"
    assert fields["moved"].choices[0] == "no"
    assert fields["alcohol"].choices[0] == "none"


def test_two_low_weeks_lead_to_help_with_one_line(someone: Person) -> None:
    for number in range(6):
        keep(someone, TODAY - timedelta(days=number), mood=2)

    for path in ("/body/", f"/path/{SHEET}/"):
        page = shown(someone, path)
        assert page.count(LOW) == 1
        assert 'href="/help/when/"' in page
    assert "low-mood" in [sign.id for sign in signs_of(someone.vault, datetime.now(UTC))]


def test_a_middling_mood_leads_nowhere(someone: Person) -> None:
    for number in range(6):
        keep(someone, TODAY - timedelta(days=number), mood=5)

    assert LOW not in shown(someone, f"/path/{SHEET}/")
    assert signs_of(someone.vault, datetime.now(UTC)) == []


def test_a_low_mood_on_another_sheet_is_not_asked(someone: Person) -> None:
    for number in range(6):
        entry = Entry("work/mind").with_version({"mood": 1}, noon(TODAY - timedelta(days=number)))
        someone.vault.put(entry)

    assert LOW not in shown(someone, "/body/")
