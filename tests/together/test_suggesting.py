"""What might be done today: on most days nothing, and never while apart."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from amends.together import (
    Caps,
    Gesture,
    Like,
    Moment,
    Reason,
    Suggestion,
    is_open_day,
    load_surprises,
    suggest,
)
from amends.together.surprises import telling_words

EVERY = load_surprises("en").every
FIRST = date(2026, 1, 5)
LIKES = [
    Like("lentil soup", "food", "said", date(2025, 5, 3)),
    Like("the old harbour", "place", "seen", date(2025, 6, 1)),
    Like("an hour alone", "rest", "said", date(2025, 7, 9)),
    Like("notes in books", "words", "seen", date(2025, 8, 2)),
    Like("help with the post", "help", "said", date(2025, 9, 2)),
    Like("roses", "play", "guessed", date(2025, 9, 9)),
]
OPEN = next(
    day for day in (FIRST + timedelta(days=n) for n in range(30)) if is_open_day(day, "seed")
)
NOW = Moment(OPEN, allowed=True)
ALL = Caps(cost=2, pressure=2)


@cache
def year(
    seed: str, *, allowed: bool = True, phase: str = "together", keeps: bool = True
) -> list[tuple[date, Suggestion]]:
    """Return what was suggested on 364 days; with `keeps` each surprise is chosen and done."""
    given: list[Gesture] = []
    days = []
    for number in range(364):
        today = FIRST + timedelta(days=number)
        moment = Moment(today, allowed=allowed, phase=phase)
        days.append((today, suggest(EVERY, LIKES, given, moment, Caps(), seed)))
        surprise = days[-1][1].surprise
        if keeps and surprise:
            given.append(Gesture(surprise.id, today, done=True))
    return days


def surprising(days: list[tuple[date, Suggestion]]) -> list[date]:
    return [day for day, one in days if one.surprise]


@pytest.mark.parametrize("seed", ["a", "b", "c"])
@pytest.mark.parametrize("keeps", [True, False])
def test_there_are_never_two_in_three_days_nor_three_in_a_week(seed: str, *, keeps: bool) -> None:
    days = surprising(year(seed, keeps=keeps))

    assert min(after - before for before, after in pairwise(days)) >= timedelta(days=4)
    weeks = [sum(timedelta() <= day - first < timedelta(days=7) for day in days) for first in days]
    assert max(weeks) <= 2


@pytest.mark.parametrize("seed", ["a", "b", "c"])
def test_most_days_have_none_and_most_months_have_some(seed: str) -> None:
    days = surprising(year(seed))

    assert 35 <= len(days) <= 70
    assert len({(day.year, day.month) for day in days}) == 12


@pytest.mark.parametrize("seed", ["a", "b", "c"])
def test_a_year_is_varied(seed: str) -> None:
    every = [one.surprise for _, one in year(seed) if one.surprise]
    last: dict[str, date] = {}
    for day, one in year(seed):
        if one.surprise:
            before = last.get(one.surprise.id, date.min)
            assert day - before >= timedelta(weeks=8)
            last[one.surprise.id] = day

    assert len({one.id for one in every}) >= 0.7 * len(every)
    assert len({one.kind for one in every}) == 5
    assert max(Counter(one.id for one in every).values()) <= 3


@pytest.mark.parametrize(
    ("allowed", "phase"),
    [
        (False, "together"),
        *((True, state) for state in ("unknown", "space", "logistics_only", "open", "no_reply")),
        *((True, state) for state in ("said_no", "blocked", "moved_on", "legal_order")),
    ],
)
def test_while_apart_there_is_none_on_any_day(phase: str, *, allowed: bool) -> None:
    days = year("a", allowed=allowed, phase=phase)

    assert {one for _, one in days} == {Suggestion(Reason.CLOSED)}


def test_when_they_asked_for_less_there_is_none() -> None:
    asked = replace(NOW, asked_for_less=True)

    assert suggest(EVERY, LIKES, [], asked, ALL, "seed") == Suggestion(Reason.ASKED_FOR_LESS)


def test_on_the_day_of_a_serious_talk_there_is_none() -> None:
    talked = replace(NOW, talked_on=OPEN)
    before = replace(NOW, talked_on=OPEN - timedelta(days=1))

    assert suggest(EVERY, LIKES, [], talked, ALL, "seed") == Suggestion(Reason.TALKED_TODAY)
    assert suggest(EVERY, LIKES, [], before, ALL, "seed").surprise


@pytest.mark.parametrize("days", [-3, -1, 0, 2])
def test_one_that_was_given_or_is_planned_leaves_room_around_it(days: int) -> None:
    given = [Gesture(EVERY[0].id, OPEN + timedelta(days=days))]

    assert suggest(EVERY, LIKES, given, NOW, ALL, "seed") == Suggestion(Reason.TOO_SOON)


def test_a_guess_alone_becomes_a_question() -> None:
    guess = Like("roses", "play", "guessed", OPEN)

    suggestion = suggest(EVERY, [guess], [], NOW, ALL, "seed")

    assert suggestion == Suggestion(Reason.ONLY_GUESSED, None, guess)


def test_no_surprise_rests_on_a_guess() -> None:
    every = [one for seed in "abc" for _, one in year(seed) if one.surprise]

    assert all(one.like is None or one.like.said_how != "guessed" for one in every)
    assert all(one.surprise and one.surprise.needs != "play" for one in every)


def test_the_like_that_it_speaks_of_is_named_and_how_one_knows() -> None:
    every = [one for seed in "abc" for _, one in year(seed) if one.surprise]

    assert {one.reason for one in every} == {
        *(Reason.SAID, Reason.SEEN, Reason.OF_A_KIND, Reason.PLAIN)
    }
    for one in every:
        assert one.surprise
        if one.like:
            assert (one.like.kind, one.like.said_how) == (one.surprise.needs, one.reason)
            assert one.surprise.telling & telling_words(one.like.what)
        else:
            assert (one.reason is Reason.PLAIN) == (one.surprise.needs == "any")


def soup(*likes: str) -> Suggestion:
    """Return what is suggested when there is nothing but a soup, to someone with these likes."""
    [idea] = (one for one in EVERY if one.id == "soup-for-their-bad-day")
    known = [Like(what, "food", "said", date(2025, 5, 3)) for what in likes]
    return suggest([idea], known, [], NOW, ALL, "seed")


def test_of_two_likes_of_a_kind_the_one_that_it_speaks_of_is_named() -> None:
    assert soup("red grapes", "Soups from the corner").like == Like(
        "Soups from the corner", "food", "said", date(2025, 5, 3)
    )


@pytest.mark.parametrize("other", ["red grapes", "toast for them, when they want to", "oh"])
def test_another_like_of_the_kind_is_not_named(other: str) -> None:
    found = soup(other)

    assert (found.reason, found.like) == (Reason.OF_A_KIND, None)


def test_without_likes_there_is_what_fits_anyone() -> None:
    suggestion = suggest(EVERY, [], [], NOW, ALL, "seed")

    assert suggestion.surprise
    assert (suggestion.surprise.needs, suggestion.reason) == ("any", Reason.PLAIN)


@pytest.mark.parametrize("caps", [Caps(0, 0), Caps(0, 2), Caps(2, 0), Caps(1, 1)])
def test_cost_and_what_it_asks_are_capped(caps: Caps) -> None:
    days = [FIRST + timedelta(days=number) for number in range(728)]
    found = [suggest(EVERY, LIKES, [], Moment(day, allowed=True), caps, "a") for day in days]

    every = [one.surprise for one in found if one.surprise]
    assert len(every) > 50
    assert all(one.cost <= caps.cost and one.pressure <= caps.pressure for one in every)


def test_where_nothing_fits_it_says_so() -> None:
    dear = [one for one in EVERY if one.cost == 2]

    assert suggest(dear, LIKES, [], NOW, Caps(), "seed") == Suggestion(Reason.NOTHING_FITS)


def test_the_same_day_and_seed_suggest_the_same() -> None:
    first = suggest(EVERY, LIKES, [], NOW, ALL, "seed")

    assert first == suggest(EVERY[::-1], LIKES[::-1], [], NOW, ALL, "seed")
