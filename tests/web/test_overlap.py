"""Both tick; both see what both ticked; neither sees anything else."""

import pytest

from amends.store import Space
from amends.together import Blinded, Raised, Ticks
from amends.web.overlap import overlap_of, tick
from tests.web.couple import couple, space_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def spaces() -> tuple[Space, Space]:
    alice, bob = couple()
    return space_for(alice), space_for(bob)


def test_nothing_is_shown_before_both_have_ticked(spaces: tuple[Space, Space]) -> None:
    hers, his = spaces
    tick(hers, "hours", ["sea", "trains"])

    assert overlap_of(hers, "hours").both is None
    assert overlap_of(hers, "hours").waits_for_them
    assert overlap_of(his, "hours").both is None
    assert overlap_of(his, "hours").waits_for_me


def test_both_see_what_both_ticked(spaces: tuple[Space, Space]) -> None:
    hers, his = spaces
    tick(hers, "hours", ["sea", "trains", "soup"])
    tick(his, "hours", ["soup", "sea", "chess"])

    assert overlap_of(hers, "hours").both == frozenset({"sea", "soup"})
    assert overlap_of(his, "hours").both == frozenset({"sea", "soup"})
    assert overlap_of(hers, "hours").mine == frozenset({"sea", "soup", "trains"})


def test_nothing_in_common_is_an_answer_too(spaces: tuple[Space, Space]) -> None:
    hers, his = spaces
    tick(hers, "hours", ["sea"])
    tick(his, "hours", [])

    overlap_of(his, "hours")
    assert overlap_of(hers, "hours").both == frozenset()


def test_a_list_can_be_changed_until_the_other_has_given_theirs(
    spaces: tuple[Space, Space],
) -> None:
    hers, his = spaces
    tick(hers, "hours", ["sea"])
    tick(hers, "hours", ["trains"])
    tick(his, "hours", ["sea", "trains"])

    overlap_of(hers, "hours")
    assert overlap_of(his, "hours").both == frozenset({"trains"})


def test_a_second_list_tells_nothing_until_the_other_gives_one_too(
    spaces: tuple[Space, Space],
) -> None:
    hers, his = spaces
    tick(hers, "hours", ["sea", "trains"])
    tick(his, "hours", ["sea"])
    overlap_of(hers, "hours")

    tick(his, "hours", ["trains", "chess"])

    assert overlap_of(his, "hours").both == frozenset({"sea"})
    assert overlap_of(hers, "hours").waits_for_me
    tick(hers, "hours", ["trains"])
    overlap_of(his, "hours")
    assert overlap_of(hers, "hours").both == frozenset({"trains"})


def test_two_questions_do_not_mix(spaces: tuple[Space, Space]) -> None:
    hers, his = spaces
    tick(hers, "hours", ["sea"])
    tick(his, "places", ["sea"])

    assert overlap_of(hers, "hours").both is None
    assert overlap_of(his, "hours").waits_for_me


def test_no_entry_and_no_power_lies_in_the_space(spaces: tuple[Space, Space]) -> None:
    hers, his = spaces
    tick(hers, "hours", ["a slow Sunday"])
    tick(his, "hours", ["a slow Sunday"])
    overlap_of(hers, "hours")

    lists = [one.item.points for one in his.all(Blinded)]
    answers = [one.item.points for one in his.all(Raised)]
    shown = str(lists + answers)
    assert "Sunday" not in shown
    assert hers.vault.records(Ticks)[0].power not in shown
