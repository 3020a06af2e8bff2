"""When two can do something together. No Django here, so that a document can ask the same rule."""

from collections.abc import Iterable

from amends.contact import State, Verdict
from amends.together import Stage, open_tools


def is_together(answer: Verdict) -> bool:
    """Say whether the gate lets two do things together: nothing else opens what is for two."""
    return answer.state == State.TOGETHER and answer.allowed


def usable_tools(stage: Stage, mine: Iterable[str], theirs: Iterable[str]) -> frozenset[str]:
    """Return the tools that can be used now: both want them, and the space is open."""
    return open_tools(mine, theirs) if stage == Stage.OPEN else frozenset()
