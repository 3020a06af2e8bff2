"""What one guess of a passphrase costs (docs/vault.md, "Cost")."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import perf_counter
from typing import ClassVar

from argon2.exceptions import HashingError
from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw

from amends.vault.errors import CostTooHigh, CostTooLow, OutOfMemory
from amends.vault.keys import KEY_BYTES

LOWEST = (64 * 1024, 3, 4)  # RFC 9106, section 4: the second recommended option
HIGHEST = (1024 * 1024, 16, 16)  # measured: 11 s on two cores; more could stop a machine
CALIBRATED_PASSES = 12  # from here on memory costs a guesser more than passes do
ROUNDS = 3  # of measuring; each corrects the last


@dataclass(frozen=True)
class KdfCost:
    """The cost of Argon2id: memory in KiB, passes over it, lanes.

    Raises CostTooLow below the floor, CostTooHigh above the ceiling, so that no other cost exists.
    """

    memory_kib: int
    passes: int
    lanes: int

    VERSION: ClassVar[int] = ARGON2_VERSION

    def __post_init__(self) -> None:
        parts = (self.memory_kib, self.passes, self.lanes)
        if any(part < least for part, least in zip(parts, LOWEST, strict=True)):
            raise CostTooLow
        if any(part > most for part, most in zip(parts, HIGHEST, strict=True)):
            raise CostTooHigh


FLOOR = KdfCost(*LOWEST)
CEILING = KdfCost(*HIGHEST)


def stretch(secret: bytes, salt: bytes, cost: KdfCost) -> bytes:
    """Return 32 bytes that cost a guesser as much as it cost us (Argon2id); raises OutOfMemory."""
    try:
        return hash_secret_raw(
            secret,
            salt,
            cost.passes,
            cost.memory_kib,
            cost.lanes,
            KEY_BYTES,
            Type.ID,
            KdfCost.VERSION,
        )
    except HashingError:
        raise OutOfMemory from None


def calibrate(seconds: float, clock: Callable[[], float] = perf_counter) -> KdfCost:
    """Return the cost at which one guess takes about `seconds` here and now; never below the floor.

    Measures up to three guesses, so it takes about three times as long.
    """
    cost = FLOOR
    for _ in range(ROUNDS):
        higher = raised(cost, _measured(cost, clock), seconds)
        if higher == cost:
            break
        cost = higher
    return cost


def raised(cost: KdfCost, took: float, seconds: float) -> KdfCost:
    """Return the cost that takes `seconds` if this one `took` that long: passes first, then memory.

    >>> raised(FLOOR, took=0.25, seconds=0.5)
    KdfCost(memory_kib=65536, passes=6, lanes=4)
    """
    work = cost.passes * max(1.0, seconds / max(took, 1e-6))
    passes = max(cost.passes, int(min(CALIBRATED_PASSES, work)))
    memory = cost.memory_kib
    if passes >= CALIBRATED_PASSES:
        memory = int(min(CEILING.memory_kib, memory * max(1.0, work / passes)))
    return replace(cost, passes=passes, memory_kib=memory)


def _measured(cost: KdfCost, clock: Callable[[], float]) -> float:
    began = clock()
    stretch(b"a passphrase to measure with", bytes(16), cost)
    return clock() - began
