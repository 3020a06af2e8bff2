"""Word lists as one person has them, and the words of their own that they typed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from amends.journey import (
    Exercise,
    Field,
    OwnWords,
    Turn,
    Value,
    WordGroup,
    WordList,
    changed_lists,
)
from amends.store import Kept, Vault
from amends.web.content import program

MORE = ".more"
"""What follows a field's name where words of one's own are typed, with commas between."""


@dataclass(frozen=True)
class Choices:
    """The words of a list around what was chosen; no word stands in two places.

    `first` holds the chosen ones and what may lie beneath those that are turned, `groups` and
    `posing` the rest.
    """

    first: tuple[str, ...]
    turns: tuple[Turn, ...]
    groups: tuple[WordGroup, ...]
    posing: tuple[str, ...]


def choices(words: WordList, chosen: Iterable[str]) -> Choices:
    """Return how a list is offered to someone who has chosen these words."""
    mine = dict.fromkeys(chosen)
    turns = words.turned(mine)
    beneath = [word for turn in turns for word in turn.beneath if word in words.plain]
    first = tuple(dict.fromkeys([*mine, *beneath]))
    groups = (group.without(first) for group in words.groups)
    return Choices(
        first=first,
        turns=turns,
        groups=tuple(group for group in groups if group.words),
        posing=tuple(turn.word for turn in words.turns if turn.word not in first),
    )


def lists_of(vault: Vault) -> dict[str, WordList]:
    """Return all lists with what their owner added and hid."""
    return changed_lists(program().lists, [kept.record for kept in vault.all(OwnWords)])


def own_words(vault: Vault, word_list: str) -> Kept[OwnWords] | None:
    """Return what was changed in a list, or None when nothing was."""
    mine = [kept for kept in vault.all(OwnWords) if kept.record.word_list == word_list]
    return mine[-1] if mine else None


def split_words(typed: str) -> list[str]:
    """Return the words of a line with commas between.

    >>> split_words("odd, like Sunday evening,")
    ['odd', 'like Sunday evening']
    """
    return [word.strip() for word in typed.split(",") if word.strip()]


def remember(vault: Vault, exercise: Exercise, values: Mapping[str, Value]) -> None:
    """Add the words that a list did not have to the lists of this person."""
    for asked in exercise.fields:
        new = asked.words.unknown(_chosen(asked, values)) if asked.words else ()
        if new:
            kept = own_words(vault, asked.word_list)
            own = kept.record if kept else OwnWords(asked.word_list)
            vault.put(own.with_added(new), id=kept.id if kept else None)


def _chosen(asked: Field, values: Mapping[str, Value]) -> Iterator[str]:
    value = values.get(asked.name, [])
    for word in value if isinstance(value, list) else [value]:
        if isinstance(word, str) and word:
            yield word
