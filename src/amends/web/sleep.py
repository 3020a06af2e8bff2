"""Notices that the machine slept: a lid that was closed locks, however short the time."""

import time
from collections.abc import Callable
from threading import Lock

LONGEST_JUMP = 30.0  # seconds; clocks that are set right by themselves jump less


class Watch:
    """Compares the clock on the wall with one that stops while the machine sleeps.

    On Linux and macOS the steady clock stops; on Windows it goes on, and idle time alone locks.
    A clock that was set by more than half a minute counts as sleep, too.
    """

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin to watch; both clocks count seconds."""
        self._wall, self._steady = wall, steady
        self._lock = Lock()
        self._apart = wall() - steady()

    def has_slept(self) -> bool:
        """Say whether the clocks have moved apart since the last look; each sleep is told once."""
        with self._lock:
            apart = self._wall() - self._steady()
            jump, self._apart = abs(apart - self._apart), apart
        return jump > LONGEST_JUMP
