"""What two have in common, told to both, and nothing else of either list (docs/vault.md).

Each raises every entry to a secret power of their own. The powers commute, so an entry that both
have is the same point once both powers are on it, and nothing can be read from one power alone
(Meadows 1986; Huberman, Franklin and Hogg 1999). Here it is done on the curve of Ed25519.
"""

from collections.abc import Iterable
from hashlib import sha512
from secrets import token_bytes

from nacl import bindings

from amends.vault.errors import Damaged
from amends.vault.keys import label

POINT_BYTES = bindings.crypto_core_ed25519_BYTES  # 32
PLACES = 128
"""How long a blinded list is, whatever is on it, so that its length tells nothing."""


def new_power() -> bytes:
    """Return a secret power, 32 bytes."""
    return _reduced(token_bytes(bindings.crypto_core_ed25519_NONREDUCEDSCALARBYTES))


def blinded(entries: Iterable[str], power: bytes, about: str) -> tuple[bytes, ...]:
    """Return `PLACES` points for a list; `about` names the question, in the same words for both.

    The same list gives the same points, sorted, so that their order tells nothing. Raises
    ValueError when there are more entries than places.
    """
    return tuple(sorted(_points(entries, power, about)))


def raised(points: Iterable[bytes], power: bytes) -> tuple[bytes, ...]:
    """Put one's own power on the other's points, in their order; raises Damaged for no point."""
    return tuple(_raised(point, power) for point in points)


def common(
    entries: Iterable[str],
    power: bytes,
    about: str,
    theirs: Iterable[bytes],
    answer: Iterable[bytes],
) -> frozenset[str]:
    """Return which of one's own entries the other has too.

    `theirs` is the other's blinded list, `answer` is one's own with their power on it, in order.
    Raises Damaged.
    """
    mine = _points(entries, power, about)
    with_both = tuple(answer)
    if len(with_both) != len(mine):
        raise Damaged
    shared = set(raised(theirs, power))
    hits = [
        mine[point] for point, twice in zip(sorted(mine), with_both, strict=True) if twice in shared
    ]
    return frozenset(one for one in hits if one is not None)


def _points(entries: Iterable[str], power: bytes, about: str) -> dict[bytes, str | None]:
    """Return which entry each point stands for; a point that fills a place stands for none."""
    wanted = sorted(set(entries))
    if len(wanted) > PLACES:
        raise ValueError(f"{len(wanted)} entries do not fit into {PLACES} places")
    points: dict[bytes, str | None] = {
        _raised(_hashed("entry", about, one), power): one for one in wanted
    }
    for number in range(PLACES - len(wanted)):
        points[_raised(_hashed("filling", about, f"{power.hex()} {number}"), power)] = None
    return points


def _hashed(word: str, about: str, entry: str) -> bytes:
    """Return a point whose relation to any other nobody knows."""
    some = label("overlap") + b"\0".join(part.encode() for part in (word, about, entry))
    wide = sha512(some).digest()
    return bindings.crypto_core_ed25519_from_uniform(wide[:POINT_BYTES])


def _reduced(wide: bytes) -> bytes:
    return bindings.crypto_core_ed25519_scalar_reduce(wide)


def _raised(point: bytes, power: bytes) -> bytes:
    if len(point) != POINT_BYTES or not bindings.crypto_core_ed25519_is_valid_point(point):
        raise Damaged
    return bindings.crypto_scalarmult_ed25519_noclamp(power, point)
