"""Lists that begin with the newest, show five, and say how many more there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

SHOWN = 5
FOLDED = 45
"""More lie behind a fold; older ones are counted, not listed: nobody reads a thousand lines."""

T = TypeVar("T")


@dataclass(frozen=True)
class Newest(Generic[T]):
    """The newest items of a list, the ones behind the fold, and how many are older still."""

    shown: Sequence[T]
    folded: Sequence[T]
    older: int

    def __bool__(self) -> bool:
        """Say whether there is anything to show."""
        return bool(self.shown)


def newest(items: Sequence[T]) -> Newest[T]:
    """Return a list, the newest first, cut into what is shown, folded and counted."""
    fold = SHOWN + FOLDED
    return Newest(items[:SHOWN], items[SHOWN:fold], max(0, len(items) - fold))
