"""What an export leaves out: it must not be the way to a draft that the gate holds."""

from amends.contact.draft import Draft
from amends.contact.drawer import copyable
from amends.contact.gate import Verdict


def stays_inside(draft: Draft, verdict: Verdict) -> bool:
    """Say whether an export leaves a draft out.

    While the gate is closed, each stays. While it is open, what was sent comes along, and what
    can be copied out at this moment.
    """
    return not (verdict.allowed and (draft.sent is not None or copyable(draft, verdict)))
