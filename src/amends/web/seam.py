"""The seam: a fine gold line, slightly irregular, one of its own for every account."""

import random
from functools import lru_cache

STEPS = 24
HEIGHT = 240
"""The drawing's own height; the page stretches it."""


@lru_cache(maxsize=64)
def seam(account_id: bytes, part: int) -> str:
    """Return the path of one stretch of the seam; the same account always has the same line."""
    chance = random.Random(account_id + bytes([part]))  # noqa: S311 - a drawing, not a secret
    step = HEIGHT / STEPS
    points = [
        (8 + chance.uniform(-2.6, 2.6), round(number * step, 1)) for number in range(1, STEPS)
    ]
    return "M8 0" + "".join(f"L{x:.1f} {y}" for x, y in points) + f"L8 {HEIGHT}"
