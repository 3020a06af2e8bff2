"""Signs of danger in the texts of a vault, as the command line reads them."""

from functools import partial
from typing import TYPE_CHECKING

from amends import listener, store
from amends.journey import Program
from amends.safety import Danger, Hear, Signs, Written, crisis

if TYPE_CHECKING:
    from amends.store import Vault

LANGUAGE = "en"


def written(vault: "Vault") -> Written:
    """Return what tells when texts with a sign were saved; a plan for one's safety is none."""
    serving = (phase for phase in Program.load(LANGUAGE).phases if Danger.CRISIS in phase.serves)
    left_out = {exercise.id for phase in serving for exercise in phase.exercises}
    is_sign = partial(crisis, hear=_hear(), signs=Signs.load(LANGUAGE))
    return partial(store.signs_since, vault, is_sign=is_sign, left_out=left_out)


def _hear() -> Hear | None:
    """Return the second listener; without it, phrases alone have to do."""
    try:
        return listener.Listener.load(LANGUAGE).chance
    except listener.NoListenerError:
        return None
