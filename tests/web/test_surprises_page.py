"""Small surprises and what was noticed: one alone, on few days, and nothing counted."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.utils import timezone

from amends.contact import Agreement, State, Terms, begin
from amends.together import (
    Away,
    Caps,
    Draws,
    Gesture,
    Like,
    Noticed,
    Passed,
    Reason,
    Restraint,
    is_open_day,
    load_surprises,
)
from amends.web.hurt import keep_hurt
from amends.web.surprising import take_up, todays, turn_down
from tests.web.conftest import NOW, Person, settled
from tests.web.couple import at_peace, couple, space_for

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
EVERY = load_surprises("en")
SOUP = Like("lentil soup from the corner", "food", "said", TODAY - timedelta(days=200))
NOTE = "a-note-in-the-coat"
SEED = next(str(n) for n in range(99) if is_open_day(TODAY, str(n)))
"""A seed for which today may hold a surprise."""
QUIET = next(str(n) for n in range(99) if not is_open_day(TODAY, str(n)))


@pytest.fixture
def alice() -> Person:
    """Someone who is together, on a day that may hold a surprise."""
    someone = at_peace()
    someone.vault.put(Draws(SEED))
    return someone


def page(someone: Person, name: str = "surprises") -> str:
    return str(someone.get(f"/{name}/").content.decode())


def press(someone: Person, action: str, **form: Any) -> Any:
    return someone.post("/surprises/", action=action, **form)


def given(someone: Person) -> list[Gesture]:
    return someone.vault.records(Gesture)


def liked(someone: Person, how: str = "said") -> None:
    form = {"what": SOUP.what, "kind": "food", "said_how": how}
    press(someone, "like", **form, on=SOUP.on.isoformat())


def done(someone: Person) -> str:
    """Keep a surprise that was done today; return its id."""
    return someone.vault.put(Gesture(NOTE, TODAY, like="ab" * 16, done=True)).id.hex()


def test_what_they_like_is_kept_with_where_it_comes_from(alice: Person) -> None:
    liked(alice)

    assert alice.vault.records(Like) == [SOUP]
    assert SOUP.what in page(alice)
    assert "they said so in" in page(alice)


def test_nothing_is_known_from_a_day_to_come(alice: Person) -> None:
    form = {"what": SOUP.what, "kind": "food", "said_how": "said"}

    answer = press(alice, "like", **form, on=(TODAY + timedelta(days=2)).isoformat())

    assert answer.status_code == 422
    assert SOUP.what in answer.content.decode()
    assert alice.vault.records(Like) == []


def test_a_suggestion_says_why_and_a_reload_changes_nothing(alice: Person) -> None:
    liked(alice)
    found = todays(alice.vault, NOW)

    assert found.surprise
    assert found == todays(alice.vault, NOW)
    assert found.surprise.title in page(alice)
    told = "You wrote down that they like something of this kind: food and drink."
    assert any(one in page(alice) for one in (told, "They said so in", "It fits whoever it is"))


def test_a_guess_becomes_a_question_and_never_a_present(alice: Person) -> None:
    liked(alice, "guessed")
    told = page(alice)

    assert "a guess is no ground for a present" in told
    assert EVERY.questions["food"] in told
    assert "I will do this" not in told
    press(alice, "became", like=alice.vault.all(Like)[0].id.hex())
    assert alice.vault.records(Like) == [replace(SOUP, on=TODAY)]
    assert "I will do this" in page(alice)


def test_what_was_tied_to_a_hurt_is_in_no_surprise(alice: Person) -> None:
    liked(alice)
    offered = todays(alice.vault, NOW).surprise
    assert offered is not None

    keep_hurt(alice.vault, f"soup\n{offered.title}")

    found = todays(alice.vault, NOW)
    assert found.surprise != offered
    assert found.like != SOUP


def test_while_what_they_share_is_not_available_every_day_is_a_quiet_one() -> None:
    alice, bob = couple()
    alice.vault.put(Draws(SEED))
    alice.vault.put(SOUP)
    before = todays(alice.vault, NOW)

    space_for(bob).put(Away())

    assert before.surprise is not None
    assert todays(alice.vault, NOW).reason == Reason.QUIET_DAY


def test_a_quiet_day_has_none() -> None:
    someone = at_peace()
    someone.vault.put(Draws(QUIET))

    assert "Nothing today. Most days need no surprise" in page(someone)
    assert "I will do this" not in page(someone)


def test_it_is_planned_done_and_shown_only_if_one_wants() -> None:
    alice, bob = couple()
    alice.vault.put(Draws(SEED))
    press(alice, "take-up", on=(TODAY + timedelta(days=1)).isoformat())
    assert [one.done for one in given(alice)] == [False]
    assert space_for(bob).all(Gesture) == []
    gesture = alice.vault.all(Gesture)[0].id.hex()

    press(alice, "show", gesture=gesture)
    assert space_for(bob).all(Gesture) == []
    press(alice, "done", gesture=gesture)
    assert given(alice) == [replace(given(alice)[0], done=True, on=TODAY)]
    assert space_for(bob).all(Gesture) == []
    press(alice, "show", gesture=gesture)

    title = EVERY.get(given(alice)[0].surprise)
    assert title
    assert title.title in page(bob, "noticed")
    press(alice, "hide", gesture=gesture)
    assert title.title not in page(bob, "noticed")


def test_what_is_shown_says_nothing_of_their_likes() -> None:
    alice, bob = couple()

    press(alice, "show", gesture=done(alice))

    assert [one.item for one in space_for(bob).theirs(Gesture)] == [Gesture(NOTE, TODAY, done=True)]


def test_what_is_left_is_gone(alice: Person) -> None:
    press(alice, "take-up", on=TODAY.isoformat())

    press(alice, "leave", gesture=alice.vault.all(Gesture)[0].id.hex())

    assert given(alice) == []


def test_no_day_is_chosen_near_another(alice: Person) -> None:
    alice.vault.put(Gesture(NOTE, TODAY + timedelta(days=5)))

    press(alice, "take-up", on=(TODAY + timedelta(days=3)).isoformat())

    assert len(given(alice)) == 1


def test_not_this_one_brings_another_and_then_none(alice: Person) -> None:
    first = todays(alice.vault, NOW).surprise
    press(alice, "turn-down")
    assert todays(alice.vault, NOW).surprise not in (None, first)

    press(alice, "turn-down")

    assert todays(alice.vault, NOW).reason == Reason.QUIET_DAY
    assert len(alice.vault.records(Passed)) == 2


def test_less_is_kept(alice: Person) -> None:
    press(alice, "less", asked="on", cost="0", pressure="0")

    assert "Keeping to that is the kindness" in page(alice)
    assert alice.vault.records(Caps) == [Caps(0, 0)]
    press(alice, "less", talked="on", cost="0", pressure="0")
    assert "There was a serious talk today." in page(alice)
    assert alice.vault.records(Restraint) == [Restraint(talked_on=TODAY)]
    press(alice, "less", cost="0", pressure="0")
    found = todays(alice.vault, NOW).surprise
    assert found
    assert (found.cost, found.pressure) == (0, 0)


def test_while_apart_there_is_none() -> None:
    apart = settled(State.SPACE)
    apart.vault.put(SOUP)

    assert {todays(apart.vault, NOW + timedelta(days=n)).reason for n in range(14)} == {
        Reason.CLOSED
    }
    for name in ("surprises", "noticed"):
        assert apart.get(f"/{name}/").status_code == 403
    assert press(apart, "take-up", on=TODAY.isoformat()).status_code == 403
    assert given(apart) == []


def test_a_year_has_few_and_none_after_it_closes() -> None:
    alice = at_peace()
    alice.vault.put(Draws("seed"))
    for kind in ("food", "words", "help"):
        alice.vault.put(replace(SOUP, kind=kind))
    days = []
    for number in range(364):
        now = NOW + timedelta(days=number)
        if number == 182:
            closed = begin(Terms(state=State.SPACE, words="I need space."), now)
            alice.vault.put(closed, id=agreement(alice))
        if todays(alice.vault, now).surprise:
            on = timezone.localtime(now).date()
            days.append(on)
            assert take_up(alice.vault, now, on)

    assert 10 <= len(days) <= 40
    assert min(after - before for before, after in pairwise(days)) >= timedelta(days=4)
    assert max(days) < TODAY + timedelta(days=182)
    assert len({one.surprise for one in given(alice)}) >= 0.7 * len(days)


def agreement(someone: Person) -> bytes:
    return someone.vault.all(Agreement)[-1].id


def test_noticed_shows_the_newest_and_counts_nothing(alice: Person) -> None:
    for number in range(7):
        on = TODAY - timedelta(days=number)
        alice.post("/noticed/", action="keep", what=f"carried the {'o' * number}box", on=on)

    told = page(alice, "noticed")

    newest = told.partition("<details")[0]
    assert re.findall(r"carried the (o*)box</span>", newest) == ["o" * n for n in range(5)]
    assert "Earlier ones" in told
    assert not re.search(r"\b[567]\b(?! day)", re.sub(r"\d+ [A-Z]\w+|<[^>]+>", "", told))
    assert "I saw that you" in told


def test_noticed_stays_with_one() -> None:
    alice, bob = couple()

    alice.post("/noticed/", action="keep", what="carried the box", on=TODAY.isoformat())

    assert alice.vault.records(Noticed) == [Noticed("carried the box", TODAY)]
    assert "carried the box" not in page(bob, "noticed") + page(bob, "ours")


def test_noticed_needs_words_and_a_day_that_was(alice: Person) -> None:
    later = TODAY + timedelta(days=1)

    for form in ({"what": " ", "on": TODAY}, {"what": "carried the box", "on": later}):
        assert alice.post("/noticed/", action="keep", **form).status_code == 422

    assert alice.vault.records(Noticed) == []


def test_what_was_noticed_can_be_taken_out(alice: Person) -> None:
    kept = alice.vault.put(Noticed("carried the box", TODAY))

    alice.post("/noticed/", action="take-out", noticed=kept.id.hex())

    assert alice.vault.records(Noticed) == []


def test_turning_down_without_a_suggestion_keeps_nothing() -> None:
    someone = at_peace()
    someone.vault.put(Draws(QUIET))

    turn_down(someone.vault, NOW)

    assert someone.vault.records(Passed) == []


def test_the_shared_page_leads_to_what_one_does_alone() -> None:
    told = page(at_peace(), "ours")

    for name in ("dates", "surprises", "noticed"):
        assert f'href="/{name}/"' in told
    assert 'href="/dates/"' not in page(settled(State.SPACE), "ours")
