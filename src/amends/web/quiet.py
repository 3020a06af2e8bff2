"""After a closing amends stays quiet: here alone is decided whether, and what it then offers."""

from collections.abc import Sequence
from datetime import datetime

from amends.journey import Answers, Step
from amends.journey import next_steps as offered
from amends.practice import Closing, Opening, closed
from amends.safety import NO_DANGER, Danger
from amends.store import Kept, Vault
from amends.web.archive import in_sight
from amends.web.gate import standing
from amends.web.phases import open_program


def closing_of(vault: Vault) -> Closing | None:
    """Return the closing that stands, or None."""
    return closed(vault.records(Closing), vault.records(Opening))


def next_steps(
    vault: Vault,
    answers: Sequence[Kept[Answers]],
    now: datetime,
    dangers: frozenset[Danger] = NO_DANGER,
) -> list[Step]:
    """Return what is offered now.

    Nothing once it is closed, none of a phase that the agreement closes, no sheet from the archive.
    """
    if closing_of(vault):
        return []
    seen = {kept.id for kept in in_sight(vault, answers)}
    away = {kept.record.exercise for kept in answers if kept.id not in seen}
    open_now = open_program(standing(vault, now).verdict.state)
    steps = offered(open_now, [kept.record for kept in answers], now, dangers)
    return [step for step in steps if step.exercise.id not in away]
