"""Times of day from a text that was split at its headers."""

from collections.abc import Iterator
from operator import add

from amends.chats.whatsapp.clock import Clock, Seconds
from amends.chats.whatsapp.shape import Shape


class Times:
    """Seconds since midnight from the parts of a text that was split at its headers."""

    def __init__(self, shape: Shape) -> None:
        self._clock = Clock(halved=shape.halved, late=shape.late)
        self._seconds = Seconds(shape.late) if shape.seconds else None
        self._place = shape.time

    def of(self, parts: list[str], step: int) -> Iterator[int]:
        """Yield them, one for each header."""
        place = self._place
        found = map(self._clock.__getitem__, parts[place::step])
        if self._seconds is not None:
            found = map(add, found, map(self._seconds.__getitem__, parts[place + 1 :: step]))
        return found
