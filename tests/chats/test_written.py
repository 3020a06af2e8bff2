"""Dates in words are read in the language of their file, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.chats import moment
from amends.chats.written import months_in, sent_second

ENGLISH = months_in(["January", "February", "March"])


@given(st.integers(0, 2_000_000_000), st.sampled_from(["%H:%M:%S", "%I:%M:%S %p"]))
def test_every_moment_in_english_is_read(at: int, clock: str) -> None:
    written = moment(at).strftime(f"%A, %B %d, %Y at {clock} UTC")

    assert sent_second(written.replace(" AM", "\u202fAM"), ENGLISH) == at


@pytest.mark.parametrize(
    ("dates", "month"),
    [
        (["3 listopada 2016 10:00:00 UTC", "3 grudnia 2016"], 11),
        (["3. listopada 2016. 10:00:00 UTC", "3. prosinca 2016."], 10),
        (["3 listopada 2016 10:00:00 UTC"], 11),
        (["3. listopada 2016. 10:00:00 UTC"], 10),
        (["2. srp 2016 10:00:00 UTC"], 8),
        (["mar 3 nov 2016 10:00:00 TU", "mer 4 févr 2016"], 11),
    ],
)
def test_a_word_that_two_languages_have_is_read_in_that_of_the_file(
    dates: list[str], month: int
) -> None:
    at = sent_second(dates[0], months_in(dates))

    assert at is not None
    assert moment(at).month == month


def test_a_word_that_may_be_two_months_is_not_guessed() -> None:
    written = "listopada 3, 2016 10:00:00 UTC"

    assert sent_second(written, months_in([written])) is None


@pytest.mark.parametrize(
    "written",
    [
        "", "yesterday", "31 February 2016 10:00:00", "3 May 2016", "May 2016 10:00:00",
        "5 May 10:00:00", "5 May 2016 25:00:00", "5 May 2016 10:61:00",
        "5 6 May 2016 10:00:00", "5 May 2016 10:00:00 " * 9,
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(written: str) -> None:
    assert sent_second(written, months_in(["may", "february"])) is None


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(written: str) -> None:
    at = sent_second(written, months_in([written]))

    assert at is None or moment(at)
