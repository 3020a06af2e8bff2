"""How long a danger stands, and what ends it."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from amends.safety import (
    HOLD,
    LOOK_BACK,
    Danger,
    InstrumentAnswers,
    Statement,
    dangers,
    is_private,
    standings,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def vault(*kept: Any) -> Callable[[type[Any]], list[Any]]:
    """Return what reads these records."""
    return lambda kind: [one for one in kept if isinstance(one, kind)]


def saved(*moments: datetime) -> Callable[[datetime], Iterable[datetime]]:
    """Return what tells of texts with a sign that were saved at these moments."""
    return lambda since: sorted((at for at in moments if at > since), reverse=True)


def phq_9(item_9: int | None, at: datetime = NOW) -> InstrumentAnswers:
    return InstrumentAnswers("phq-9", at, (0,) * 8 + (item_9,))


@pytest.mark.parametrize("danger", [Danger.CRISIS, Danger.HARM_TO_OTHERS])
def test_a_yes_stands_until_someone_says_that_they_are_safe(danger: Danger) -> None:
    yes = Statement(NOW - 400 * DAY, danger)
    safe = Statement(NOW - DAY, danger, is_over=True)

    assert dangers(vault(yes), NOW, saved()) == {danger}
    assert dangers(vault(yes, safe), NOW, saved()) == frozenset()


@pytest.mark.parametrize(("points", "stands"), [(None, False), (0, False), (1, True), (3, True)])
def test_a_point_in_item_9_is_a_sign(points: int | None, *, stands: bool) -> None:
    assert (Danger.CRISIS in dangers(vault(phq_9(points)), NOW, saved())) is stands


def test_other_instruments_and_short_answers_say_nothing_here() -> None:
    others = (InstrumentAnswers("gad-7", NOW, (3,) * 9), InstrumentAnswers("phq-9", NOW, (3,) * 2))

    assert dangers(vault(*others), NOW, saved()) == frozenset()


def test_a_saved_text_with_a_sign_stands() -> None:
    assert dangers(vault(), NOW, saved(NOW - HOUR)) == {Danger.CRISIS}


def test_a_text_older_than_two_weeks_is_not_read_again() -> None:
    assert dangers(vault(), NOW, saved(NOW - LOOK_BACK)) == frozenset()


def test_what_was_saved_before_someone_was_safe_counts_no_longer_and_what_comes_after_does() -> (
    None
):
    safe = Statement(NOW - 2 * HOUR, Danger.CRISIS, is_over=True)
    before, after = NOW - 3 * HOUR, NOW - HOUR

    assert dangers(vault(safe, phq_9(2, before)), NOW, saved(before)) == frozenset()
    assert dangers(vault(safe), NOW, saved(before, after)) == {Danger.CRISIS}
    assert dangers(vault(safe, phq_9(2, after)), NOW, saved()) == {Danger.CRISIS}


def test_being_safe_from_oneself_does_not_end_harm_to_others() -> None:
    kept = vault(
        Statement(NOW - 2 * DAY, Danger.HARM_TO_OTHERS),
        Statement(NOW, Danger.CRISIS, is_over=True),
    )

    assert dangers(kept, NOW, saved()) == {Danger.HARM_TO_OTHERS}


def test_the_question_whether_one_is_safe_waits_for_a_day_after_the_newest_sign() -> None:
    newest = NOW - HOLD + HOUR
    (standing,) = standings(vault(Statement(NOW - 5 * DAY, Danger.CRISIS)), NOW, saved(newest))

    assert standing.since == newest
    assert not standing.may_end(NOW)
    assert standing.may_end(NOW + HOUR)


def test_the_most_urgent_danger_comes_first() -> None:
    kept = vault(Statement(NOW, Danger.HARM_TO_OTHERS), Statement(NOW, Danger.CRISIS))

    found = [one.danger for one in standings(kept, NOW, saved())]

    assert found == [Danger.CRISIS, Danger.HARM_TO_OTHERS]


def test_a_statement_is_private() -> None:
    assert is_private(Statement.KIND)
