"""How long the gate waits for what; docs/gate.md says why."""

from datetime import UTC, datetime, timedelta

DRAWER = timedelta(hours=24)
"""A draft lies this long before it is read again (FEATURES 29)."""
OUT = timedelta(hours=24)
"""A draft that was taken out can be copied for this long; then the gate is asked anew."""
LOOSER = timedelta(hours=72)
"""Looser terms begin this much later (SAFETY, the gate)."""
REOPENING = timedelta(days=30)
"""The same, when they had said no in any form (SAFETY, the gate)."""
COOLING = timedelta(hours=24)
"""How long a strong wish to hurt holds every draft: a night and a day, as long as the drawer."""
BUDGET = timedelta(days=14)
"""One contact by me in this time (SAFETY, the gate)."""
UNANSWERED = 2
"""So many contacts by me without an answer close the gate (FEATURES, rule 1)."""
SAME_MOMENT = timedelta(minutes=1)
"""A verdict older than this says nothing about now."""


def later(moment: datetime, wait: timedelta) -> datetime:
    """Return the moment after a wait of real hours, also when the clocks change on the way."""
    return moment.astimezone(UTC) + wait


def cools_at(heated: datetime) -> datetime:
    """Return when a strong wish to hurt, kept at this moment, holds no draft any more."""
    return later(heated, COOLING)
