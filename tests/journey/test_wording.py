"""The content lint: each rule finds what it is for, and leaves alone what is meant otherwise."""

from pathlib import Path

import pytest

from amends.journey import Lint
from amends.text import CONTENT, ContentError
from tests.journey.small import INCIDENT, LESSON, sheet, small_content, write

LINT = Lint.load(CONTENT / "en")
HARD = (
    "Notwithstanding considerable psychological sophistication, individuals experiencing "
    "relational deterioration characteristically underestimate accumulated resentment. "
)
RULE = """\
+++
phrases = ["you are [just] a narcissist"]
+++
# A title
## Why
It is about an act.
## Try instead
Say the act.
## Flags
- You are a narcissist, just admit it!
## Leaves alone
- She said it was toxic.
"""
PAGE = """\
{% extends "base.html" %}
<h1 class="just">{% translate "Own it" %}</h1>
<p>{% blocktranslate count n=n %}Stay strong
for one day.{% plural %}{{ n }} days.{% endblocktranslate %}</p>
<p>{% translate 'It is simply so' %}</p>
"""
MODULE = """\
from django.utils.translation import gettext as _

JUST = "just"
SAID = _("You just wait")


class Closed(Exception):
    hint = "Simply wait."
"""


def told(path: Path) -> list[str]:
    return [f"{one.line}: {one.problem}" for one in LINT.check(path)]


def lesson(folder: Path, text: str) -> Path:
    return write(folder, "own/01-incident.md", sheet(INCIDENT, f"{LESSON}\n\n{text}"))


@pytest.mark.parametrize(
    ("said", "words", "rule"),
    [
        ("They committed suicide.", "committed suicide", "safe messaging"),
        ('Nobody says "she committed suicide" here.', "committed suicide", "safe messaging"),
        ("You would die for love.", "die for love", "safe messaging"),
        ("You've got this.", "You've got this", "cheer"),
        ("Now stay\nstrong.", "stay strong", "cheer"),
        ("Own it!", "!", "cheer: signs"),
        ("Own it 💔", "💔", "cheer: signs"),
        ("It is all your fault.", "It is all your fault", "blame"),
        ("You are a cheater.", "You are a cheater", "blame"),
        ("Your narcissistic side.", "narcissistic", "diagnosis"),
        ("Gaslighting is common.", "Gaslighting", "diagnosis"),
        ("Find your attachment style.", "attachment style", "diagnosis"),
        ("Wait, and they will come back.", "they will come back", "promise of return, or odds"),
        ("Your chances are good.", "chances are", "promise of return, or odds"),
        ("Delete the messages first.", "Delete the messages", "tactics"),
        ("There is a loophole.", "loophole", "tactics"),
        ("Tell her that you know.", "her", "default"),
        ("Ask your wife.", "wife", "default"),
        ("Hold space for grief.", "Hold space", "jargon"),
        ("It was Just once.", "Just", "words that make a hard thing small"),
        ("Draw a love map.", "love map", "names that belong to others"),
        ("The REACH steps.", "REACH", "names that belong to others"),
    ],
)
def test_it_finds_what_amends_does_not_say(
    tmp_path: Path, said: str, words: str, rule: str
) -> None:
    found = told(lesson(tmp_path, said))

    assert [one for one in found if one.endswith(f": amends does not say “{words}” ({rule})")]


def test_it_names_the_line_also_in_a_wrapped_paragraph(tmp_path: Path) -> None:
    path = lesson(tmp_path, "It is so.\nIt is just so.")

    assert told(path) == ["20: amends does not say “just” (words that make a hard thing small)"]


@pytest.mark.parametrize(
    "said",
    [
        "That is justice, and you adjust.",
        'You told yourself "it was just once" then.',
        "This page gives no odds.",
        "Nobody can say whether they will come back.",
        "You may reach out. They may not answer.",
        "Ask your brother what he saw.",
        "It is not your fault if someone hits you.",
        "If the thought comes that they would be better off without you, open Help.",
    ],
)
def test_it_leaves_alone_what_is_meant_otherwise(tmp_path: Path, said: str) -> None:
    assert told(lesson(tmp_path, said)) == []


def test_what_users_write_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "rule.md"
    path.write_text(RULE, encoding="utf-8")

    assert told(path) == []
    path.write_text(RULE.replace("an act", "just an act"), encoding="utf-8")
    assert told(path) == ["6: amends does not say “just” (words that make a hard thing small)"]


def test_it_reads_what_a_page_shows(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")

    assert told(path) == [
        "5: amends does not say “simply” (words that make a hard thing small)",
        "3: amends does not say “Stay strong” (cheer)",
    ]


def test_it_reads_what_a_module_says_to_people(tmp_path: Path) -> None:
    path = tmp_path / "errors.py"
    path.write_text(MODULE, encoding="utf-8")

    assert [one.partition(" (")[0] for one in told(path)] == [
        "4: amends does not say “just”",
        "8: amends does not say “Simply”",
    ]


def test_a_lesson_that_is_too_hard_is_told_with_its_hardest_sentences(tmp_path: Path) -> None:
    path = write(
        tmp_path, "own/01-incident.md", sheet(INCIDENT, f"{'It is so. ' * 40}\n\n{HARD * 4}")
    )

    [found] = LINT.check(path)

    assert found.problem.startswith("reading it takes grade ")
    assert found.problem.endswith(", and 9 is the most")
    assert found.hint.startswith(f"shorten the hardest: line {found.line} (")


def test_a_short_text_has_no_level(tmp_path: Path) -> None:
    path = write(tmp_path, "own/01-incident.md", sheet(INCIDENT, HARD))

    assert LINT.level(path) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x = ", "this is not TOML"),
        ("", "the part [reading] is wrong"),
        ("[reading]\naim = 7\nmost = 9\nwords = 60\n", "there is no [[rule]]"),
        ('[[rule]]\nname = "a"\nphrases = ["b"]\n', "the rule “a” has a mistake"),
        ('[[rule]]\nname = "a"\nhint = "b"\nphrazes = ["b"]\n', "the rule “a” has a mistake"),
        ('[[rule]]\nname = "a"\nhint = "b"\nphrases = ["(b"]\n', "a: "),
        ('[[rule]]\nname = "a"\nhint = "b"\nsigns = "(b"\n', "a: the signs cannot be read"),
    ],
)
def test_a_mistake_in_the_lint_itself_is_told(tmp_path: Path, text: str, problem: str) -> None:
    home = small_content(tmp_path) / "en"
    (home / "lint.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        Lint.load(home)

    assert caught.value.problem.startswith(problem)


def test_a_missing_lint_is_told_and_is_no_empty_one(tmp_path: Path) -> None:
    home = small_content(tmp_path) / "en"
    (home / "lint.toml").unlink()

    with pytest.raises(ContentError, match="nobody looks at the words"):
        Lint.load(home)
