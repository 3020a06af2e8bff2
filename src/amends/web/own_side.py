"""An imported conversation as its page shows it: one's own side first, their words hidden."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.formats import time_format
from django.utils.translation import ngettext

from amends.chats import NOBODY, OPEN, Counts, Kind, Said, counted, find, looked_with, moment
from amends.chats import Conversation as Chat
from amends.practice import load_habit_examples
from amends.store import FoundPattern, KeptConversation, Vault, keep_found
from amends.web.charts.line import LineChart
from amends.web.charts.per_week import per_week
from amends.web.content import LANGUAGE, program, words

TOWARDS_THEM = frozenset(
    {"starts", "late-answers", "good-news", "thanks", "repair", "demand-silence"}
)
"""What these lead to is something said to the other person: only while the gate is open."""
MOST_LINES = 12
"""Messages of one episode that are shown; what came after is counted."""
EPISODES = 20
"""On one page of a pattern."""


@dataclass(frozen=True)
class Line:
    """One message of an episode: when, whether it is mine, and its words; None where hidden."""

    at: datetime
    is_mine: bool
    text: str | None = field(repr=False)
    is_words: bool = True


@dataclass(frozen=True)
class Shown:
    """One episode: its number in the pattern, its lines, and how many more messages it has."""

    number: int
    lines: tuple[Line, ...] = field(repr=False)
    more: int
    is_open: bool
    has_theirs: bool


@dataclass(frozen=True)
class Told:
    """One pattern as it is told: its place, the sentences, and where it leads."""

    place: int
    pattern: FoundPattern = field(repr=False)
    leads: str
    exercise: tuple[str, str] | None
    habit: str
    habit_id: str
    newest: tuple[Shown, ...] = field(repr=False)

    @property
    def count(self) -> int:
        """Return how often it was seen."""
        return len(self.pattern.episodes)


def is_open(chat: Chat) -> bool:
    """Say whether it is still unknown which number of a date is the day."""
    return any(source.order == OPEN for source in chat.sources)


def is_ready(kept: KeptConversation) -> bool:
    """Say whether patterns can be told: whose side, and on which days, is known."""
    return bool(kept.me) and not is_open(kept.conversation)


def found_in(vault: Vault, kept: KeptConversation) -> tuple[FoundPattern, ...]:
    """Return what stands out; it is looked for once, and again when patterns have changed."""
    if kept.found is not None and kept.looked_with == looked_with(LANGUAGE):
        return kept.found
    found = tuple(
        FoundPattern(
            *(one.name, one.side, one.title, one.definition, one.summary),
            tuple(seen.rows for seen in one.episodes),
        )
        for one in find(kept.conversation, kept.me, kept.harms, topics=kept.topics)
    )
    keep_found(vault, found, looked_with(LANGUAGE))
    return found


def told_patterns(
    kept: KeptConversation, found: Sequence[FoundPattern], *, may_write: bool
) -> dict[str, list[Told]]:
    """Return the patterns of each side: mine, ours, theirs."""
    sides: dict[str, list[Told]] = {"mine": [], "ours": [], "theirs": []}
    for place, pattern in enumerate(found):
        sides[pattern.side].append(_told(place, pattern, kept, may_write=may_write))
    return sides


def one_pattern(
    kept: KeptConversation, found: Sequence[FoundPattern], place: int, *, may_write: bool
) -> Told:
    """Return one of them."""
    return _told(place, found[place], kept, may_write=may_write)


def _told(place: int, pattern: FoundPattern, kept: KeptConversation, *, may_write: bool) -> Told:
    leads, exercise, habit = Said.load(LANGUAGE).leads(pattern.name)
    titles = {one.id: one.title for one in program().exercises}
    habits = {one.id: one.title for one in load_habit_examples(LANGUAGE)}
    return Told(
        place,
        pattern,
        leads if may_write or pattern.name not in TOWARDS_THEM else "",
        (exercise, titles[exercise]) if exercise in titles else None,
        habits.get(habit, ""),
        habit,
        tuple(episodes(kept, pattern, 0, 5)),
    )


def episodes(
    kept: KeptConversation, pattern: FoundPattern, first: int, number: int, opened: int = -1
) -> Iterator[Shown]:
    """Yield episodes, the newest first; only the one that is `opened` has the other's words."""
    count = len(pattern.episodes)
    for place in range(first, min(first + number, count)):
        rows = pattern.episodes[count - 1 - place]
        lines = tuple(_line(kept, row, is_open=place == opened) for row in rows[:MOST_LINES])
        has_theirs = any(not line.is_mine for line in lines)
        yield Shown(place, lines, len(rows) - len(lines), place == opened, has_theirs)


def _line(kept: KeptConversation, row: int, *, is_open: bool) -> Line:
    message = kept.conversation[row]
    is_mine, is_words = message.sender == kept.me, message.kind in (Kind.TEXT, Kind.EDITED)
    text = message.text if is_words else ""
    return Line(message.sent_at, is_mine, text if is_mine or is_open else None, is_words)


def own_side(kept: KeptConversation) -> dict[str, Any]:
    """Return the counts of one's own side in words, and the lines over the weeks."""
    text, found = words("chats-page"), counted(kept.conversation, kept.me)
    mine = [(week.monday, week.mine) for week in found.weeks]
    both = [(week.monday, week.both) for week in found.weeks]
    charts: list[LineChart | None] = [
        per_week(text["weeks_name"], mine, text),
        per_week(text["weeks_both_name"], both, text),
    ]
    return {"counts": _counts(found, text), "charts": [chart for chart in charts if chart]}


def _counts(found: Counts, text: dict[str, Any]) -> list[str]:
    week = round(found.mine / max(1, len(found.weeks)))
    told = [text["wrote"].format(mine=found.mine, all=found.mine + found.theirs, week=week)]
    told += [text["began"].format(began=found.began, they_began=found.they_began)]
    if not found.hours:
        return [*told, text["no_hours"]]
    hours = {"from": _hour(found.busiest), "to": _hour(found.busiest + 2)}
    return [*told, text["hours"].format(**hours, night=found.at_night)]


def _hour(hour: int) -> str:
    return time_format(datetime(1970, 1, 1, hour % 24), "H:i")  # noqa: DTZ001 - an hour of any clock


def told_people(chat: Chat) -> list[tuple[int, str, str]]:
    """Return everyone's place, name, and number of messages in words."""
    counts = [0] * len(chat.people)
    for place in chat.messages.sender:
        if place != NOBODY:
            counts[place] += 1
    told = (ngettext("one message", "%(n)d messages", n) % {"n": n} for n in counts)
    return list(zip(range(len(counts)), chat.people, told, strict=True))


def told_about(chat: Chat) -> dict[str, Any]:
    """Return what is kept, from when to when, from which exports, and what was not understood."""
    text, at = words("chats-page"), chat.messages.sent_at
    unread = sum(len(source.unread) for source in chat.sources)
    return {
        "count": len(chat),
        "first": moment(min(at)).date(),
        "last": moment(max(at)).date(),
        "sources": [
            text["source"].format(format=one.format, count=one.messages) for one in chat.sources
        ],
        "unread": text["unread"].format(count=unread) if unread else "",
        "is_open": is_open(chat),
    }
