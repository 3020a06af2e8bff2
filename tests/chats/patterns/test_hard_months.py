"""A quarter with far more blame, contempt or pressure than usual, on the side that wrote it."""

import pytest

from amends.chats.patterns import hard_months, seek
from amends.chats.ruled import BLAME, CONTEMPT, PRESSURE
from amends.chats.talk import ME, THEM, Talk
from tests.chats.patterns.conftest import SPOKEN, couple, everyday, said

LINES = {
    BLAME: "you never listen",
    CONTEMPT: "what are you, five",
    PRESSURE: "you owe me an answer",
}
SUMMER = range(125, 210, 7)
"""Days after 2 March 2026, so 5 July to 27 September."""
ANY_TIME = range(3, 365, 60)
IN_SUMMER = len(SUMMER) + 2
"""Two of those at any time fall into these three months as well."""


def year_with(line: str, who: str = "A", days: range = SUMMER) -> Talk:
    """Return a year in which it is said now and then, and once a week in these days."""
    rows = everyday(365, 1)
    for day in [*ANY_TIME, *days]:
        rows += said(day, 15, f"{who}: {line}\n{who}: {line}")
    return couple(rows)


@pytest.mark.parametrize("about", LINES)
@pytest.mark.parametrize(("who", "side"), [("A", "mine"), ("B", "theirs")])
def test_the_hard_months_are_found_and_no_others(about: str, who: str, side: str) -> None:
    talk = year_with(LINES[about], who)

    [found] = [one for one in seek(talk, SPOKEN) if one.name == "hard-months"]

    assert (found.side, found.count) == (side, IN_SUMMER)
    assert found.summary.endswith("July to September 2026: 15.")


def test_a_bad_week_is_one_sitting_after_another_and_too_few() -> None:
    talk = year_with(LINES[BLAME], days=range(125, 131))

    assert len(hard_months.find(talk, BLAME)) == 0


def test_what_is_said_evenly_has_no_hard_months() -> None:
    talk = year_with(LINES[BLAME], days=range(0, 365, 7))

    assert len(hard_months.find(talk, BLAME)) == 0


def test_two_quarters_are_not_compared() -> None:
    rows = everyday(60, 1)
    for day in range(35, 60):
        rows += said(day, 15, "A: you never listen")

    assert len(hard_months.find(couple(rows), BLAME)) == 0


def test_each_has_a_usual_of_their_own() -> None:
    talk = year_with(LINES[BLAME])

    found = hard_months.find(talk, BLAME)

    assert len(found.of(ME)) == IN_SUMMER
    assert len(found.of(THEM)) == 0
