"""How a matter stands between two: read from the items of both and one's own vault."""

from dataclasses import dataclass, field
from typing import TypeVar

from django.utils import timezone

from amends.store import Kept, Shared, Space
from amends.together import (
    Agreed,
    Finished,
    Look,
    Matter,
    MatterSigns,
    Need,
    PutDown,
    Step,
    Trial,
    Ways,
    every_way,
    step,
)
from amends.web.overlap import Overlap, overlap_of
from amends.web.releasing import finish, release_when_both

Part = Need | Ways | Look
P = TypeVar("P", Need, Ways, Look)


@dataclass(frozen=True)
class On:
    """A matter, and how far it has come for this member."""

    id: str
    matter: Matter = field(repr=False)
    step: Step
    needs: dict[str, str] = field(repr=False)
    ways: tuple[str, ...] = field(repr=False)
    overlap: Overlap | None
    trial: Shared[Trial] | None
    looks: dict[str, Look] = field(repr=False)
    waits_for_them: bool
    waits_for_me: bool

    @property
    def both(self) -> tuple[str, ...]:
        """The ways that both could live with."""
        shared = self.overlap.both if self.overlap else None
        return tuple(way for way in self.ways if shared and way in shared)


def on_now(space: Space) -> On | None:
    """Return the matter that is on: the latest that nobody put down."""
    down = {one.item.matter for one in space.all(PutDown)}
    open_ones = [one for one in space.all(Matter) if one.id.hex() not in down]
    return _on(space, max(open_ones, key=lambda one: one.saved)) if open_ones else None


def question(matter: str) -> str:
    """Return the name under which the ways of a matter are ticked."""
    return f"compromise-{matter}"


def about(kind: type[Part], matter: str) -> str:
    """Return the name of a part that both write."""
    return f"{kind.KIND}/{matter}"


def give(space: Space, kind: type[P], record: P) -> None:
    """Keep one's own part, and say that it is written; before that it can be changed."""
    mine = _own(space, kind, record.matter)
    kept = space.vault.put(record, id=mine[-1].id if mine else None)
    finish(space, about(kind, record.matter))
    release_when_both(space, about(kind, record.matter), [kept])


def _own(space: Space, kind: type[P], matter: str) -> list[Kept[P]]:
    return [one for one in space.vault.all(kind) if one.record.matter == matter]


def _given(space: Space, kind: type[P], matter: str) -> bool:
    """Give one's own part when both are done, and say whether both can be read.

    Who was first gives theirs when they look in again; until then nothing goes on from half of it.
    """
    release_when_both(space, about(kind, matter), _own(space, kind, matter))
    return set(_sides(space, kind, matter)) == {"mine", "theirs"}


def _on(space: Space, matter: Shared[Matter]) -> On:
    name = matter.id.hex()
    needs, ways = _given(space, Need, name), _given(space, Ways, name)
    overlap = overlap_of(space, question(name)) if ways else None
    trials = [one for one in space.all(Trial) if one.item.matter == name]
    trial = trials[-1] if trials else None
    signs = MatterSigns(
        needs=needs,
        ways=ways,
        overlap=overlap.both if overlap else None,
        trial=trial.item if trial else None,
        is_agreed=trial is not None and _is_agreed(space, name, by_me=not trial.is_mine),
        looked=_given(space, Look, name),
    )
    now = step(signs, timezone.localdate())
    waits_for_them, waits_for_me = _waits(space, name, now, overlap)
    return On(
        id=name,
        matter=matter.item,
        step=now,
        needs={side: one.words for side, one in _sides(space, Need, name).items()},
        ways=every_way(_sides(space, Ways, name).values()) if ways else (),
        overlap=overlap,
        trial=trial,
        looks=_sides(space, Look, name),
        waits_for_them=waits_for_them,
        waits_for_me=waits_for_me,
    )


def _is_agreed(space: Space, matter: str, *, by_me: bool) -> bool:
    """Only the one who did not put it forward can agree."""
    return any(one.item.matter == matter and one.is_mine is by_me for one in space.all(Agreed))


def _sides(space: Space, kind: type[P], matter: str) -> dict[str, P]:
    """Return what was given, by `mine` and `theirs`."""
    items = [one for one in space.all(kind) if one.item.matter == matter]
    return {"mine" if one.is_mine else "theirs": one.item for one in items}


WRITING: dict[Step, type[Part]] = {Step.NEED: Need, Step.WAYS: Ways, Step.LOOK: Look}
"""The steps in which both write."""


def _waits(space: Space, matter: str, now: Step, overlap: Overlap | None) -> tuple[bool, bool]:
    """Say whether the other, or this member, has still to give their part of a step."""
    if now in WRITING:
        name = about(WRITING[now], matter)
        done = [one.is_mine for one in space.all(Finished) if one.item.about == name]
        return (True in done, False in done and True not in done)
    if now in (Step.TICK, Step.CHOOSE) and overlap:
        has_ticked = now == Step.TICK and bool(overlap.mine)
        return overlap.waits_for_them or has_ticked, overlap.waits_for_me
    return False, False
