"""One's own records beside the copies of them that the other can read."""

from dataclasses import dataclass, field
from typing import Generic

from amends.store import Kept, R, Space
from amends.web.releasing import given


@dataclass(frozen=True)
class Own(Generic[R]):
    """An own record, and its copy in the shared space as it was given; None while it is not."""

    kept: Kept[R] = field(repr=False)
    copy: R | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """Return the id of the record, in hexadecimal."""
        return self.kept.id.hex()

    @property
    def is_behind(self) -> bool:
        """Say whether the other can read it, but not as it is now."""
        return self.copy is not None and self.copy != self.kept.record


def own(space: Space, kind: type[R]) -> list[Own[R]]:
    """Return every own record of one kind, the oldest first."""
    copies, items = {one.id: one.item for one in space.mine(kind)}, given(space.vault)
    return [Own(kept, copies.get(items.get(kept.id.hex(), b""))) for kept in space.vault.all(kind)]


def own_one(space: Space, kind: type[R], id: str) -> Own[R] | None:  # noqa: A002 - as in Vault
    """Return one of them by its id in hexadecimal, or None."""
    return next((one for one in own(space, kind) if one.id == id), None)
