from datetime import UTC, datetime, timedelta

import pytest

from amends.practice import WAVE, Urge, UrgeOffScale, what_helped

BEGAN = datetime(2026, 11, 20, 23, 14, tzinfo=UTC)


def after(minutes: float) -> datetime:
    return BEGAN + timedelta(minutes=minutes)


def test_a_number_is_one_more_reading() -> None:
    urge = Urge(BEGAN).with_level(8, BEGAN).with_level(3, after(21))

    assert [one.strength for one in urge.levels] == [8, 3]
    assert urge.strength == 8


@pytest.mark.parametrize("strength", [-1, 11])
def test_there_is_no_number_off_the_scale(strength: int) -> None:
    with pytest.raises(UrgeOffScale):
        Urge(BEGAN).with_level(strength, BEGAN)


@pytest.mark.parametrize(
    ("minutes", "left"), [(0, 20), (0.5, 20), (1, 19), (19.5, 1), (20, 0), (900, 0)]
)
def test_begun_minutes_are_left_whole(minutes: float, left: int) -> None:
    assert Urge(BEGAN).minutes_left(after(minutes)) == left


def test_it_goes_on_for_twenty_minutes_or_until_its_end_is_told() -> None:
    assert Urge(BEGAN).is_going(after(19))
    assert not Urge(BEGAN).is_going(BEGAN + WAVE)
    assert not Urge(BEGAN, ridden=False).is_going(after(3))


def test_a_clock_that_was_put_back_makes_no_endless_wave() -> None:
    assert not Urge(after(60)).is_going(BEGAN)


def test_what_helped_is_told_once_the_latest_first() -> None:
    lines = ["I rang Sam.", "A shower.", "i rang sam.", " ", "The dog."]
    urges = [Urge(after(60 * at), helped=line) for at, line in enumerate(lines)]

    assert what_helped(urges) == ["The dog.", "i rang sam.", "A shower."]


def test_no_word_shows_in_a_repr() -> None:
    urge = Urge(BEGAN, trigger="canary-7f3a", helped="canary-7f3a", person="canary-7f3a")

    assert "canary" not in repr(urge)
    assert urge.said.count("canary") == 2
