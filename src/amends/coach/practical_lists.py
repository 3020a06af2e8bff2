"""The word lists by which a message about practical matters is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from amends.text import ContentError, PhraseError, Phrases, Words, fold

PERSONAL = "personal"
THINGS = "practical_things"
OBJECTS = "practical_objects"
TIMES = "practical_times"
REPLIES = "practical_replies"
NO_PLAN = "no_plan"
THE_TWO = "the_two"
CLAUSES = "clauses"
KISSES = "kisses"
_PHRASES = (PERSONAL, THINGS, OBJECTS, TIMES, REPLIES, NO_PLAN, THE_TWO, CLAUSES)


@dataclass(frozen=True)
class PracticalLists:
    """The lists of one language; without them, nothing is practical."""

    personal: Phrases
    things: Phrases
    objects: Phrases
    times: Phrases
    replies: Phrases
    no_plan: Phrases
    the_two: Phrases
    clauses: Phrases
    kisses: tuple[str, ...]

    @classmethod
    def of(cls, words: Words) -> "PracticalLists":
        """Make the lists ready to search; a list that is not there finds nothing."""
        phrases = {name: _phrases(name, words) for name in _PHRASES}
        return cls(
            personal=phrases[PERSONAL],
            things=phrases[THINGS],
            objects=phrases[OBJECTS],
            times=phrases[TIMES],
            replies=phrases[REPLIES],
            no_plan=phrases[NO_PLAN],
            the_two=phrases[THE_TWO],
            clauses=phrases[CLAUSES],
            kisses=words.lists.get(KISSES, ()),
        )


def check_practical_lists(home: Path) -> Iterator[ContentError]:
    """Yield every mistake in the lists of one language's folder, such as `CONTENT / "en"`.

    A language may do without all of them; then every message about practical matters is held.
    """
    folder = home / "words"
    try:
        words = Words.load(folder)
    except ContentError:
        return  # told by the check of the rules
    names = (*_PHRASES, KISSES)
    if words.lists.keys().isdisjoint(names):
        return
    for name in names:
        path = folder / f"{name}.txt"
        if not words.lists.get(name):
            hint = "without it the others do not tell what is practical"
            yield ContentError(path, 1, "this word list is missing or empty", hint)
        elif name != KISSES:
            yield from _misread(path, words)


def _misread(path: Path, words: Words) -> Iterator[ContentError]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        entry = fold(line).strip()
        if not entry or entry.startswith("# "):
            continue
        try:
            Phrases([entry], words).parse()
        except PhraseError as error:
            yield ContentError(path, number, f"`{error.phrase}`: {error.problem}", error.hint)


def _phrases(name: str, words: Words) -> Phrases:
    return Phrases([f"{{{name}}}"] if name in words.lists else [], words)
