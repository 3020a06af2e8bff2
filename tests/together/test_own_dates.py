"""An own idea, what chance rests on, and the words that are tied to a hurt."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from amends.together import (
    WRITTEN,
    DateNote,
    Draws,
    HurtPlaces,
    Like,
    Noticed,
    OwnIdea,
    OwnIdeaOffScale,
    Setting,
    Wishes,
    plan,
)

MONDAY = date(2026, 3, 2)


def test_an_own_idea_is_planned_like_any_other() -> None:
    idea = OwnIdea("Paint the shed", minutes=80, exciting=True).as_idea("own")
    note = DateNote("own", MONDAY)

    planned = plan([idea], Wishes(), [note], Setting(MONDAY, allowed=True))

    assert [(one.idea.title, one.on) for one in planned] == [("Paint the shed", MONDAY)]


def test_an_own_idea_fits_any_season() -> None:
    idea = OwnIdea("Paint the shed").as_idea("own")

    assert all(idea.fits(Wishes(season=one)) for one in ("spring", "summer", "autumn", "winter"))


@pytest.mark.parametrize(("minutes", "cost"), [(5, 0), (481, 0), (60, 4)])
def test_an_own_idea_keeps_to_the_scale(minutes: int, cost: int) -> None:
    with pytest.raises(OwnIdeaOffScale):
        OwnIdea("Paint the shed", minutes=minutes, cost=cost)


def test_the_seed_stays_through_a_week_and_moves_on_when_asked() -> None:
    draws = Draws("secret")
    sunday = MONDAY + timedelta(days=6)
    assert draws.seed_of(MONDAY) == draws.seed_of(sunday)

    moved = draws.moved_on(MONDAY)

    assert moved.seed_of(MONDAY) == moved.seed_of(sunday) != draws.seed_of(MONDAY)
    assert moved.seed_of(sunday + timedelta(days=1)) == draws.seed_of(MONDAY)
    assert moved.moved_on(sunday) == replace(moved, turn=2)


def test_words_tied_to_a_hurt_are_one_in_each_line() -> None:
    told = HurtPlaces.told(" the harbour\n\nbowling \nthe harbour")

    assert told.words == ("the harbour", "bowling")
    assert HurtPlaces.told(told.said) == told


def test_what_was_written_is_looked_at_for_signs_of_danger() -> None:
    assert {HurtPlaces, Like, Noticed, OwnIdea} <= set(WRITTEN)
