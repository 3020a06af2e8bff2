"""Checklists: what a draft has, with the words that show it, and what it would still need."""

from pathlib import Path

import pytest

from amends.coach import Item, Rules, check_checklists, checked, items, review
from amends.text import CONTENT

OWNED = Item("Owned", "What was yours.", labels=("responsibility", "naming-the-act"))
QUIET = Item("Quiet", "Something is asked.", "It asks nothing.", none=("asks", "questions"))
SHORT = Item("Short", "{words}, of {most} at most.", "{words} of {most}.", words=8)
TEXT = "I lied to you on Sunday."
SOUND = '[[parts]]\nname = "Sorry"\nlabels = ["regret"]\nabout = "For what you did."\n'


def test_a_line_is_shown_by_the_words_of_any_of_its_labels() -> None:
    [line] = checked([OWNED], review(TEXT))

    assert line.is_there
    assert line.quotes[0] in TEXT


def test_a_line_that_is_missing_says_what_it_would_be_about() -> None:
    [line] = checked([OWNED], review("The weather is fine."))

    assert (line.is_there, line.quotes, line.told) == (False, (), "What was yours.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I lied to you.", "It asks nothing."),
        ("I lied to you. How are you?", "Something is asked."),
        ("I lied to you. Would you meet me on Friday?", "Something is asked."),
    ],
)
def test_nothing_may_be_asked(text: str, told: str) -> None:
    [line] = checked([QUIET], review(text))

    assert line.told == told


@pytest.mark.parametrize(
    ("words", "told"), [(8, "8 of 8."), (9, "9, of 8 at most."), (0, "0, of 8 at most.")]
)
def test_it_counts_words(words: int, told: str) -> None:
    [line] = checked([SHORT], review("word " * words))

    assert line.told == told


def test_an_empty_draft_has_nothing() -> None:
    lines = checked([OWNED, QUIET, SHORT], review("  "))

    assert [line.is_there for line in lines] == [False, False, False]


def test_a_checklist_is_read_from_content() -> None:
    table = {"name": "Sorry", "about": "For what you did.", "labels": ["regret"]}

    assert items([table]) == (Item("Sorry", "For what you did.", labels=("regret",)),)


@pytest.mark.parametrize(
    ("was", "becomes", "line", "problem", "hint"),
    [
        ('"regret"', '"regrets"', 3, "there is no `regrets`", "did you mean regret?"),
        ('"regret"', '"shouting"', 3, "there is no `shouting`", "one of: accepting-outcome"),
        ('labels = ["regret"]', 'none = ["ask"]', 3, "there is no `ask`", "did you mean asks?"),
        ('labels = ["regret"]', "words = 0", 3, "`words` is not a whole number", "such as 12"),
        ('labels = ["regret"]', "words = 9", 1, "`there` is missing", "there = "),
        ('labels = ["regret"]\n', "", 1, "nothing shows that this is there", "labels, none"),
        ('name = "Sorry"\n', "", 1, "`name` is missing", "name = "),
    ],
)
def test_a_mistake_is_told(
    tmp_path: Path, was: str, becomes: str, line: int, problem: str, hint: str
) -> None:
    (tmp_path / "draft.toml").write_text(SOUND.replace(was, becomes), encoding="utf-8")

    found = check_checklists(tmp_path, Rules.load("en"))[0]

    assert (found.line, found.problem.startswith(problem)) == (line, True)
    assert hint in found.hint


def test_other_tables_are_left_alone(tmp_path: Path) -> None:
    text = SOUND + '[[form]]\nid = "letter"\nname = "A letter"\nwords = 400\n'
    (tmp_path / "draft.toml").write_text(text, encoding="utf-8")

    assert check_checklists(tmp_path, Rules.load("en")) == []


def test_the_checklists_that_ship_hold() -> None:
    assert check_checklists(CONTENT / "en", Rules.load("en")) == []
