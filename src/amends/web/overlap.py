"""Ask both, show what both ticked, and tell neither anything else (docs/vault.md, "Overlap")."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from amends.store import Shared, Space
from amends.together import Blinded, Raised, Ticks, about, next_round, rounds
from amends.vault import blinded, common, new_power, raised


@dataclass(frozen=True)
class Overlap:
    """A question as one member sees it.

    `mine` is what they ticked last; `both` what both ticked, or None before the first round is
    over. `waits_for_them` says that the newest list is one's own, `waits_for_me` that it is theirs.
    """

    mine: frozenset[str] = field(repr=False)
    both: frozenset[str] | None = field(repr=False)
    waits_for_them: bool
    waits_for_me: bool


def tick(space: Space, question: str, entries: Iterable[str]) -> None:
    """Keep one's own list in one's own vault, and give its points to the space.

    A new list is compared when the other gives a new one too, so that nobody finds out more by
    asking again and again. Until then it can be changed.
    """
    mine, theirs = _rounds(space.mine(Blinded), question), _rounds(space.theirs(Blinded), question)
    number = max(mine) if mine and max(mine) not in theirs else next_round(mine, theirs)
    of = about(question, number)
    ticks = Ticks(of, tuple(sorted(set(entries))), new_power().hex())
    points = _hexed(blinded(ticks.entries, bytes.fromhex(ticks.power), of))
    with space.vault.at_once():
        for kept in space.vault.all(Ticks):
            if kept.record.about == of:
                space.vault.delete(kept.id)
        space.vault.put(ticks)
        for item in space.mine(Blinded):
            if item.item.about == of:
                space.delete(Blinded, item.id)
        space.put(Blinded(of, points))
    _answer(space, question)


def overlap_of(space: Space, question: str) -> Overlap:
    """Return how a question stands, after doing one's own part of every round that waits for it."""
    _answer(space, question)
    mine, theirs = _rounds(space.mine(Blinded), question), _rounds(space.theirs(Blinded), question)
    last_mine, last_theirs = max(mine, default=0), max(theirs, default=0)
    own = _own(space, about(question, last_mine))
    return Overlap(
        mine=frozenset(own.entries) if own else frozenset(),
        both=_both(space, question, sorted(set(mine) & set(theirs), reverse=True)),
        waits_for_them=last_mine > last_theirs,
        waits_for_me=last_theirs > last_mine,
    )


def _answer(space: Space, question: str) -> None:
    """Put one's own power on the other's lists, once one's own list is given."""
    done = {one.item.about for one in space.mine(Raised)}
    given = {one.item.about for one in space.mine(Blinded)}
    for one in space.theirs(Blinded):
        of = one.item.about
        own = _own(space, of)
        is_asked = of.rpartition("/")[0] == question and of in given and of not in done
        if is_asked and own:
            points = raised(_bytes(one.item.points), bytes.fromhex(own.power))
            space.put(Raised(of, _hexed(points)))


def _both(space: Space, question: str, numbers: list[int]) -> frozenset[str] | None:
    """Return the overlap of the newest round that both have finished."""
    lists = {one.item.about: one.item for one in space.theirs(Blinded)}
    answers = {one.item.about: one.item for one in space.theirs(Raised)}
    for number in numbers:
        of = about(question, number)
        own = _own(space, of)
        if own and of in answers:
            return common(
                own.entries,
                bytes.fromhex(own.power),
                of,
                _bytes(lists[of].points),
                _bytes(answers[of].points),
            )
    return None


def _own(space: Space, of: str) -> Ticks | None:
    return next((one for one in space.vault.records(Ticks) if one.about == of), None)


def _rounds(items: list[Shared[Blinded]], question: str) -> list[int]:
    return rounds((one.item for one in items), question)


def _hexed(points: Iterable[bytes]) -> tuple[str, ...]:
    return tuple(point.hex() for point in points)


def _bytes(points: Iterable[str]) -> tuple[bytes, ...]:
    return tuple(bytes.fromhex(point) for point in points)
