"""The figures that are published are counted as the labelled drafts' own scorer counts them."""

import json
from pathlib import Path

import pytest
from training.drafts import STRENGTHS, Draft, Mark

from amends.coach import Rules
from amends.listener import Heard
from amends.text import Span
from tests.bench_coach import CLOSES, COUNTED, OPENS, measure, told, ways, write
from tests.coach.labelled import load_labelled

LIE = {
    "id": "a",
    "kind": "apology",
    "text": "Sorry. I lied, I lied, but you asked for it.",
    "concerns": [
        {"label": "but-apology", "quote": "but you asked for it"},
        {"label": "blame-shift", "quote": "you asked for it"},
    ],
    "strengths": [
        {"label": "regret", "quote": "Sorry"},
        {"label": "naming-the-act", "quote": "I lied"},
        {"label": "naming-the-act", "quote": "I lied"},
    ],
}
CATS = {"id": "b", "kind": "message", "text": "Hello, how are the cats?"}
LONG = {
    "id": "c",
    "kind": "message",
    "text": "Too many words.",
    "concerns": [{"label": "flooding", "quote": "Too many"}],
}
KEYS = {
    "id": "d",
    "kind": "message",
    "text": "Thank you for the keys.",
    "strengths": [{"label": "gratitude", "quote": "Thank you for the keys"}],
}
FOUND = {
    "a": [
        Mark("but-apology", 23, 30),
        Mark("begging", 0, 5),
        Mark("regret", 0, 5),
        Mark("naming-the-act", 15, 21),
    ],
    "b": [Mark("flooding", 0, 5)],
    "c": [],
    "d": [Mark("gratitude", 14, 23), Mark("regret", 0, 5)],
}


@pytest.fixture
def drafts(tmp_path: Path) -> list[Draft]:
    path = tmp_path / "labelled.jsonl"
    empty: dict[str, object] = {"concerns": [], "strengths": []}
    lines = [json.dumps(empty | values) for values in (LIE, CATS, LONG, KEYS)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return load_labelled(path)


def test_the_same_quote_twice_is_the_next_place_that_says_it(drafts: list[Draft]) -> None:
    acts = [mark for mark in drafts[0].marks if mark.label == "naming-the-act"]

    assert acts == [Mark("naming-the-act", 7, 13), Mark("naming-the-act", 15, 21)]


def test_a_draft_that_is_too_long_is_marked_as_a_whole(drafts: list[Draft]) -> None:
    assert drafts[2].marks == (Mark("flooding", 0, 15),)
    assert not drafts[2].is_clean


def test_it_counts_as_the_scorer_of_the_labelled_drafts_does(drafts: list[Draft]) -> None:
    # What `exam.py` says of the same drafts and marks.
    expected = {
        "but-apology": (1, 1, 1),
        "blame-shift": (0, 0, 0),
        "flooding": (0, 0, 0),
        "regret": (0.5, 1, 2 / 3),
        "naming-the-act": (1, 0.5, 2 / 3),
        "gratitude": (1, 1, 1),
    }

    tally = measure(drafts, lambda draft: FOUND[draft.name]).tally

    got = {one: (tally.precision(one), tally.recall(one), tally.f1(one)) for one in expected}
    assert got == {label: pytest.approx(rates) for label, rates in expected.items()}
    assert tally.macro(COUNTED) == pytest.approx(1 / 3)
    assert tally.macro(STRENGTHS) == pytest.approx(7 / 9)
    assert (tally.left_alone, tally.clean) == (1, 2)


def test_rules_listener_and_both_stand_side_by_side_and_no_draft_is_told(
    drafts: list[Draft],
) -> None:
    def hear(text: str) -> list[Heard]:
        return [Heard("gratitude", Span(0, len(text)), 0.9)]

    compared = ways(Rules.load("en"), hear)
    figures = {name: measure(drafts, marker) for name, marker in compared.items()}
    page = told(drafts, figures, "some")

    assert "| | rules | listener | both |" in page
    assert "| drafts without a concern, left alone | 2 of 2 | 2 of 2 | 2 of 2 |" in page
    assert [one.text for one in drafts if one.text in page] == []


def test_the_figures_are_put_between_their_marks(tmp_path: Path) -> None:
    page = tmp_path / "coach.md"
    page.write_text(f"Before.\n{OPENS}\nold\n{CLOSES}\nAfter.\n", encoding="utf-8")

    write("new", page)

    assert page.read_text(encoding="utf-8") == f"Before.\n{OPENS}\nnew\n{CLOSES}\nAfter.\n"


def test_a_page_without_a_place_for_figures_is_told(tmp_path: Path) -> None:
    page = tmp_path / "coach.md"
    page.write_text("Words.\n", encoding="utf-8")

    with pytest.raises(SystemExit, match="no place for the figures"):
        write("new", page)
