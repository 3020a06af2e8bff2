from datetime import UTC, datetime, timedelta

from amends.practice import KEPT_DAYS, WRITTEN, Drives, Fury, is_inner, never_exported

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WORDS = Fury(NOW, "their coat", "things", "a day", "a year", "justice", "a walk")


def test_it_goes_when_its_days_are_over() -> None:
    fury = WORDS.kept_for(KEPT_DAYS, NOW)

    assert not fury.is_over(NOW + timedelta(days=7, seconds=-1))
    assert fury.is_over(NOW + timedelta(days=7))


def test_what_is_kept_never_goes_by_itself() -> None:
    assert not WORDS.kept_for(None, NOW).is_over(NOW + timedelta(days=9999))


def test_all_its_words_are_looked_at_for_danger() -> None:
    assert WORDS.said.split("\n") == ["their coat", "a day", "a year", "a walk"]
    assert {Fury, Drives} <= set(WRITTEN)


def test_its_words_show_in_no_repr() -> None:
    assert not any(words in repr(WORDS) for words in WORDS.said.split("\n"))


def test_it_is_never_exported_and_the_drives_only_when_asked_for() -> None:
    assert [never_exported(one.KIND) for one in (Fury, Drives)] == [True, False]
    assert [is_inner(one.KIND) for one in (Fury, Drives)] == [False, True]
