"""Promises: kept, late, missed or told beforehand; lies apart; twelve weeks and no score."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.practice import (
    WRITTEN,
    Ask,
    AsSeen,
    Outcome,
    Promise,
    PromiseHow,
    Saw,
    Untruth,
    is_inner,
    promise_weeks,
)

FRIDAY = date(2026, 3, 13)
DENTIST = Promise(
    "I take our child to the dentist.", FRIDAY, FRIDAY - timedelta(days=3), "The card is there."
)


def done(days: int) -> Promise:
    return DENTIST.ended(PromiseHow.DONE, FRIDAY + timedelta(days=days))


def test_it_is_open_until_its_author_says_how_it_ended() -> None:
    assert DENTIST.outcome is None
    assert not DENTIST.is_due(FRIDAY)
    assert DENTIST.is_due(FRIDAY + timedelta(days=1))


@pytest.mark.parametrize("days", [-2, 0])
def test_done_on_its_day_or_before_is_kept(days: int) -> None:
    assert (done(days).outcome, done(days).days_late) == (Outcome.KEPT, 0)


def test_late_is_late_with_how_late() -> None:
    assert (done(2).outcome, done(2).days_late) == (Outcome.LATE, 2)


def test_told_beforehand_is_neither_kept_nor_missed() -> None:
    told = DENTIST.ended(PromiseHow.TOLD, FRIDAY - timedelta(days=1), "My sister takes them.")

    assert told.outcome is Outcome.TOLD


def test_told_when_the_day_was_over_is_missed() -> None:
    told = DENTIST.ended(PromiseHow.TOLD, FRIDAY + timedelta(days=1))

    assert (told.outcome, told.days_late) == (Outcome.MISSED, 0)


def test_a_small_promise_is_asked_nothing() -> None:
    assert DENTIST.asks(["never", "always"]) == ()


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({"what": "I will Never be late."}, Ask.VAGUE),
        ({"what": "I sort the papers. " * 7}, Ask.LONG),
        ({"by": FRIDAY + timedelta(days=30)}, Ask.FAR),
        ({"shown_by": "  "}, Ask.UNSEEN),
    ],
)
def test_a_large_one_is_asked_to_be_smaller(change: dict[str, object], asked: Ask) -> None:
    assert replace(DENTIST, **change).asks(["never", "always"]) == (asked,)  # type: ignore[arg-type]


def test_a_vague_word_inside_another_word_is_none() -> None:
    promise = replace(DENTIST, what="I ring before the evening at Neverland.")

    assert promise.asks(["never", "ever"]) == ()


def test_a_promise_lies_in_the_week_of_its_day_also_when_it_was_late() -> None:
    weeks = promise_weeks([done(6)], FRIDAY + timedelta(days=9))

    assert [week.outcomes for week in weeks[-3:]] == [(), (Outcome.LATE,), ()]
    assert weeks[-2].first == date(2026, 3, 9)


def test_one_kept_early_is_in_the_picture_at_once() -> None:
    early = replace(DENTIST, by=FRIDAY + timedelta(days=20)).ended(PromiseHow.DONE, FRIDAY)

    assert promise_weeks([early], FRIDAY)[-1].outcomes == (Outcome.KEPT,)


def test_one_whose_day_is_over_shows_also_without_a_word() -> None:
    weeks = promise_weeks([DENTIST], FRIDAY + timedelta(days=1))

    assert weeks[-1].outcomes == (None,)


def test_there_is_no_picture_of_nothing() -> None:
    running = replace(DENTIST, by=FRIDAY + timedelta(days=5))
    old = done(0)

    assert promise_weeks([running], FRIDAY) == ()
    assert promise_weeks([old], FRIDAY + timedelta(weeks=12)) == ()


ENDS = st.builds(
    DENTIST.ended, st.sampled_from(PromiseHow), st.dates(date(2025, 12, 22), date(2026, 3, 15))
)


@given(st.lists(ENDS))
def test_the_weeks_hold_what_was_promised_and_no_number(promises: list[Promise]) -> None:
    weeks = promise_weeks(promises, FRIDAY)
    shown = [one for week in weeks for one in week.promises]

    assert sorted(map(repr, shown)) == sorted(map(repr, promises))
    assert len(weeks) in (0, 12)
    assert None not in [outcome for week in weeks for outcome in week.outcomes]


def test_a_lie_is_no_promise_and_can_be_in_no_week() -> None:
    """What is drawn takes promises alone; an untruth has neither a day to keep nor an outcome."""
    lie = Untruth(FRIDAY, "I said that I had rung them.", "I had not.")

    assert Untruth.KIND != Promise.KIND
    assert not {"by", "end", "outcome"} & set(dir(lie))


def test_how_the_other_saw_it_is_about_that_promise_and_goes_in_no_export() -> None:
    seen = AsSeen(DENTIST.what, DENTIST.by, Saw.NOT_SO, "I rang the dentist.")

    assert seen.is_of(done(0))
    assert not seen.is_of(replace(DENTIST, by=FRIDAY + timedelta(days=1)))
    assert is_inner(AsSeen.KIND)
    assert DENTIST.what not in seen.said


def test_what_is_written_is_looked_at_for_danger() -> None:
    assert {Promise, Untruth, AsSeen} <= set(WRITTEN)
    assert "My sister" in DENTIST.ended(PromiseHow.TOLD, FRIDAY, "My sister takes them.").said
