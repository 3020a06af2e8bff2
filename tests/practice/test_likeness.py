"""How alike two pages are."""

import pytest

from amends.practice.likeness import Known, Plain, likeness, stem

PLAIN = Plain(frozenset({"the", "i", "a"}), frozenset({"work"}))


def features(text: str) -> dict[str, float]:
    return dict(PLAIN.features(text.split()))


def test_a_page_is_like_itself() -> None:
    page = features("the plate and fork")

    assert likeness(page, page) == pytest.approx(1)


def test_pages_without_a_word_in_common_are_not_alike() -> None:
    assert likeness(features("the plate"), features("the train")) == 0


def test_an_empty_page_is_like_none() -> None:
    assert likeness({}, features("the plate")) == 0


def test_words_of_every_day_count_for_little() -> None:
    one, by_work, by_plate = (features(t) for t in ("plate work", "work train", "plate train"))

    assert likeness(one, by_work) < likeness(one, by_plate) / 2


def test_two_words_in_a_row_count_beside_each_alone() -> None:
    one, same, mixed = (features(t) for t in ("red plate", "red plate", "plate red"))

    assert likeness(one, same) > likeness(one, mixed)


def test_words_that_one_always_uses_weigh_less() -> None:
    known = Known([features("garden")] * 5)

    weighed = known.weigh(features("garden train"))

    assert weighed["garden"] < weighed["train"] / 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("shouting", "shouted"), ("plates", "plate"), ("stopped", "stop"), ("kisses", "kissed")],
)
def test_endings_are_cut_off(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_short_words_stay_whole() -> None:
    assert [stem(word) for word in ("is", "her", "bus", "red")] == ["is", "her", "bus", "red"]
