"""The week: the facts beside the plan, and the sheet below them."""

from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from amends.contact import Contact, State, Terms, begin
from amends.journey import Answers
from amends.practice import Habit, HabitDays, IfThen, Level, Mark, Urge
from amends.web.content import program
from tests.web.conftest import THEIR_WORDS, Person, person

NOW = datetime(2026, 3, 15, 19, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def planned(state: State = State.SPACE) -> Person:
    """Return someone with an agreement of twenty days ago, and a plan."""
    someone = person()
    someone.vault.put(begin(Terms(state=state, words=THEIR_WORDS), NOW - 20 * DAY))
    known = {one.id: one for one in program().exercises}
    for name in ("understand/cause-map", "own/roadmap"):
        answered = {one.name: "x" for one in known[name].fields if one.required}
        someone.vault.put(Answers(name).with_version({**answered}, NOW - 20 * DAY))
    return someone


@pytest.fixture
def someone(db: None) -> Person:
    return planned()


def practise(someone: Person, *marks: Mark | None) -> None:
    """Let someone have a habit whose last day is today, with these marks."""
    first = (NOW - (len(marks) - 1) * DAY).date()
    plan = IfThen("When they speak", "I wait until they end", first)
    kept = someone.vault.put(Habit("Let them finish", "I cut them off", (plan,), first))
    days = {(first + n * DAY).isoformat(): mark for n, mark in enumerate(marks) if mark}
    someone.vault.put(HabitDays(kept.id.hex(), days))


def read(someone: Person) -> str:
    return unescape(someone.get("/week/").content.decode())


def test_the_sheet_leads_to_the_week(someone: Person) -> None:
    assert someone.get("/path/own/weekly-review/")["Location"] == "/week/"


def test_without_a_plan_it_says_what_comes_first(db: None) -> None:
    assert "This one stands on an earlier step." in read(person())


def test_a_habit_is_a_plan_too(alice: Person) -> None:
    assert "This one stands on an earlier step." not in read(alice)


def test_nothing_written_down_is_a_fact_too(db: None) -> None:
    assert "Nothing was written down in these days." in read(planned(State.TOGETHER))


def test_habits_stand_with_their_plan_and_their_days(someone: Person) -> None:
    practise(someone, Mark.DONE, Mark.DONE, None, Mark.LAPSED, Mark.EXCUSED, Mark.DONE, None)

    page = read(someone)

    assert "Let them finish: When they speak → I wait until they end" in page
    assert "3 done, 1 lapsed, 1 did not come up, 1 not written down" in page


def test_urges_are_counted_and_those_that_passed(someone: Person) -> None:
    for days_ago, ridden in ((1, True), (2, False), (9, True)):
        began = NOW - days_ago * DAY
        someone.vault.put(Urge(began, levels=(Level(began, 8),), ridden=ridden))

    assert "2 urges, 1 passed" in read(someone)


def test_a_contact_against_what_was_asked_is_told_as_it_was(someone: Person) -> None:
    someone.vault.put(Contact(at=NOW - DAY, by="me", channel="message"))

    assert "kept on 5 of 6 days; you reached out once, they not at all" in read(someone)


def test_the_answer_is_kept_below_the_facts(someone: Person) -> None:
    rows = {"week.0.goal": "Open the post", "week.0.count": "1 of 2"}

    someone.post("/week/", **rows, next_step="The tray.", action="keep")

    kept = [one for one in someone.vault.records(Answers) if one.exercise == "own/weekly-review"]
    assert kept[-1].values["next_step"] == "The tray."
