import pytest

from amends.contact import NotYet, OwnContactStays, State, Tally, enter, strike, tally
from tests.contact.scenes import DAY, NOW, agreed, asked, mine, theirs


def test_a_line_is_added_at_the_end() -> None:
    log = enter([theirs(1)], mine(3), NOW)

    assert log == (theirs(1), mine(3))


def test_what_has_not_happened_cannot_be_written_down() -> None:
    with pytest.raises(NotYet):
        enter([], theirs(-1), NOW)

    assert enter([], theirs(-1), NOW + DAY)


def test_what_they_did_can_be_struck_out() -> None:
    reply = theirs(1)

    assert strike(reply).struck
    assert asked(agreed(State.OPEN), mine(60), mine(50), reply).allowed
    assert not asked(agreed(State.OPEN), mine(60), mine(50), strike(reply)).allowed


def test_what_i_did_stays() -> None:
    with pytest.raises(OwnContactStays):
        strike(mine(1))


def test_it_counts_who_reached_out_how_often() -> None:
    log = [theirs(40), mine(31), mine(9), theirs(5), strike(theirs(4)), mine(1)]

    assert tally(log, NOW - 30 * DAY, NOW) == Tally(mine=2, theirs=1)
