"""The shared space while it is open, for pages that one uses alone and that can show something."""

from datetime import datetime

from amends.store import Space, Vault
from amends.together import Stage
from amends.web.ours import ours_of


def open_space(vault: Vault, now: datetime) -> Space | None:
    """Return the shared space, or None while it is closed or there is none."""
    ours = ours_of(vault, now)
    return ours.space if ours and ours.stage == Stage.OPEN else None
