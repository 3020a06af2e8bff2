"""A letter that stays."""

from datetime import UTC, datetime, timedelta

from amends.practice import WRITTEN, UnsentLetter, never_exported

NOW = datetime(2026, 3, 5, 21, tzinfo=UTC)
LETTER = UnsentLetter(NOW, "you", "I miss the stairs.")


def test_more_stands_below_what_was_there() -> None:
    assert LETTER.write_on("And the dog.").text == "I miss the stairs.\n\nAnd the dog."
    assert LETTER.write_on("") == LETTER


def test_it_lies_folded_until_its_day() -> None:
    folded = LETTER.fold(NOW.date() + timedelta(days=2))

    assert folded.is_folded(NOW.date() + timedelta(days=1))
    assert not folded.is_folded(NOW.date() + timedelta(days=2))
    assert not LETTER.is_folded(NOW.date())


def test_it_is_in_no_export() -> None:
    assert never_exported(UnsentLetter.KIND)


def test_all_of_its_words_are_looked_through_for_danger() -> None:
    closed = LETTER.close("that I am tired", "sleep", NOW)

    assert UnsentLetter in WRITTEN
    assert all(one in closed.said for one in ("you", "stairs", "tired", "sleep"))


def test_no_words_show_in_a_repr() -> None:
    closed = repr(LETTER.close("tired", "sleep", NOW))

    assert not any(one in closed for one in ("stairs", "tired", "sleep", "'you'"))
