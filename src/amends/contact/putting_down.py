"""After a closing of one's own, nothing personal leaves."""

from dataclasses import replace
from datetime import datetime

from amends.contact.gate import Verdict
from amends.contact.reasons import INSTEAD, Reason
from amends.contact.terms import State


def hold_back(verdict: Verdict, until: datetime | None) -> Verdict:
    """Return the verdict of someone who put this down; `until` is the end of that, if it has one.

    What holds already keeps its own reason. Practical matters go on: they are not what was closed.
    """
    if not verdict.allowed or verdict.state == State.LOGISTICS_ONLY:
        return verdict
    return replace(
        verdict,
        allowed=False,
        reason=Reason.PUT_DOWN,
        quote="",
        opens=until,
        instead=INSTEAD[Reason.PUT_DOWN],
    )
