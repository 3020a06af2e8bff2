"""Lots: the same for the same names, and spread evenly."""

from amends.together.lots import lot


def test_the_same_names_draw_the_same_lot() -> None:
    assert lot("seed", 3, "walk") == lot("seed", 3, "walk")
    assert lot("seed", 3, "walk") != lot("seed", 4, "walk")


def test_names_do_not_run_into_each_other() -> None:
    assert lot("ab", "c") != lot("a", "bc")


def test_lots_spread_evenly() -> None:
    drawn = [lot("seed", number) for number in range(1000)]

    assert all(0 <= one < 1 for one in drawn)
    assert 80 <= sum(one < 0.1 for one in drawn) <= 120
