"""Exports that hold several chats, and people who share a name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from amends.chats.message import KINDS, NOBODY, Messages, Unread

PAIR = 2


@dataclass(frozen=True)
class Chat:
    """One chat of an export; `is_pair` says that two people are in it, not a group."""

    rows: Messages = field(repr=False)
    is_pair: bool


def largest(chats: Iterable[Chat]) -> Messages:
    """Return the messages of the largest chat of two people, or of the largest if there is none.

    Each of the others is named among what was not read, by its size alone.
    """
    kept, others = Chat(Messages(), is_pair=False), []
    for chat in chats:
        rest = chat
        if (chat.is_pair, len(chat.rows)) > (kept.is_pair, len(kept.rows)):
            kept, rest = chat, kept
        if len(rest.rows):
            others.append(Unread(0, f"({len(rest.rows)} messages of another chat)"))
    kept.rows.unread.extend(others)
    return kept.rows


def parts_joined(chats: Iterable[Chat]) -> Iterator[Chat]:
    """Yield chats; those of the same two people are parts of one, and become one.

    Only for exports in which each file is one chat, or a part of it: in one of a whole account, two
    friends may have one name. What a part has that an earlier one had is left out.
    """
    by_people: dict[frozenset[str], list[Messages]] = {}
    for chat in chats:
        if len(chat.rows.people) == PAIR:
            by_people.setdefault(frozenset(chat.rows.people), []).append(chat.rows)
        else:
            yield chat
    for parts in by_people.values():
        parts.sort(key=lambda rows: rows.sent_at[0])
        yield Chat(_joined(parts), is_pair=True)


def _joined(parts: list[Messages]) -> Messages:
    whole, *others = parts
    for rows in others:
        had = Counter(_keys(whole))
        for row, key in enumerate(_keys(rows)):
            if had[key]:
                had[key] -= 1
            else:
                whole.add(rows.sent_at[row], key[1], rows.text[row], KINDS[rows.kind[row]])
        whole.unread.extend(rows.unread)
    return whole


def _keys(rows: Messages) -> Iterator[tuple[int, str, str]]:
    for at, place, text in zip(rows.sent_at, rows.sender, rows.text, strict=True):
        yield at, rows.people[place] if place != NOBODY else "", text


@dataclass
class Names:
    """The names of people by their ids: two with one name stay two."""

    by_id: dict[str, str] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)

    def name_of(self, person: str, shown: str) -> str:
        """Return the name of a person by id and the name that the app shows.

        >>> names = Names()
        >>> names.name_of("1", "Alice"), names.name_of("2", "Alice"), names.name_of("1", "Alice")
        ('Alice', 'Alice (2)', 'Alice')
        """
        if not person:
            return shown
        if person not in self.by_id:
            owner = self.taken.setdefault(shown, person)
            self.by_id[person] = shown if owner == person else f"{shown} ({person})"
        return self.by_id[person]
