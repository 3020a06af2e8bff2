"""Labelled drafts, with marks in the text."""

import pytest
from training.drafts import DRAFTS, DraftError, Mark, load_drafts, parse


def test_marks_become_places_in_the_plain_text() -> None:
    (draft,) = parse("== apology\n{regret|Sorry} I lied, {but-apology+excuse|but I was tired}.\n")

    assert (draft.kind, draft.text) == ("apology", "Sorry I lied, but I was tired.")
    assert draft.marks == (
        Mark("regret", 0, 5),
        Mark("but-apology", 14, 29),
        Mark("excuse", 14, 29),
    )


def test_marks_may_stand_inside_each_other() -> None:
    (draft,) = parse("== reply\n{vague-apology|{regret|soz} about it}")

    assert draft.marks == (Mark("regret", 0, 3), Mark("vague-apology", 0, 12))


def test_a_draft_keeps_its_paragraphs() -> None:
    first, second = parse("== reply\nDear Bo,\n\nThanks.\n\n== message\nHello\n")

    assert (first.text, second.text) == ("Dear Bo,\n\nThanks.", "Hello")
    assert first.is_clean


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "== poem\nHello",
        "== reply\n",
        "== reply\n{regret|Sorry",
        "== reply\nSorry}",
        "== reply\n{sad|Sorry}",
        "== reply\n{regret|}Sorry",
        "== reply\nSorry {",
    ],
)
def test_a_mistake_is_named(text: str) -> None:
    with pytest.raises(DraftError, match="draft"):
        list(parse(text))


def test_all_our_drafts_can_be_read_and_none_is_written_twice() -> None:
    drafts = load_drafts(sorted(DRAFTS.glob("*.txt")))

    assert len(drafts) > 800
    assert len({draft.text for draft in drafts}) == len(drafts)
