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
    def beat(self) -> str:
        """What changes whenever anything does."""
        return f"{self.id} {self.beats} {self.stand.phase}"


def latest(space: Space) -> Session | None:
    """Return the session that was proposed last."""
    sittings = sorted(space.all(Sitting), key=lambda one: one.item.at)
    return _session(space, sittings[-1], space.all(Move)) if sittings else None


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
