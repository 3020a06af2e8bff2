"""The listening sessions of a shared space, folded from the moves of both."""

from dataclasses import dataclass, field

from amends.store import Shared, Space
from amends.together import Move, Phase, Sitting, Stand, stand


@dataclass(frozen=True)
class Session:
    """One session as a member sees it; `is_author` says that they proposed it."""

    id: str
    sitting: Sitting = field(repr=False)
    is_author: bool
    stand: Stand
    beats: int

    @property
    def serves_both(self) -> bool:
        """Say whether both press in this member's window: they proposed it, at one screen."""
        return self.sitting.one_screen and self.is_author

    @property
    def beat(self) -> str:
        """What changes whenever anything does."""
        return f"{self.id} {self.beats} {self.stand.phase}"


def latest(space: Space, *, at_one_screen: bool = False) -> Session | None:
    """Return the session that was proposed last.

    Before a screen that two share it is None unless both press there: in another session each
    answers for themselves.
    """
    sittings = sorted(space.all(Sitting), key=lambda one: one.item.at)
    if not sittings:
        return None
    session = _session(space, sittings[-1], space.all(Move))
    return session if session.serves_both or not at_one_screen else None


def past(space: Space) -> list[Session]:
    """Return the sessions that are over and in which something was heard, the newest first."""
    moves = space.all(Move)
    sessions = [_session(space, one, moves) for one in space.all(Sitting)]
    over = [one for one in sessions if one.stand.phase == Phase.ENDED and one.stand.heard]
    return sorted(over, key=lambda one: one.sitting.at, reverse=True)


def _session(space: Space, sitting: Shared[Sitting], moves: list[Shared[Move]]) -> Session:
    del space
    its = [one for one in moves if one.item.sitting == sitting.id.hex()]
    made = [(one.is_mine == sitting.is_mine, one.item) for one in its]
    return Session(
        sitting.id.hex(), sitting.item, sitting.is_mine, stand(sitting.item, made), len(its)
    )
