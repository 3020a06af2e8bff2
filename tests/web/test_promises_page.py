"""Promises on the page: shown one at a time; lies apart; what one saw stays one's own."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from amends.practice import AsSeen, Promise, PromiseHow, Untruth
from amends.web.content import words
from amends.web.releasing import release
from tests.web.conftest import Person
from tests.web.couple import couple, space_for
from tests.web.pages_of import every_page

pytestmark = pytest.mark.django_db
WHAT = "I sort the papers in the blue box."
CARD = "The box is empty."


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple("promises")


def today() -> date:
    return timezone.localdate()


def page(someone: Person) -> str:
    return str(someone.get("/promises/").content.decode())


def make(someone: Person, what: str = WHAT, **form: Any) -> Any:
    sent = {"action": "make", "by": today().isoformat(), "shown_by": CARD} | form
    return someone.post("/promises/", what=what, **sent)


def kept(someone: Person, days_ago: int = 3, what: str = WHAT) -> str:
    """Keep a promise whose day is over; return its id."""
    by = today() - timedelta(days=days_ago)
    promise = Promise(what, by, by - timedelta(days=4), CARD)
    return str(someone.vault.put(promise).id.hex())


def act(someone: Person, action: str, one: str, **form: Any) -> Any:
    return someone.post("/promises/", action=action, one=one, **form)


def ended(someone: Person, one: str, how: str, on: date, action: str = "end", **form: Any) -> Any:
    return act(someone, action, one, how=how, on=on.isoformat(), **form)


def picture(someone: Person) -> str:
    found = re.search(r"<figure.*?</figure>", page(someone), re.DOTALL)
    return found[0] if found else ""


def only(someone: Person) -> str:
    return str(someone.vault.all(Promise)[-1].id.hex())


def test_a_small_promise_is_kept_at_once(two: tuple[Person, Person]) -> None:
    alice, bob = two

    answer = make(alice)

    assert answer.status_code == 302
    assert WHAT in page(alice)
    assert WHAT not in every_page(bob)


def test_a_large_one_is_asked_about_and_never_refused(two: tuple[Person, Person]) -> None:
    alice, _ = two
    asked = make(alice, "I will never be late again.", shown_by="").content.decode()
    assert "Could it be smaller?" in asked
    assert "It says “never”, and nobody can see that." in asked
    assert "I will never be late again." in asked
    assert alice.vault.all(Promise) == []

    make(alice, "I will never be late again.", shown_by="", action="make-as-it-is")

    assert "I will never be late again." in page(alice)


@pytest.mark.parametrize("by", ["", "2020-01-01"])
def test_a_promise_without_a_day_is_told_so(by: str, two: tuple[Person, Person]) -> None:
    alice, _ = two

    answer = make(alice, by=by)

    assert answer.status_code == 422
    assert "cannot be late" in answer.content.decode()
    assert WHAT in answer.content.decode()


def test_late_is_shown_late_with_how_late(two: tuple[Person, Person]) -> None:
    alice, _ = two
    one = kept(alice)

    ended(alice, one, "done", today() - timedelta(days=1))

    assert "late by 2 days" in page(alice)
    assert "1 late" in picture(alice)


def test_beforehand_is_before_the_day_was_over(two: tuple[Person, Person]) -> None:
    alice, _ = two
    one = kept(alice)
    answer = ended(alice, one, "told", today())
    assert answer.status_code == 422
    assert "it was not kept" in answer.content.decode()

    ended(alice, one, "told", today() - timedelta(days=4), instead="My cousin sorts them.")

    assert "1 told beforehand" in picture(alice)
    assert "My cousin sorts them." in page(alice)


def test_the_other_reads_what_is_shown_and_the_end_when_that_is_shown(
    two: tuple[Person, Person],
) -> None:
    alice, bob = two
    one = kept(alice)
    act(alice, "show", one)
    assert WHAT in page(bob)
    assert "not said yet" in page(bob)
    ended(alice, one, "missed", today())
    assert "They do not see how it ended." in page(alice)
    assert "not kept</strong>" not in page(bob)

    act(alice, "show", one)

    assert "not kept</strong>" in page(bob)
    act(alice, "hide", one)
    assert WHAT not in every_page(bob)


def test_an_end_can_be_shown_as_it_is_written_down(two: tuple[Person, Person]) -> None:
    alice, bob = two
    one = kept(alice)
    act(alice, "show", one)

    ended(alice, one, "done", today(), action="end-and-show")

    assert "late by 3 days" in page(bob)


def test_the_other_sees_no_picture_and_no_count_of_mine(two: tuple[Person, Person]) -> None:
    alice, bob = two
    for number in range(3):
        one = kept(alice, what=f"Promise {number}")
        act(alice, "show", one)
        ended(alice, one, "missed", today(), action="end-and-show")

    assert "3 not kept" in picture(alice)
    assert picture(bob) == ""
    assert page(bob).count("<strong>not kept</strong>") == 3
    assert not re.search(r"3 not kept|\d ?%", page(bob))


def test_lies_never_change_the_picture(two: tuple[Person, Person]) -> None:
    alice, bob = two
    ended(alice, kept(alice), "done", today() - timedelta(days=3))
    before = picture(alice)

    for number in range(4):
        alice.post("/promises/", action="untruth", words=f"Lie {number}", true="The bank is shut.")

    assert picture(alice) == before
    assert "1 kept" in before
    assert "Lie 3" in page(alice)
    assert "Lie 3" not in every_page(bob)


def test_a_lie_is_read_when_it_is_shown(two: tuple[Person, Person]) -> None:
    alice, bob = two
    lie = alice.vault.put(Untruth(today(), "I said I had rung.", "I had not."))

    act(alice, "show", lie.id.hex())

    assert "I had not." in page(bob)
    act(alice, "hide", lie.id.hex())
    assert "I had not." not in every_page(bob)


def test_how_one_saw_it_stays_with_who_saw_it(two: tuple[Person, Person]) -> None:
    alice, bob = two
    released(alice, kept(alice))
    shown = space_for(bob).theirs(Promise)[0].id.hex()

    act(bob, "saw", shown, saw="not-so", words="I rang the dentist myself.")

    assert "I rang the dentist myself." in page(bob)
    assert "I rang the dentist myself." not in every_page(alice)
    assert space_for(alice).all(AsSeen) == []


def test_how_one_saw_it_stays_when_the_promise_is_shown_anew(two: tuple[Person, Person]) -> None:
    alice, bob = two
    one = kept(alice)
    released(alice, one)
    act(bob, "saw", space_for(bob).theirs(Promise)[0].id.hex(), saw="not-so", words="It was me.")

    ended(alice, one, "done", today(), action="end-and-show")

    assert "It was me." in page(bob)
    assert "late by 3 days" in page(bob)


def released(someone: Person, one: str) -> None:
    release(space_for(someone), someone.vault.get(Promise, bytes.fromhex(one)))


def test_nobody_ends_or_shows_a_promise_of_the_other(two: tuple[Person, Person]) -> None:
    alice, bob = two
    one = kept(alice)
    released(alice, one)
    shown = space_for(bob).theirs(Promise)[0].id.hex()

    for name in (one, shown):
        for action in ("end", "end-and-show", "show", "hide", "delete"):
            act(bob, action, name, how="missed", on=today().isoformat())

    assert alice.vault.records(Promise)[0].end is None
    assert [one.item.end for one in space_for(bob).theirs(Promise)] == [None]


def test_a_deleted_promise_is_gone_for_both(two: tuple[Person, Person]) -> None:
    alice, bob = two
    one = kept(alice)
    released(alice, one)

    act(alice, "delete", one)

    assert alice.vault.all(Promise) == []
    assert WHAT not in page(bob)


def test_every_how_has_its_words() -> None:
    text = words("together/promises")

    assert all(text["end"][how] for how in PromiseHow)
