"""Every rule marks its own examples and leaves the others alone."""

from pathlib import Path

import pytest

from amends.coach import KINDS, Rules, check_rules, review
from amends.text import CONTENT

RULES = Rules.load("en")
FLAGS = [(rule.file.label, one) for rule in RULES.rules for one in rule.file.flags]
LEAVES = [(rule.file.label, one) for rule in RULES.rules for one in rule.file.leaves_alone]


def _labels(text: str) -> set[str]:
    found = [review(text, kind, RULES) for kind in KINDS]
    concerns = {mark.label for one in found for mark in one.concerns}
    return concerns | {mark.label for one in found for mark in one.strengths}


@pytest.mark.parametrize(("label", "example"), FLAGS)
def test_it_marks_what_its_file_says_it_marks(label: str, example: str) -> None:
    assert label in _labels(example)


@pytest.mark.parametrize(("label", "example"), LEAVES)
def test_it_leaves_alone_what_its_file_says(label: str, example: str) -> None:
    assert label not in _labels(example)


@pytest.mark.parametrize("language", [path.name for path in CONTENT.iterdir() if path.is_dir()])
def test_the_shipped_rules_have_no_mistakes(language: str) -> None:
    assert [str(error) for error in check_rules(CONTENT / language)] == []


def test_no_example_stands_in_two_rules() -> None:
    examples = [example for _, example in FLAGS]

    assert len(examples) == len(set(examples))


def test_rules_of_another_folder_can_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "xx" / "rules").mkdir(parents=True)

    assert Rules.load("xx", tmp_path).rules == ()
