"""Dates: planned alone, one shown, answered without a reason, and two taps afterwards."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from amends.contact import State
from amends.store import Kept
from amends.together import (
    DateAnswer,
    DateNote,
    Draws,
    HurtPlaces,
    Invitation,
    OwnIdea,
    Wishes,
    load_dates,
    load_interests,
    season_of,
    week_of,
)
from amends.web.dating import days_to_choose, week
from amends.web.overlap import tick
from tests.web.conftest import NOW, Person, settled
from tests.web.couple import at_peace, couple, space_for

pytestmark = pytest.mark.django_db

IDEAS = load_dates("en").ideas
SUPPER = "supper-by-candle-stubs"
TODAY = timezone.localdate()


def page(someone: Person) -> str:
    return str(someone.get("/dates/").content.decode())


def press(someone: Person, action: str, **form: Any) -> Any:
    return someone.post("/dates/", action=action, **form)


def chosen(someone: Person, idea: str = SUPPER, on: date = TODAY) -> Kept[DateNote]:
    """Choose a day for an idea; return the note of it."""
    press(someone, "choose", idea=idea, on=on.isoformat())
    return someone.vault.all(DateNote)[-1]


def noted(someone: Person) -> list[DateNote]:
    return someone.vault.records(DateNote)


def ids(someone: Person) -> list[str]:
    return [one.idea.id for one in week(someone.vault, timezone.now())]


def shown(alice: Person, on: date = TODAY) -> str:
    """Choose a date and show it; return the id of its note."""
    note = chosen(alice, on=on).id.hex()
    press(alice, "show", note=note)
    return note


def answered(bob: Person, reply: str) -> None:
    invitation = space_for(bob).theirs(Invitation)[-1].id.hex()
    press(bob, "answer", invitation=invitation, reply=reply)


def test_one_plans_alone_and_needs_no_space() -> None:
    alice = at_peace()

    told = page(alice)

    assert "You plan alone here." in told
    assert "101 couples" in told
    assert "phones lie out of sight" in told
    assert "Show this one to them" not in told


def test_while_apart_nothing_is_planned() -> None:
    alice = settled(State.SPACE)

    assert alice.get("/dates/").status_code == 403
    assert press(alice, "choose", idea=SUPPER, on=TODAY.isoformat()).status_code == 403
    assert week(alice.vault, NOW) == ()
    assert noted(alice) == []


def test_a_reload_changes_nothing_and_something_else_does() -> None:
    alice = at_peace()
    before = ids(alice)
    assert ids(alice) == before

    press(alice, "else")

    assert ids(alice) == ids(alice) != before


def test_two_people_draw_each_their_own_plan() -> None:
    assert ids(at_peace()) != ids(at_peace())


def test_wishes_are_kept_and_the_season_is_the_days() -> None:
    alice = at_peace()
    form = {"budget": "0", "energy": "low", "place": "home", "children": "fine", "minutes": "60"}

    press(alice, "wishes", **form, is_south="on")

    kept = Wishes(0, "low", "home", children="fine", minutes=60, is_south=True)
    assert alice.vault.records(Wishes) == [kept]
    there = replace(kept, season=season_of(TODAY, is_south=True))
    by_id = {one.id: one for one in IDEAS}
    assert all(by_id[one].fits(there) for one in ids(alice))


def test_wishes_off_the_scale_are_told() -> None:
    form = {"budget": "9", "energy": "low", "place": "home", "children": "fine", "minutes": "900"}
    alice = at_peace()

    answer = press(alice, "wishes", **form)

    assert answer.status_code == 422
    assert alice.vault.records(Wishes) == []


def test_a_date_gets_a_day_and_loses_it_again() -> None:
    alice = at_peace()
    note = chosen(alice)
    assert "With a day" in page(alice)

    press(alice, "take-out", note=note.id.hex())

    assert noted(alice) == []


def test_no_day_is_chosen_in_the_past_or_beyond_next_week() -> None:
    alice = at_peace()

    for on in (TODAY - timedelta(days=1), week_of(TODAY)[1] + timedelta(days=8)):
        press(alice, "choose", idea=SUPPER, on=on.isoformat())

    assert noted(alice) == []


def test_two_taps_feed_what_comes_next() -> None:
    alice = at_peace()
    kept = alice.vault.put(DateNote(SUPPER, TODAY - timedelta(days=1)))
    note = kept.id.hex()
    assert "How was it for you?" in page(alice)

    press(alice, "how", note=note, how="3")
    assert "Again?" in page(alice)
    press(alice, "again", note=note, again="no")

    assert noted(alice) == [DateNote(SUPPER, kept.record.on, how=3, again=False)]
    assert "How was it for you?" not in page(alice)
    assert "What you noted" in page(alice)
    press(alice, "take-out", note=note)
    assert noted(alice) == []


def test_a_date_of_today_can_be_noted_and_is_not_asked_about() -> None:
    alice = at_peace()
    note = chosen(alice).id.hex()
    assert "It did not take place" not in page(alice)

    press(alice, "how", note=note, how="2")

    assert "Again?" in page(alice)
    assert "With a day" not in page(alice)


def test_a_date_to_come_is_not_asked_about() -> None:
    alice = at_peace()
    kept = alice.vault.put(DateNote(SUPPER, days_to_choose(TODAY)[1]))

    press(alice, "how", note=kept.id.hex(), how="3")

    assert noted(alice) == [kept.record]
    assert "How was it for you?" not in page(alice)


def test_an_own_idea_stands_with_the_others() -> None:
    alice = at_peace()
    form = {"title": "Paint the shed", "minutes": "80", "cost": "1", "energy": "low"}

    press(alice, "own", **form, place="home", exciting="on")

    assert alice.vault.records(OwnIdea) == [
        OwnIdea("Paint the shed", minutes=80, cost=1, exciting=True)
    ]
    own = f"own-{alice.vault.all(OwnIdea)[0].id.hex()}"
    chosen(alice, own)
    assert "Paint the shed" in page(alice).partition('id="plan"')[0]
    press(alice, "own-out", idea=own)
    assert "Paint the shed" not in page(alice)


def test_an_own_idea_without_a_name_is_told() -> None:
    alice = at_peace()

    answer = press(alice, "own", title="", minutes="80")

    assert answer.status_code == 422
    assert "Say in a few words what it is" in answer.content.decode()


def test_what_hurts_is_never_offered() -> None:
    alice = at_peace()
    before = ids(alice)
    titles = [one.title for one in IDEAS if one.id in before]

    press(alice, "hurt", hurt="\n".join(titles))

    assert alice.vault.records(HurtPlaces) == [HurtPlaces(tuple(titles))]
    assert not set(before) & set(ids(alice))
    press(alice, "hurt", hurt=" ")
    assert alice.vault.records(HurtPlaces) == []
    assert ids(alice) == before


def test_what_both_like_comes_first_while_both_want_the_tool() -> None:
    alice, bob = couple("interests")
    alice.vault.put(Draws("seed"))
    every = [one.id for one in load_interests("en")]
    shared = [*every[:6]]
    tick(space_for(alice), "interests", shared)
    tick(space_for(bob), "interests", shared)

    liked = [one for one in week(alice.vault, NOW) if one.shared]
    assert liked
    assert "Both of you like:" in page(alice)
    bob.post("/ours/", action="want", tool="interests", wanted="no")

    assert not any(one.shared for one in week(alice.vault, NOW))


def test_only_what_is_shown_is_seen() -> None:
    alice, bob = couple()
    alice.vault.put(DateNote("first-names-of-things", TODAY - timedelta(days=3), how=0))
    press(alice, "hurt", hurt="harbour")
    assert "They have shown you a date" not in page(bob)

    shown(alice)

    assert space_for(bob).theirs(Invitation)[0].item == Invitation(TODAY, SUPPER)
    assert "They have shown you a date" in page(bob)
    assert "Supper by candle stubs" in page(bob)
    assert "You have shown it to them." in page(alice)


def test_a_yes_is_a_date_of_both() -> None:
    alice, bob = couple()
    shown(alice)

    answered(bob, "yes")

    assert "They said yes." in page(alice)
    assert noted(bob) == [DateNote(SUPPER, TODAY)]
    assert "They have shown you a date" not in page(bob)


def test_another_day_can_be_asked_for_and_is_asked_anew() -> None:
    alice, bob = couple()
    note, later = shown(alice), days_to_choose(TODAY)[-1]
    answered(bob, "another-day")
    assert "They would like another day." in page(alice)
    assert "You asked for another day." in page(bob)

    press(alice, "move", note=note, on=later.isoformat())

    assert [one.item.on for one in space_for(bob).theirs(Invitation)] == [later]
    assert "You can say yes" in page(bob)
    assert space_for(bob).mine(DateAnswer) == []


def test_a_no_is_told_once_and_nothing_is_kept_of_it() -> None:
    alice, bob = couple()
    shown(alice)

    answered(bob, "rather-not")

    assert "They have shown you a date" not in page(bob)
    assert "They would rather not this time." in page(alice)
    assert "rather not" not in page(alice)
    assert noted(alice) == []
    assert alice.vault.all(Invitation) == []
    page(bob)
    assert space_for(alice).all(DateAnswer) == []
    assert space_for(alice).all(Invitation) == []


def test_an_own_idea_travels_with_its_words() -> None:
    alice, bob = couple()
    own = alice.vault.put(OwnIdea("Paint the shed", "In blue.", minutes=80))
    note = chosen(alice, f"own-{own.id.hex()}").id.hex()

    press(alice, "show", note=note)
    assert "Paint the shed" in page(bob)
    answered(bob, "yes")

    assert bob.vault.records(OwnIdea) == [replace(own.record, is_theirs=True)]
    assert "Paint the shed" in page(bob)


def test_what_is_taken_back_is_gone_from_both() -> None:
    alice, bob = couple()
    note = shown(alice)

    press(alice, "hide", note=note)

    assert space_for(bob).all(Invitation) == []
    assert "They have shown you a date" not in page(bob)
    assert "With a day" in page(alice)


def test_taking_the_date_out_takes_back_the_invitation() -> None:
    alice, bob = couple()
    note = shown(alice)

    press(alice, "take-out", note=note)

    assert space_for(bob).all(Invitation) == []


def test_an_answer_to_what_is_gone_changes_nothing() -> None:
    alice, bob = couple()
    note = shown(alice)
    invitation = space_for(bob).theirs(Invitation)[0].id.hex()
    press(alice, "hide", note=note)

    answer = press(bob, "answer", invitation=invitation, reply="yes")

    assert answer.status_code == 302
    assert noted(bob) == []


def test_nobody_answers_their_own_invitation() -> None:
    alice, _ = couple()
    shown(alice)
    invitation = space_for(alice).mine(Invitation)[0].id.hex()

    press(alice, "answer", invitation=invitation, reply="yes")

    assert space_for(alice).all(DateAnswer) == []


def test_every_field_has_an_id_of_its_own() -> None:
    alice = at_peace()
    alice.vault.put(OwnIdea("Paint the shed"))
    found = re.findall(r'\sid="([^"]+)"', page(alice))

    assert len(found) == len(set(found))


def test_fifty_two_weeks_vary() -> None:
    alice = at_peace()
    alice.vault.put(Draws("seed"))
    seen: list[str] = []
    for number in range(52):
        now = NOW + timedelta(weeks=number)
        today = timezone.localtime(now).date()
        planned = week(alice.vault, now)
        assert planned
        for one in planned:
            alice.vault.put(DateNote(one.idea.id, today, how=2))
            seen.append(one.idea.id)

    rests = [seen[place + 1 : place + 9] for place in range(len(seen))]
    assert all(one not in soon for one, soon in zip(seen, rests, strict=True))
    assert len(set(seen)) > 0.7 * len(seen)
