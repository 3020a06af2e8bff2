"""Early signs on the page: weeks are marked, a slide is told with one's own step, alone."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from django.utils import timezone

from amends.journey import Answers
from amends.practice import SignWeeks
from tests.web.conftest import NOW, Person
from tests.web.couple import couple
from tests.web.pages_of import every_page

pytestmark = pytest.mark.django_db
SIGN = "the post stays in the car"
STEP = "every evening on the table"


@pytest.fixture
def two() -> tuple[Person, Person]:
    alice, bob = couple()
    rows: list[dict[str, str | int]] = [
        {"habit": "hiding bills", "sign": SIGN, "step": STEP},
        {"habit": "", "sign": "late to bed", "step": ""},
    ]
    alice.vault.put(Answers("rebuild/early-signs").with_version({"signs": rows}, NOW))
    return alice, bob


def this() -> date:
    today = timezone.localdate()
    return today - timedelta(days=today.weekday())


def page(someone: Person, week: str = "") -> str:
    return str(someone.get(f"/early-signs/{week}").content.decode())


def marked(someone: Person, days: Sequence[int]) -> None:
    """Keep weeks up to the last one, as if each had been marked in its time."""
    first = this() - timedelta(weeks=len(days))
    weeks = {(first + timedelta(weeks=n)).isoformat(): one for n, one in enumerate(days)}
    someone.vault.put(SignWeeks(SIGN, weeks))


def test_a_week_is_marked_and_shown_again(two: tuple[Person, Person]) -> None:
    alice, _ = two

    alice.post("/early-signs/", **{"week": this().isoformat(), "days-0": "3", "days-1": ""})

    assert alice.vault.records(SignWeeks) == [SignWeeks(SIGN, {this().isoformat(): 3})]
    assert 'name="days-0" value="3" checked' in page(alice)


def test_a_week_can_be_left_out_again(two: tuple[Person, Person]) -> None:
    alice, _ = two
    alice.post("/early-signs/", **{"days-0": "3"})

    alice.post("/early-signs/", **{"days-0": ""})

    assert alice.vault.records(SignWeeks) == [SignWeeks(SIGN)]


def test_a_slide_is_told_with_ones_own_step(two: tuple[Person, Person]) -> None:
    alice, bob = two
    marked(alice, [1, 0, 0, 1, 0, 4, 5])

    assert "on 9 of 14 days" in page(alice)
    assert STEP in page(alice)
    for words in (SIGN, STEP, "9 of 14"):
        assert words not in every_page(bob)


def test_a_steady_person_is_told_nothing(two: tuple[Person, Person]) -> None:
    alice, _ = two
    marked(alice, [1, 0, 1, 1, 0, 1, 1])

    assert "of 14 days" not in page(alice)
    assert STEP not in page(alice)


@pytest.mark.parametrize("week", ["?week=2001-01-01", "?week=nonsense", "?week=2999-01-01"])
def test_a_week_that_cannot_be_told_is_this_week(week: str, two: tuple[Person, Person]) -> None:
    alice, _ = two

    assert f'name="week" value="{this().isoformat()}"' in page(alice, week)


def test_without_signs_it_leads_to_the_sheet(two: tuple[Person, Person]) -> None:
    _, bob = two

    assert "/path/rebuild/early-signs/" in page(bob)
    assert "<fieldset" not in page(bob)
