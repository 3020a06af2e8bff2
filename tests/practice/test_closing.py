"""A closing, what opens it again, and an archive: who decides, and from when on."""

from datetime import UTC, date, datetime, timedelta

import pytest

from amends.practice import (
    Archive,
    Closing,
    ClosingLine,
    MovedOn,
    Opening,
    closed,
    is_hidden,
    put_down,
)

NOW = datetime(2026, 3, 14, 21, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
CLOSING = Closing(NOW - 9 * DAY, (ClosingLine("What I keep", "The songs."),), "I repair clocks.")


def test_nothing_was_closed() -> None:
    assert closed([], []) is None
    assert put_down([], [], NOW) is None


def test_it_is_closed_until_it_is_opened() -> None:
    assert closed([CLOSING], []) == CLOSING
    assert closed([CLOSING], [Opening(NOW)]) is None


def test_a_second_closing_counts_again() -> None:
    again = Closing(NOW)

    found = closed([again, CLOSING], [Opening(NOW - DAY)])

    assert found == again


@pytest.mark.parametrize(
    ("after", "holds"), [(HOUR, True), (3 * DAY - HOUR, True), (3 * DAY, False)]
)
def test_letters_stay_three_days_more(after: timedelta, holds: bool) -> None:
    opened = Opening(NOW - after)

    found = put_down([CLOSING], [opened], NOW)

    assert (found is not None) is holds
    assert found is None or found.until == opened.at + 3 * DAY


def test_while_it_is_closed_there_is_no_end() -> None:
    found = put_down([CLOSING], [], NOW)

    assert found is not None
    assert found.until is None


def test_it_says_all_its_words_and_shows_none() -> None:
    assert CLOSING.said == "The songs.\nI repair clocks."
    assert "songs" not in repr(CLOSING)
    assert "clocks" not in repr(CLOSING)
    assert CLOSING.without_words() == Closing(CLOSING.at)


def test_a_guess_is_not_known() -> None:
    assert MovedOn(NOW, "seen").is_known
    assert not MovedOn(NOW, "guessed", "Jo says so.").is_known
    assert "Jo" not in repr(MovedOn(NOW, "guessed", "Jo says so."))


@pytest.mark.parametrize(
    ("kind", "saved", "today", "hides"),
    [
        ("letters", NOW - HOUR, date(2026, 3, 14), True),
        ("letters", NOW, date(2026, 5, 31), True),
        ("letters", NOW - HOUR, date(2026, 6, 1), False),
        ("letters", NOW + HOUR, date(2026, 3, 15), False),
        ("log", NOW - HOUR, date(2026, 3, 14), False),
    ],
)
def test_an_archive_hides_what_was_kept_until_its_day(
    kind: str, saved: datetime, today: date, hides: bool
) -> None:
    archive = Archive(NOW, date(2026, 6, 1), ("letters",))

    assert is_hidden([archive], kind, saved, today) is hides


def test_an_archive_that_was_opened_hides_nothing() -> None:
    archive = Archive(NOW, date(2026, 6, 1), ("letters",)).open_again(NOW + HOUR)

    assert not is_hidden([archive], "letters", NOW - HOUR, date(2026, 3, 15))
    assert archive.open_again(NOW + DAY) == archive
