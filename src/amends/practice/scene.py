"""A scene to rehearse: what someone says, what can be replied, and what each reply does."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from amends.safety import Danger


@dataclass(frozen=True)
class Effect:
    """What a reply does to the other person and to oneself, and where it leads."""

    to_them: str
    to_you: str
    to: str


@dataclass(frozen=True)
class Reply:
    """A reply that is offered, or something done in place of one; and what it does."""

    say: str
    effect: Effect


@dataclass(frozen=True)
class Hearing:
    """What a reply in one's own words does when the coach hears one of these labels in it.

    A label may be that of a whole family. Without labels it is what any other reply does.
    """

    labels: tuple[str, ...]
    effect: Effect


@dataclass(frozen=True)
class Node:
    """A moment of a scene: what happens, the replies that are offered, and how others are heard."""

    name: str
    happens: str
    replies: tuple[Reply, ...]
    hearings: tuple[Hearing, ...]

    def hear(self, labels: Collection[str]) -> Effect:
        """Return what a reply does in which these labels were heard; the first that fits."""
        fitting = (one for one in self.hearings if {*one.labels}.intersection(labels))
        return next(fitting, self.hearings[-1]).effect

    def leads_to(self) -> Iterator[str]:
        """Yield every place to which a reply leads."""
        yield from (one.effect.to for one in self.replies)
        yield from (one.effect.to for one in self.hearings)


@dataclass(frozen=True)
class End:
    """Where a scene ends: how it stands then, and what can be done with it tonight."""

    name: str
    title: str
    happens: str
    tonight: str


@dataclass(frozen=True)
class Scene:
    """A scene as content declares it; `name` is that of its file without the number.

    One that is `only_if_they_talk` rests while they want no contact. While one of the dangers in
    `pauses` stands, it is neither offered nor shown.
    """

    name: str
    title: str
    line: str
    nodes: tuple[Node, ...]
    ends: tuple[End, ...]
    pauses: tuple[Danger, ...] = ()
    only_if_they_talk: bool = False

    def node(self, name: str) -> Node | None:
        """Return the moment of that name, or None."""
        return next((one for one in self.nodes if one.name == name), None)

    def end(self, name: str) -> End | None:
        """Return the end of that name, or None."""
        return next((one for one in self.ends if one.name == name), None)

    def reached(self, begin: str = "") -> set[str]:
        """Return the names of all places that can be reached from a moment, itself among them."""
        leads = {one.name: tuple(one.leads_to()) for one in self.nodes}
        found: set[str] = set()
        waiting = [begin or self.nodes[0].name]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += leads.get(name, ())
        return found


@dataclass(frozen=True)
class Rehearsed:
    """One line on what someone learnt in a scene; the replies are kept nowhere."""

    KIND: ClassVar[str] = "rehearsed"

    scene: str
    at: datetime
    learnt: str = field(repr=False)

    @property
    def said(self) -> str:
        """Return the words that were written."""
        return self.learnt
