"""Hard days: a list of one's own, shown line by line; near days; an answer that goes by itself."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from amends.practice import HardDay, HardKind
from amends.together import HardAnswer
from tests.web.conftest import Person
from tests.web.couple import couple, space_for
from tests.web.pages_of import every_page

pytestmark = pytest.mark.django_db
WHAT = "the day of the blue letters"
HELPS = "Come in by the front door."
NOT = "No music in the kitchen."


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple("hard-days")


def page(someone: Person) -> str:
    return str(someone.get("/hard-days/").content.decode())


def act(someone: Person, action: str, **form: Any) -> Any:
    return someone.post("/hard-days/", action=action, **form)


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def written(someone: Person, days: int = 3) -> str:
    """Write down a full one; return its id."""
    act(
        someone,
        "add",
        kind="day",
        what=WHAT,
        first=in_days(days).isoformat(),
        helps=HELPS,
        helps_not=NOT,
    )
    return str(someone.vault.all(HardDay)[-1].id.hex())


def test_what_one_writes_down_is_on_no_page_of_the_other(two: tuple[Person, Person]) -> None:
    alice, bob = two

    written(alice)

    assert WHAT in page(alice)
    theirs = every_page(bob)
    for words in (WHAT, HELPS, NOT, "A hard day is near"):
        assert words not in theirs


def test_a_day_or_a_word_is_enough(two: tuple[Person, Person]) -> None:
    alice, _ = two

    act(alice, "add", kind="day", first="2026-04-02")
    act(alice, "add", kind="sound", what="the ringtone")

    assert alice.vault.records(HardDay) == [
        HardDay(HardKind.DAY, first=date(2026, 4, 2)),
        HardDay(HardKind.SOUND, "the ringtone"),
    ]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"helps": HELPS}, "Give it a day or a word."),
        ({"first": "2026-04-02", "last": "2026-04-01"}, "The last day lies before the first."),
    ],
)
def test_what_cannot_be_is_told_and_stays_typed(
    form: dict[str, str], said: str, two: tuple[Person, Person]
) -> None:
    alice, _ = two

    answer = act(alice, "add", kind="day", **form)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert all(word in answer.content.decode() for word in form.values())


def test_only_the_ticked_lines_are_read(two: tuple[Person, Person]) -> None:
    alice, bob = two
    one = written(alice)

    act(alice, "show", one=one, line=["day", "helps"])

    assert HELPS in page(bob)
    assert "A hard day is near: in 3 days" in page(bob)
    theirs = every_page(bob)
    assert WHAT not in theirs
    assert NOT not in theirs


def test_without_a_tick_nothing_is_shown_any_more(two: tuple[Person, Person]) -> None:
    alice, bob = two
    one = written(alice)
    act(alice, "show", one=one, line=["helps"])

    act(alice, "show", one=one)

    assert HELPS not in page(bob)
    assert space_for(bob).theirs(HardDay) == []


@pytest.mark.parametrize("action", ["hide", "delete"])
def test_it_can_be_taken_back(action: str, two: tuple[Person, Person]) -> None:
    alice, bob = two
    one = written(alice)
    act(alice, "show", one=one, line=["day", "what"])
    assert WHAT in page(bob)

    act(alice, action, one=one)

    assert WHAT not in page(bob)
    assert len(alice.vault.all(HardDay)) == (action == "hide")


def test_what_is_changed_later_is_read_when_it_is_shown_anew(two: tuple[Person, Person]) -> None:
    alice, bob = two
    one = written(alice)
    act(alice, "show", one=one, line=["what"])

    act(alice, "change", one=one, kind="place", what="the harbour")

    assert "You changed it since." in page(alice)
    assert WHAT in page(bob)
    act(alice, "show", one=one, line=["what"])
    assert "the harbour" in page(bob)


def test_a_far_day_is_in_the_list_and_not_called_near(two: tuple[Person, Person]) -> None:
    alice, bob = two

    act(alice, "show", one=written(alice, 30), line=["day", "what"])

    assert WHAT in page(bob)
    assert "A hard day is near" not in page(bob)


def test_the_script_and_its_three_parts_are_there(two: tuple[Person, Person]) -> None:
    text = page(two[1])

    for words in (
        "<strong>I see it<",
        "<strong>I am here<",
        "<strong>What helps?<",
        "/path/rebuild/the-full-truth/",
    ):
        assert words in text


def test_one_tap_is_read_and_the_newest_alone(two: tuple[Person, Person]) -> None:
    alice, bob = two
    act(alice, "answer", answer="hold-me")

    act(alice, "answer", answer="nothing-now")

    assert "They say: “Nothing. Only do not go far.”" in page(bob)
    assert "They say: “Hold me" not in page(bob)
    assert len(space_for(alice).mine(HardAnswer)) == 1


def test_an_answer_can_be_taken_back(two: tuple[Person, Person]) -> None:
    alice, bob = two
    act(alice, "answer", answer="hold-me")

    act(alice, "answer-back")

    assert "They say:" not in page(bob)


def test_an_answer_goes_away_by_itself_after_a_day(two: tuple[Person, Person]) -> None:
    alice, bob = two
    space_for(alice).put(HardAnswer("hold-me", timezone.now() - timedelta(hours=25)))

    assert "They say:" not in page(bob)
    page(alice)
    assert space_for(bob).theirs(HardAnswer) == []


def test_an_answer_is_fresh_for_a_day() -> None:
    at = datetime.fromisoformat("2026-03-12T20:00:00+00:00")
    answer = HardAnswer("hold-me", at)

    assert not answer.is_over(at + timedelta(hours=23))
    assert answer.is_over(at + timedelta(hours=24))


def test_nobody_changes_the_list_of_the_other(two: tuple[Person, Person]) -> None:
    alice, bob = two
    one = written(alice)
    act(alice, "show", one=one, line=["what"])
    shown = space_for(bob).theirs(HardDay)[0].id.hex()

    for name in (one, shown):
        for action in ("change", "show", "hide", "delete"):
            act(bob, action, one=name, kind="place", what="x", line=["helps"])

    assert [kept.what for kept in alice.vault.records(HardDay)] == [WHAT]
    assert [kept.item.what for kept in space_for(bob).theirs(HardDay)] == [WHAT]
