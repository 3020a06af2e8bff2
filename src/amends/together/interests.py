"""What two people may both like: the list that each ticks alone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amends.safety import TABLES, TEXT, TEXTS, Key, check_keys
from amends.text import CONTENT, ContentError, ContentFile
from amends.together.mentioning import mentions
from amends.together.tables import repeated, sound, told

FILE = "interests.toml"
FEWEST_WORDS, MOST_WORDS = 3, 10
"""With fewer, a chat hides an interest; with more, it hears one that is not there (our choice)."""
_INTEREST = {
    "id": Key(TEXT, is_required=True),
    "title": Key(TEXT, is_required=True),
    "group": Key(TEXT, is_required=True),
    "words": Key(TEXTS, is_required=True),
}
_FILE = {"interest": Key(TABLES, is_required=True)}


@dataclass(frozen=True)
class Interest:
    """One thing that people like to do, and the words that they write in chats about it."""

    id: str
    title: str
    group: str
    words: tuple[str, ...]


@cache
def load_interests(language: str = "en", folder: Path = CONTENT) -> tuple[Interest, ...]:
    """Return all interests in the order of their file; raises ContentError when it is not sound."""
    file = sound(folder / language / "together" / FILE, _mistakes)
    return tuple(
        Interest(one["id"], one["title"], one["group"], tuple(one["words"]))
        for one in file.header["interest"]
    )


def check_interests(home: Path) -> Iterator[ContentError]:
    """Yield every mistake in the interests of one language; `home` is its folder of content."""
    yield from told(home / "together" / FILE, _mistakes)


def hurt_interests(interests: Collection[Interest], hurt: Collection[str]) -> frozenset[str]:
    """Return the ids of the interests that words about a hurt touch: their id, title or words."""
    return frozenset(
        one.id
        for one in interests
        if one.id in hurt or any(mentions(said, hurt) for said in (one.title, *one.words))
    )


def without_hurt(overlap: Collection[str], hurt: Collection[str]) -> frozenset[str]:
    """Return the shared interests without those that either of the two tied to a hurt, by id."""
    return frozenset(overlap) - frozenset(hurt)


def _mistakes(file: ContentFile) -> Iterator[ContentError]:
    wrong = list(check_keys(file, _FILE, file.header))
    yield from wrong
    if wrong:
        return
    for number, table in enumerate(file.header["interest"]):
        at = f"interest.{number}"
        wrong = list(check_keys(file, _INTEREST, table, at))
        yield from wrong
        if not wrong and not FEWEST_WORDS <= len(table["words"]) <= MOST_WORDS:
            hint = f"between {FEWEST_WORDS} and {MOST_WORDS} words"
            yield file.mistake(f"{at}.words", "too few words, or too many", hint)
    for key in ("id", "title"):
        yield from repeated(file, "interest", key)
