"""What an export leaves out: it must not be the way to a draft that the gate holds."""

from amends.contact.draft import Draft
from amends.contact.gate import Verdict


def stays_inside(draft: Draft, verdict: Verdict) -> bool:
    """Say whether an export leaves a draft out.

    While the gate is closed, each stays. While it is open, those stay that have never left the
    drawer.
    """
    has_left = draft.taken_out is not None or draft.sent is not None
    return not (verdict.allowed and has_left)
