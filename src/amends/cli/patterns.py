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
MOST_NAMES = 6
"""Of people who wrote, in one line."""
FEW = 200
"""Messages from which on nearly every pattern is looked for."""
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
        raise Problem("nobody wrote here under the name in --me", _names(people))
    if any(source.order == chats.OPEN for source in conversation.sources):
        sys.stderr.write(
            "hint: is 3/4 the third of April or the fourth of March? The dates do not tell. Until "
            "--order day or --order month says it, no patterns are looked for\n"
        )
        return []
    if len(people) != COUPLE:
        sys.stderr.write("hint: patterns are between two people; --same makes two names one\n")
        return []
    with progress("looking for patterns") as told:
        return chats.find(conversation, me, harms, told=told, topics=topics)


def _names(people: Sequence[str]) -> str:
    if len(people) > MOST_NAMES:
        return "without --me, everyone who wrote is listed"
    return "they wrote here: " + ", ".join(people)


def writers(conversation: "Conversation") -> list[str]:
    """Return everyone who wrote something."""
    wrote = set(conversation.messages.sender)
    return [name for place, name in enumerate(conversation.people) if place in wrote]


def can_be_told(conversation: "Conversation") -> bool:
    """Say whether patterns were looked for: between two, on days that are known."""
    is_open = any(source.order == chats.OPEN for source in conversation.sources)
    return len(writers(conversation)) == COUPLE and not is_open


def told(
    conversation: "Conversation", me: str, patterns: Sequence["Pattern"], *, with_theirs: bool
) -> Iterator[str]:
    """Yield the lines: each count with its definition and the latest time in its own words.

    The other person's words are dots until `with_theirs` asks for them.
    """
    shown = [one for one in patterns if with_theirs or one.side != "theirs"]
    if all(one.side == "theirs" for one in shown) and can_be_told(conversation):
        yield ""
        yield "Nothing stands out on your side: what is counted here could be chance."
        if len(conversation) < FEW:
            yield f"Hardly anything can be told apart from chance in fewer than {FEW} messages."
    for one in shown:
        yield ""
        yield f"{one.title}: {one.summary}"
        yield f"  Counted: {one.definition}"
        yield from (f"  {line}" for line in _quoted(conversation, one, "" if with_theirs else me))
    hidden = len(patterns) - len(shown)
    if hidden:
        yield ""
        yield f"{hidden} more on their side: --both"


def _quoted(conversation: "Conversation", pattern: "Pattern", alone: str) -> Iterator[str]:
    """Yield the first and the last message of the latest time; of one person alone, if named."""
    latest = pattern.episodes[-1]
    for row in dict.fromkeys((latest.start, latest.end)):
        message = conversation[row]
        said = " ".join(message.text.split())
        short = said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
        if alone and message.sender != alone:
            short = "… (--both shows their words)"
        yield f"{message.sent_at:%Y-%m-%d %H:%M} {message.sender}: {short}"
