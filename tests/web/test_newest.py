"""Lists show five, fold the next, and count the rest."""

from amends.web.newest import newest


def test_five_are_shown() -> None:
    cut = newest(list(range(7)))

    assert (cut.shown, cut.folded, cut.older) == ([0, 1, 2, 3, 4], [5, 6], 0)


def test_what_is_older_is_counted() -> None:
    cut = newest(list(range(120)))

    assert len(cut.shown) + len(cut.folded) + cut.older == 120
    assert cut.older == 70


def test_an_empty_list_is_nothing_to_show() -> None:
    assert not newest([])
