"""They said no, in one of four ways: only they can take it back."""

import pytest

from amends.contact import NeedsTheirWords, State, Terms, change, in_force, withdraw
from tests.contact.scenes import DAY, NOW, SAID, agreed, asked, space

NOES = (State.SAID_NO, State.BLOCKED, State.MOVED_ON, State.LEGAL_ORDER)
LOOSER = (
    Terms(),
    Terms(State.TOGETHER),
    Terms(State.OPEN),
    Terms(State.NO_REPLY),
    Terms(State.LOGISTICS_ONLY, topics=("school",)),
    space(),
    space(-1, "either"),
)


@pytest.mark.parametrize("no", NOES)
@pytest.mark.parametrize("looser", LOOSER)
def test_without_their_words_nothing_ends_it(no: State, looser: Terms) -> None:
    with pytest.raises(NeedsTheirWords):
        change(agreed(no, 400), looser, NOW, reopening_words=" ")


@pytest.mark.parametrize("no", NOES)
def test_words_of_the_new_terms_are_not_the_statement(no: State) -> None:
    with pytest.raises(NeedsTheirWords):
        change(agreed(no, 400), Terms(State.OPEN, words=SAID), NOW)


@pytest.mark.parametrize("no", NOES)
@pytest.mark.parametrize("looser", LOOSER)
def test_with_their_words_it_ends_thirty_days_after_they_were_written_down(
    no: State, looser: Terms
) -> None:
    agreement = change(agreed(no, 400), looser, NOW, reopening_words=SAID)

    assert agreement.pending_from == NOW + 30 * DAY
    assert asked(agreement, days=29.99).state == no
    assert in_force(agreement, NOW + 30 * DAY).terms.state == looser.state


@pytest.mark.parametrize("first", NOES)
@pytest.mark.parametrize("second", NOES)
def test_saying_no_again_begins_the_thirty_days_anew(first: State, second: State) -> None:
    agreement = change(agreed(first), Terms(State.OPEN), NOW, reopening_words=SAID)
    again = change(agreement, Terms(second), NOW + 29 * DAY)

    assert (again.terms.state, again.pending) == (second, None)
    assert not asked(again, days=400).allowed


@pytest.mark.parametrize("no", NOES)
def test_a_second_statement_begins_the_thirty_days_anew(no: State) -> None:
    agreement = change(agreed(no), space(-1), NOW, reopening_words=SAID)
    again = change(agreement, Terms(State.OPEN), NOW + 29 * DAY, reopening_words=SAID)

    assert again.pending_from == NOW + 59 * DAY


@pytest.mark.parametrize("no", NOES)
def test_a_reopening_can_be_taken_back_at_once(no: State) -> None:
    agreement = change(agreed(no), Terms(State.OPEN), NOW, reopening_words=SAID)

    assert withdraw(agreement, NOW + 29 * DAY) == agreed(no)


@pytest.mark.parametrize("no", NOES)
def test_what_came_after_a_no_is_no_first_answer(no: State) -> None:
    agreement = change(agreed(no), Terms(), NOW, reopening_words=SAID)
    later = NOW + 31 * DAY

    assert change(agreement, space(33, "either"), later).terms == Terms(words=SAID)
    assert not asked(agreement, days=400).allowed
