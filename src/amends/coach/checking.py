"""Are the rules right: does each mark its own examples, and leave alone what it should?"""

from collections.abc import Iterator
from pathlib import Path

from amends.coach.kinds import KINDS
from amends.coach.practical_lists import check_practical_lists
from amends.coach.rule import Rule, line_of
from amends.coach.rules import load_rule
from amends.text import ContentError, Words, read_passage

FEWEST = 6
"""Examples of each sort; fewer show a word, not a pattern."""


def check_rules(folder: Path) -> list[ContentError]:
    """Return every mistake in the rules of one language's folder, such as `CONTENT / "en"`.

    The lists by which a message about practical matters is known belong to them.
    """
    try:
        words = Words.load(folder / "words")
    except ContentError as error:
        return [error]
    paths = sorted((folder / "rules").glob("*/*.md"))
    wrong = [error for path in paths for error in _mistakes(path, words)]
    return [*wrong, *check_practical_lists(folder)]


def _mistakes(path: Path, words: Words) -> Iterator[ContentError]:
    try:
        rule = load_rule(path, words, whole=True)
    except ContentError as error:
        yield error
        return
    yield from _counted(rule)
    for example in rule.file.flags:
        if not marks(rule, example, words):
            yield _mistake(rule, example, "this example is not marked", "add a phrase for it")
    for example in rule.file.leaves_alone:
        if marks(rule, example, words):
            yield _mistake(rule, example, "this example is marked", "add an `unless` phrase")


def marks(rule: Rule, example: str, words: Words) -> bool:
    """Return whether a rule marks anything in an example, in any kind of draft it is for."""
    passage = read_passage(example, words)
    return any(rule.find(passage, kind) for kind in KINDS)


def _counted(rule: Rule) -> Iterator[ContentError]:
    parts = {"Flags": rule.file.flags, "Leaves alone": rule.file.leaves_alone}
    for name, examples in parts.items():
        if len(examples) < FEWEST:
            problem = f'the part "## {name}" has fewer than {FEWEST} examples'
            yield ContentError(
                rule.file.path, line_of(rule.file.path, f"## {name}"), problem, "add some"
            )


def _mistake(rule: Rule, example: str, problem: str, hint: str) -> ContentError:
    return ContentError(rule.file.path, line_of(rule.file.path, example), problem, hint)
