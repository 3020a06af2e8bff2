"""Reaching out and rebuilding are closed while the agreement says so; what was written is kept."""

import pytest

from amends.contact import State, Terms, begin
from amends.journey import Answers
from tests.web.conftest import NOW, settled
from tests.web.couple import at_peace

pytestmark = pytest.mark.django_db

DOOR, TRYING = "/path/reach-out/is-the-door-open/", "/path/rebuild/before-we-try-again/"


@pytest.mark.parametrize("state", list(State))
def test_a_sheet_is_open_only_where_its_phase_says_so(state: State) -> None:
    someone = settled(state)

    wanted = state in (State.OPEN, State.TOGETHER)
    assert someone.get(DOOR).status_code == (200 if wanted else 403)
    assert someone.get(TRYING).status_code == (200 if state == State.TOGETHER else 403)
    assert someone.get("/path/let-go/criteria/").status_code == 200


def test_a_form_that_comes_late_is_not_taken() -> None:
    someone = settled(State.SAID_NO)

    someone.post(DOOR, words="x")

    assert someone.vault.all(Answers) == []


def test_the_questions_about_safety_are_offered_first_until_they_were_answered() -> None:
    asked = "two short lists of questions about safety"

    assert asked in settled(State.TOGETHER).get(TRYING).content.decode()
    assert asked not in at_peace().get(TRYING).content.decode()


def test_what_was_written_stays_when_it_closes() -> None:
    someone = settled(State.OPEN)
    someone.vault.put(Answers("reach-out/is-the-door-open").with_version({"words": "x"}, NOW))
    someone.vault.put(begin(Terms(state=State.SAID_NO, words="No."), NOW))

    assert "What you wrote here is kept" in someone.get(DOOR).content.decode()
    assert len(someone.vault.all(Answers)) == 1


def test_the_path_says_that_it_is_closed() -> None:
    path = settled(State.BLOCKED).get("/path/").content.decode()

    assert "Closed for now. It opens when the agreement says so." in path
    assert DOOR not in path
    assert DOOR in settled(State.OPEN).get("/path/").content.decode()
