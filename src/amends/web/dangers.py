"""Which dangers stand, as the records and the saved texts of one vault tell."""

import hashlib
import secrets
from collections.abc import Iterator
from datetime import datetime
from functools import cache, partial

from amends.journey import Exercise
from amends.listener import NoListenerError
from amends.safety import Danger, Hear, Signs, Standing, crisis, dangers, standings
from amends.store import Vault, signs_since
from amends.web.content import LANGUAGE, listener, program

MOST_REMEMBERED = 20_000
"""Answers that are kept in memory: 32 bytes each, and no text."""
_SECRET = secrets.token_bytes(32)
_remembered: dict[bytes, bool] = {}


def dangers_of(vault: Vault, now: datetime) -> frozenset[Danger]:
    """Return the dangers that close the gate; what each rests on is in `amends.safety`."""
    return dangers(vault.records, now, partial(_written, vault))


def standings_of(vault: Vault, now: datetime) -> tuple[Standing, ...]:
    """Return what stands by what was said and written about now, the most urgent first."""
    return standings(vault.records, now, partial(_written, vault))


@cache
def safety_plan() -> Exercise:
    """Return the sheet that serves someone in a crisis: the first of that phase."""
    serving = (phase for phase in program().phases if Danger.CRISIS in phase.serves)
    return next(exercise for phase in serving for exercise in phase.exercises)


def _written(vault: Vault, since: datetime) -> Iterator[datetime]:
    """Yield when texts with a sign were saved; a plan for one's safety is none."""
    return signs_since(vault, since, is_sign, {safety_plan().id})


def is_sign(text: str) -> bool:
    """Say whether a text is a sign of crisis; the answer is remembered, the text is not.

    The memory is this process alone, under a fingerprint that means nothing elsewhere.
    """
    mark = hashlib.blake2b(text.encode(), key=_SECRET, digest_size=32).digest()
    if mark not in _remembered:
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.clear()
        _remembered[mark] = crisis(text, _hear(), _signs())
    return _remembered[mark]


@cache
def _signs() -> Signs:
    return Signs.load(LANGUAGE)


@cache
def _hear() -> Hear | None:
    """Return the second listener; without it, phrases alone have to do."""
    try:
        return listener().chance
    except NoListenerError:
        return None
