"""Patterns in a conversation, as a person reads them in a terminal: my side first."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from amends import chats
from amends.cli.problem import Problem
from amends.cli.progress import progress

if TYPE_CHECKING:
    from amends.chats import Conversation, Pattern

COUPLE = 2
LONGEST = 72
"""Characters of a quote: a line of a terminal with its date."""


def patterns_in(
    conversation: "Conversation", me: str | None, harms: Sequence[str], topics: Sequence[str] = ()
) -> list["Pattern"]:
    """Return what stands out; without a name, say on standard error how to give one."""
    people = writers(conversation)
    if me is None:
        if len(people) == COUPLE:
            sys.stderr.write("hint: --me NAME, one of the two, shows what stands out\n")
        return []
    if me not in people:
        raise Problem("nobody wrote here under the name in --me", "copy it from the list of people")
    if len(people) != COUPLE:
        sys.stderr.write("hint: patterns are between two people; --same makes two names one\n")
        return []
    with progress("looking for patterns") as told:
        return chats.find(conversation, me, harms, told=told, topics=topics)


def writers(conversation: "Conversation") -> list[str]:
    """Return everyone who wrote something."""
    wrote = set(conversation.messages.sender)
    return [name for place, name in enumerate(conversation.people) if place in wrote]


def told(
    conversation: "Conversation", patterns: Sequence["Pattern"], *, with_theirs: bool
) -> Iterator[str]:
    """Yield the lines: each count with its definition and the latest time in its own words."""
    shown = [one for one in patterns if with_theirs or one.side != "theirs"]
    for one in shown:
        yield ""
        yield f"{one.title}: {one.summary}"
        yield f"  Counted: {one.definition}"
        yield from (f"  {line}" for line in _quoted(conversation, one))
    hidden = len(patterns) - len(shown)
    if hidden:
        yield ""
        yield f"{hidden} more on their side: --both"


def _quoted(conversation: "Conversation", pattern: "Pattern") -> Iterator[str]:
    latest = pattern.episodes[-1]
    for row in dict.fromkeys((latest.start, latest.end)):
        message = conversation[row]
        said = " ".join(message.text.split())
        short = said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
        yield f"{message.sent_at:%Y-%m-%d %H:%M} {message.sender}: {short}"
