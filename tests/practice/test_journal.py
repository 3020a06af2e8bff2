"""Pages of the journal, their acts, and how long an evening was."""

from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.practice import ActTold, JournalPage, NoSuchOutcome, Sitting, evening, evening_of

AT = datetime.fromisoformat("2026-03-05T22:30+01:00")


def page(
    text: str = "It rained.", act: str = "", at: datetime = AT, minutes: int = 5
) -> JournalPage:
    return JournalPage(
        "opening/one-hour", (Sitting(at, at - timedelta(minutes=minutes), text),), act
    )


def test_the_night_belongs_to_the_evening_before() -> None:
    late = datetime.fromisoformat("2026-03-06T04:59+01:00")

    assert evening_of(late) == evening_of(AT)
    assert evening_of(late + timedelta(minutes=1)) != evening_of(AT)


def test_writing_on_keeps_every_text() -> None:
    longer = page().go_on(Sitting(AT, AT, "It rained. Then not."), "")

    assert longer.text == "It rained. Then not."
    assert [one.text for one in longer.sittings] == ["It rained.", "It rained. Then not."]


def test_what_was_written_over_is_still_said() -> None:
    over = page("a first line").go_on(Sitting(AT, AT, "another"), "an act")

    assert all(words in over.said for words in ("a first line", "another", "an act"))


def test_keeping_the_same_text_again_is_no_sitting() -> None:
    assert page().go_on(Sitting(AT, AT, "It rained."), "").sittings == page().sittings


def test_no_words_show_in_a_repr() -> None:
    assert "rained" not in repr(page(act="rained too"))


def test_an_act_is_not_asked_about_on_its_own_evening() -> None:
    assert not page(act="Ring Tom.").asks(AT + timedelta(hours=4))


def test_an_act_is_asked_about_the_day_after() -> None:
    assert page(act="Ring Tom.").asks(AT + timedelta(days=1))


def test_a_page_without_an_act_asks_nothing() -> None:
    assert not page().asks(AT + timedelta(days=1))


def test_not_yet_is_asked_again_on_another_day_only() -> None:
    told = ActTold("ab", "not-yet", AT + timedelta(days=1))

    assert not page(act="Ring Tom.").asks(told.at + timedelta(minutes=5), told)
    assert page(act="Ring Tom.").asks(told.at + timedelta(days=1), told)


@pytest.mark.parametrize("outcome", ["done", "dropped"])
def test_what_is_done_or_dropped_is_not_asked_about_again(outcome: str) -> None:
    told = ActTold("ab", outcome, AT + timedelta(days=1))

    assert not page(act="Ring Tom.").asks(AT + timedelta(days=3), told)


def test_an_old_act_rests() -> None:
    assert not page(act="Ring Tom.").asks(AT + timedelta(days=15))


def test_no_other_outcome_is_taken() -> None:
    with pytest.raises(NoSuchOutcome):
        ActTold("ab", "failed", AT)


def test_an_evening_is_long_from_its_third_page() -> None:
    pages = [page(at=AT + timedelta(minutes=n), minutes=1) for n in range(3)]

    assert not evening(pages[:2], AT).is_long
    assert evening(pages, AT).is_long


def test_an_evening_is_long_after_a_quarter_of_an_hour() -> None:
    assert not evening([page(minutes=14)], AT).is_long
    assert evening([page(minutes=15)], AT).is_long


def test_a_page_that_was_left_open_counts_as_an_hour() -> None:
    assert evening([page(minutes=600)], AT).minutes == 60


def test_yesterday_is_another_evening() -> None:
    assert evening([page(at=AT - timedelta(days=1))], AT).pages == 0


@given(st.lists(st.integers(-90, 600), max_size=8), st.randoms())
def test_the_order_of_pages_does_not_matter(lengths: list[int], dice: Random) -> None:
    pages = [page(at=AT + timedelta(minutes=n), minutes=m) for n, m in enumerate(lengths)]
    mixed = list(pages)
    dice.shuffle(mixed)

    assert evening(mixed, AT) == evening(pages, AT)
    assert evening(pages, AT).minutes >= 0
