"""Word lists that sheets offer: feelings, needs, and words that pose as one of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

LONGEST = 60
"""Characters of one word; what is longer is a sentence, and has a field of its own."""


def tidy(word: str, known: Iterable[str] = ()) -> str:
    """Return a word with single spaces, spelled as it is known if it is.

    >>> tidy("  Worn   Out ", ["tired", "worn out"])
    'worn out'
    """
    told = " ".join(word.split())
    return {one.lower(): one for one in known}.get(told.lower(), told)


@dataclass(frozen=True)
class WordGroup:
    """Some words that belong together, under a plain name."""

    name: str
    words: tuple[str, ...]

    def without(self, taken: Collection[str]) -> "WordGroup":
        """Return the group without some of its words."""
        return replace(self, words=tuple(word for word in self.words if word not in taken))


@dataclass(frozen=True)
class Turn:
    """A word that poses as one of a list.

    `says` is the sentence that turns it, `beneath` the words of the list that may lie under it.
    """

    word: str
    says: str
    beneath: tuple[str, ...]


@dataclass(frozen=True)
class OwnWords:
    """What one person changed in a list: words of their own, and words not to be offered."""

    KIND: ClassVar[str] = "own-words"

    word_list: str
    added: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    def with_added(self, words: Iterable[str]) -> "OwnWords":
        """Return the same with more words; one that was hidden is offered again."""
        known = [*self.added, *self.hidden]
        more = [one for one in (tidy(word, known) for word in words) if one and len(one) <= LONGEST]
        added = tuple(dict.fromkeys([*self.added, *more]))
        return replace(self, added=added, hidden=tuple(w for w in self.hidden if w not in more))


@dataclass(frozen=True)
class WordList:
    """One list: its groups, the name of the group for own words, and the words that are turned.

    `poses` is the name under which turned words are offered, empty when there are none.
    """

    id: str
    title: str
    about: str
    own: str
    groups: tuple[WordGroup, ...]
    poses: str = ""
    turns: tuple[Turn, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return every word that may be chosen, in the order of the list."""
        return (*self.plain, *(turn.word for turn in self.turns))

    @property
    def plain(self) -> tuple[str, ...]:
        """Return the words of its groups, without those that are turned."""
        return tuple(word for group in self.groups for word in group.words)

    def turned(self, chosen: Collection[str]) -> tuple[Turn, ...]:
        """Return the turns of the words that were chosen."""
        return tuple(turn for turn in self.turns if turn.word in chosen)

    def unknown(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the words that are not in the list."""
        known = set(self.words)
        told = (tidy(word, self.words) for word in words)
        return tuple(dict.fromkeys(word for word in told if word not in known))

    def as_changed(self, own: OwnWords | None) -> "WordList":
        """Return the list as one person has it."""
        if own is None:
            return self
        added = tuple(word for word in own.added if word not in self.words)
        mine = WordGroup(self.own, added)
        groups = (group.without(own.hidden) for group in [*self.groups, mine])
        return replace(
            self,
            groups=tuple(group for group in groups if group.words),
            turns=tuple(turn for turn in self.turns if turn.word not in own.hidden),
        )


WordLists = Mapping[str, WordList]


def changed_lists(lists: WordLists, changes: Sequence[OwnWords]) -> dict[str, WordList]:
    """Return all lists as one person has them; the last change of a list counts."""
    own = {one.word_list: one for one in changes}
    return {name: one.as_changed(own.get(name)) for name, one in lists.items()}
