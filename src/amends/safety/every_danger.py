"""Which dangers stand, by everything that a vault keeps."""

from datetime import datetime

from amends.safety.danger import Danger, Records
from amends.safety.screening import screening_says
from amends.safety.statement import Written, crisis_says


def dangers(records: Records, now: datetime, written: Written) -> frozenset[Danger]:
    """Return every danger that stands now: what screening says, and what crisis says."""
    return screening_says(records, now) | crisis_says(records, now, written)
