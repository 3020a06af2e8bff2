"""Ground rules: one's own beside those that ship, and a signature that is taken back."""

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class OwnRule:
    """A rule that one of the two put on the list, for both to see."""

    KIND: ClassVar[str] = "own-rule"

    rule: str = field(repr=False)


@dataclass(frozen=True)
class TakenBack:
    """Its author no longer signs; no rule stands until both have ticked anew."""

    KIND: ClassVar[str] = "taken-back"
