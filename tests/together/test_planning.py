"""A week of dates, and 52 of them."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from amends.together import (
    CHILDREN,
    ENERGIES,
    PLACES,
    DateIdea,
    DateNote,
    Setting,
    Wishes,
    exciting_minutes,
    plan,
    season_of,
)
from tests.together.years import FIRST, IDEAS, noted, year

MONDAY = date(2026, 3, 2)
HERE = Setting(MONDAY, allowed=True, seed="seed")
LAMPS = next(one for one in IDEAS if one.id == "when-the-lamps-come-on")
WIDE = Wishes(budget=3, energy="high")
NARROW = Wishes(budget=0, energy="low", place="home", children="fine")
EVERY_WISH = [
    Wishes(),
    WIDE,
    NARROW,
    Wishes(budget=1, energy="middle", place="near", children="asleep"),
    Wishes(budget=0, energy="middle", place="near", children="fine"),
    Wishes(budget=2, energy="low", minutes=45),
]


def test_while_apart_the_plan_is_empty() -> None:
    notes = [DateNote(IDEAS[0].id, MONDAY)]

    assert plan(IDEAS, WIDE, notes, replace(HERE, allowed=False)) == ()


def test_the_same_seed_makes_the_same_plan() -> None:
    assert plan(IDEAS, WIDE, [], HERE) == plan(IDEAS, WIDE, [], HERE)
    assert plan(IDEAS, WIDE, [], HERE) != plan(IDEAS, WIDE, [], replace(HERE, seed="other"))


def test_the_order_of_ideas_and_notes_does_not_matter() -> None:
    notes = [noted(one.id, MONDAY - timedelta(days=40)) for one in IDEAS[:20]]

    assert plan(IDEAS, WIDE, notes, HERE) == plan(IDEAS[::-1], WIDE, notes[::-1], HERE)


def test_the_plan_stays_from_monday_to_sunday() -> None:
    notes = [noted(one.id, MONDAY - timedelta(days=19)) for one in IDEAS[:9]]
    days = [MONDAY + timedelta(days=day) for day in range(7)]
    plans = {plan(IDEAS, WIDE, notes, replace(HERE, today=day)) for day in days}

    assert len(plans) == 1


@pytest.mark.parametrize("wishes", EVERY_WISH)
def test_money_energy_way_season_and_children_are_always_kept(wishes: Wishes) -> None:
    for number, week in enumerate(year(wishes)):
        season = season_of(FIRST + timedelta(weeks=number))

        assert all(one.idea.cost <= wishes.budget for one in week)
        assert all(ENERGIES.index(one.idea.energy) <= ENERGIES.index(wishes.energy) for one in week)
        assert all(PLACES.index(one.idea.place) <= PLACES.index(wishes.place) for one in week)
        assert all({"any", season} & {*one.idea.seasons} for one in week)
        assert all(
            CHILDREN.index(one.idea.children) <= CHILDREN.index(wishes.children) for one in week
        )


@pytest.mark.parametrize("wishes", EVERY_WISH)
def test_most_weeks_hold_about_the_minutes_wished_for(wishes: Wishes) -> None:
    minutes = [exciting_minutes(week) for week in year(wishes)]
    about = [one for one in minutes if wishes.minutes * 2 / 3 <= one <= wishes.minutes * 4 / 3]

    assert len(about) >= 36
    assert min(minutes) >= wishes.minutes * 2 / 3


@pytest.mark.parametrize("wishes", EVERY_WISH)
def test_a_week_holds_familiar_and_new_and_no_more_than_four(wishes: Wishes) -> None:
    weeks = year(wishes)
    every = [one for week in weeks for one in week]

    assert all(1 <= len(week) <= 4 for week in weeks)
    assert 0.3 <= sum(one.is_familiar for one in every) / len(every) <= 0.75


@pytest.mark.parametrize(("wishes", "fewest"), [(Wishes(), 80), (WIDE, 90), (NARROW, 28)])
def test_a_year_is_varied(wishes: Wishes, fewest: int) -> None:
    every = [one.idea for week in year(wishes) for one in week]

    assert len({one.id for one in every}) >= fewest
    assert len({interest for one in every for interest in one.interests}) >= 30
    assert max(Counter(one.id for one in every).values()) <= 13


@pytest.mark.parametrize("wishes", EVERY_WISH)
def test_nothing_returns_within_eight_weeks_unless_liked(wishes: Wishes) -> None:
    days = defaultdict(list)
    for number, week in enumerate(year(wishes)):
        for one in week:
            days[one.idea.id].append(number)

    for idea, weeks in days.items():
        liked = noted(idea, MONDAY).again
        gaps = [after - before for before, after in pairwise(weeks)]
        assert all(gap >= (4 if liked else 8) for gap in gaps)


@pytest.mark.parametrize("wishes", EVERY_WISH)
def test_what_was_refused_never_returns(wishes: Wishes) -> None:
    times = Counter(one.idea.id for week in year(wishes) for one in week)

    refused = [idea for idea in times if noted(idea, MONDAY).again is False]
    assert refused
    assert all(times[idea] == 1 for idea in refused)


def test_what_was_liked_returns_as_familiar() -> None:
    every = [one for week in year(Wishes()) for one in week]

    returned = [one for one in every if one.is_return]
    assert len(returned) >= 15
    assert all(one.is_familiar and noted(one.idea.id, MONDAY).again for one in returned)


def test_shared_interests_come_more_often_and_not_alone() -> None:
    shared = frozenset({"plants", "trains", "singing"})
    without = [one.idea for week in year(Wishes()) for one in week]
    with_them = [one for week in year(Wishes(), overlaps=shared) for one in week]

    before = sum(bool(shared & {*one.interests}) for one in without) / len(without)
    after = sum(bool(one.shared) for one in with_them) / len(with_them)
    assert before * 1.5 < after < 0.8


@pytest.mark.parametrize("hurt", ["museum", "Harbour", "cooking", "minigolf-through-the-rooms"])
def test_what_is_tied_to_a_hurt_is_left_out(hurt: str) -> None:
    every = [one.idea for week in year(WIDE, hurt=frozenset({hurt})) for one in week]

    said = " ".join(f"{one.id} {one.title} {one.line} {one.interests}" for one in every)
    assert hurt.casefold() not in said.casefold()


def test_a_day_that_was_chosen_stands_first_and_counts() -> None:
    idea = next(one for one in IDEAS if one.exciting and one.minutes == 90)
    notes = [DateNote(idea.id, MONDAY + timedelta(days=4))]

    planned = plan(IDEAS, WIDE, notes, HERE)

    assert (planned[0].idea, planned[0].on) == (idea, MONDAY + timedelta(days=4))
    assert exciting_minutes(planned) == 90


def test_a_day_that_was_chosen_goes_when_it_hurts_since() -> None:
    idea = IDEAS[0]
    hurt = replace(HERE, hurt=frozenset({idea.id}))

    planned = plan(IDEAS, WIDE, [DateNote(idea.id, MONDAY)], hurt)

    assert idea not in [one.idea for one in planned]


def test_a_later_week_is_not_offered_now() -> None:
    notes = [DateNote(one.id, MONDAY + timedelta(days=10)) for one in IDEAS]

    assert plan(IDEAS, WIDE, notes, HERE) == ()


def test_nobody_has_to_want_anything_exciting() -> None:
    weeks = year(replace(WIDE, minutes=0))

    assert all(exciting_minutes(week) == 0 for week in weeks)
    assert all(len(week) == 1 for week in weeks)


def test_without_ideas_there_is_no_plan() -> None:
    none: tuple[DateIdea, ...] = ()

    assert plan(none, WIDE, [], HERE) == ()


def test_short_ideas_still_make_up_the_minutes() -> None:
    minutes = {"a": 15, "b": 15, "c": 15, "d": 15, "e": 50}
    short = [replace(LAMPS, id=name, exciting=True, minutes=one) for name, one in minutes.items()]

    plans = [plan(short, WIDE, [], replace(HERE, seed=str(seed))) for seed in range(20)]

    assert all(60 <= exciting_minutes(one) <= 120 for one in plans)


def test_what_was_had_lately_comes_less() -> None:
    cooked = [one for one in IDEAS if "cooking" in one.interests][:1]
    lately = [DateNote(one.id, MONDAY - timedelta(days=5)) for one in cooked]
    seeds = [replace(HERE, seed=str(seed)) for seed in range(60)]

    fresh, worn = (
        [
            "cooking" in one.idea.interests
            for here in seeds
            for one in plan(IDEAS, WIDE, notes, here)
        ]
        for notes in ([], lately)
    )

    assert sum(worn) < sum(fresh) / 2
