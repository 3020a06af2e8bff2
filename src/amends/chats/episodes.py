"""Where a pattern was seen: episodes, as arrays and one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from amends.chats.talk import BOTH, Places


@dataclass(frozen=True)
class Episode:
    """One time: who did it (ME, THEM, BOTH), and the places in the talk from first to last."""

    who: int
    first: int
    last: int


class Episodes:
    """Every time, in the order of time; with `are_ends` only first and last are its messages."""

    def __init__(
        self, who: ArrayLike, first: ArrayLike, last: ArrayLike, *, are_ends: bool = False
    ) -> None:
        self.first: Places = np.asarray(first, np.int64)
        self.last: Places = np.asarray(last, np.int64)
        self.who: NDArray[np.int8] = np.broadcast_to(np.asarray(who, np.int8), self.first.shape)
        self.are_ends = are_ends

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.first)

    def __iter__(self) -> Iterator[Episode]:
        """Yield each of them."""
        for one in zip(self.who.tolist(), self.first.tolist(), self.last.tolist(), strict=True):
            yield Episode(*one)

    def of(self, who: int) -> "Episodes":
        """Return those of one side."""
        own = self.who == who
        ends = self.are_ends
        return Episodes(self.who[own], self.first[own], self.last[own], are_ends=ends)

    def counts(self) -> NDArray[np.int64]:
        """Return how many there are of ME, THEM and BOTH."""
        return np.bincount(self.who, minlength=BOTH + 1)


NONE = Episodes([], [], [])
