"""A rule file with a mistake says which, where, and what would help."""

from pathlib import Path

import pytest

from amends.coach import Rules, check_rules
from amends.text import ContentError

RULE = """\
+++
severity = "rethink"
source = "lewicki-2016"
phrases = ["{sorry} if"]
unless = ["as if"]
+++
# "Sorry if"
## Why
An *if* asks them
to prove it.

It hurts.
## Try instead
Say it plainly.
## Flags
- Sorry if one.
- Sorry if two.
- Sorry if three.
- Sorry if four.
- Sorry if five.
- Sorry if six.
## Leaves alone
- One.
- Two.
- Three.
- Four.
- Five.
- Six.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en" / "words").mkdir(parents=True)
    (tmp_path / "en" / "words" / "sorry.txt").write_text("sorry\n", encoding="utf-8")
    return tmp_path


def _write(folder: Path, text: str, family: str = "ownership", label: str = "sorry-if") -> Path:
    path = folder / "en" / "rules" / family / f"{label}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_a_rule_named_by_its_place(folder: Path) -> None:
    _write(folder, RULE)

    file = Rules.load("en", folder).rules[0].file

    assert (file.label, file.family, file.severity) == ("sorry-if", "ownership", "rethink")
    assert file.title == '"Sorry if"'
    assert file.why == "An *if* asks them to prove it.\n\nIt hurts."
    assert file.flags[:2] == ("Sorry if one.", "Sorry if two.")


def test_a_right_rule_has_no_mistakes(folder: Path) -> None:
    _write(folder, RULE)

    assert check_rules(folder / "en") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ('"rethink"', '"bad"', 2, "the severity is missing or unknown"),
        ('severity = "rethink"\n', "", 1, "the severity is missing or unknown"),
        ("source =", "sauce =", 3, "the key `sauce` is unknown"),
        ('["{sorry} if"]', '"{sorry} if"', 4, "`phrases` is no list of texts"),
        ('["{sorry} if"]', "[]", 1, "the rule marks nothing"),
        ('["{sorry} if"]', '["{sory} if"]', 4, "there is no word list `sory`"),
        ('["as if"]', '["(as if"]', 5, "`(` is not closed"),
        ("unless =", 'extent = "word"\nunless =', 5, "the extent is unknown"),
        ("unless =", 'kinds = ["poem"]\nunless =', 5, "`poem` is no kind of draft"),
        ("unless =", 'measure = "length"\nunless =', 5, "the measure is unknown"),
        ("unless =", "weight = 3\nunless =", 5, "only a strength has a weight"),
        ("+++\n#", '[[also]]\nunless = ["a"]\n+++\n#', 6, "`also` has no phrases"),
        ('# "Sorry if"\n', "", 7, 'the title "# …" is missing'),
        ("## Why", "## Because", 8, 'the part "## Because" is unknown'),
        ("Say it plainly.\n", "", 7, 'the part "## Try instead" is missing or empty'),
        ("- Sorry if six.\n", "", 15, 'the part "## Flags" has fewer than 6 examples'),
        ("- Sorry if six.", "- Sorry six.", 21, "this example is not marked"),
        ("- Six.", "- Sorry if six seven.", 28, "this example is marked"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_hint(
    folder: Path, old: str, new: str, line: int, problem: str
) -> None:
    path = _write(folder, RULE.replace(old, new, 1))

    errors = check_rules(folder / "en")

    assert [(error.path, error.line) for error in errors] == [(path, line)]
    assert problem in errors[0].problem
    assert errors[0].hint


def test_loading_stops_at_a_mistake(folder: Path) -> None:
    _write(folder, RULE.replace("## Why", "## How"))

    with pytest.raises(ContentError, match="unknown"):
        Rules.load("en", folder)


def test_a_strength_has_no_severity(folder: Path) -> None:
    _write(folder, RULE, family="strengths")

    assert check_rules(folder / "en")[0].problem == "a strength has no severity"


def test_a_weight_is_a_whole_number(folder: Path) -> None:
    text = RULE.replace('severity = "rethink"', 'weight = "much"')
    _write(folder, text, family="strengths")

    assert check_rules(folder / "en")[0].problem == "the weight is no whole number"


def test_wrong_words_are_told_before_the_rules(folder: Path) -> None:
    (folder / "en" / "words" / "spellings.txt").write_text("u\n", encoding="utf-8")

    assert [error.line for error in check_rules(folder / "en")] == [1]
