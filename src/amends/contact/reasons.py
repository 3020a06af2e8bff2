"""Why the gate answers as it does, and what can be done instead."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a draft may leave or not; the sentences are in `content/<language>/gate.toml`."""

    UNKNOWN = "unknown"
    SPACE = "space"
    SPACE_UNTIL = "space-until"
    SPACE_UNTIL_THEIRS = "space-until-theirs"
    SPACE_OVER = "space-over"
    SPACE_ENDED = "space-ended"
    CHOOSE_TOPIC = "choose-topic"
    OTHER_TOPIC = "other-topic"
    PERSONAL = "personal"
    ON_TOPIC = "on-topic"
    OPEN = "open"
    BUDGET = "budget"
    NO_REPLY = "no-reply"
    SAID_NO = "said-no"
    BLOCKED = "blocked"
    MOVED_ON = "moved-on"
    LEGAL_ORDER = "legal-order"
    TOGETHER = "together"
    CRISIS = "crisis"
    HARM_TO_OTHERS = "harm-to-others"
    BEING_HURT = "being-hurt"
    OWN_HARM = "own-harm"
    HEATED = "heated"
    HEATED_PRACTICAL = "heated-practical"
    PUT_DOWN = "put-down"

    @property
    def lets_leave(self) -> bool:
        """Say whether a draft may leave for this reason; every other reason holds it."""
        return self in {Reason.TOGETHER, Reason.OPEN, Reason.SPACE_ENDED, Reason.ON_TOPIC}

    @property
    def is_heat(self) -> bool:
        """Say whether the reason is a strong wish to hurt, and not what they asked for."""
        return self in {Reason.HEATED, Reason.HEATED_PRACTICAL}


INSTEAD: dict[Reason, tuple[str, ...]] = {
    Reason.UNKNOWN: ("unsent", "understand", "own"),
    Reason.SPACE: ("unsent", "space", "work"),
    Reason.SPACE_UNTIL: ("unsent", "space", "work"),
    Reason.SPACE_UNTIL_THEIRS: ("unsent", "space", "work"),
    Reason.SPACE_OVER: ("wait", "log", "work"),
    Reason.SPACE_ENDED: ("wait", "own", "log"),
    Reason.CHOOSE_TOPIC: ("unsent", "work"),
    Reason.OTHER_TOPIC: ("unsent", "work"),
    Reason.PERSONAL: ("unsent", "own"),
    Reason.ON_TOPIC: ("log", "work"),
    Reason.OPEN: ("wait", "own", "log"),
    Reason.BUDGET: ("wait", "unsent", "work"),
    Reason.NO_REPLY: ("let-go", "unsent", "log"),
    Reason.SAID_NO: ("let-go", "unsent", "own"),
    Reason.BLOCKED: ("let-go", "unsent", "own"),
    Reason.MOVED_ON: ("let-go", "unsent", "work"),
    Reason.LEGAL_ORDER: ("help", "let-go", "unsent"),
    Reason.TOGETHER: ("own", "log"),
    Reason.CRISIS: ("right-now", "unsent"),
    Reason.HARM_TO_OTHERS: ("right-now", "unsent"),
    Reason.BEING_HURT: ("worth-knowing", "help", "unsent"),
    Reason.OWN_HARM: ("worth-knowing", "help", "unsent"),
    Reason.HEATED: ("nobody", "work", "help"),
    Reason.HEATED_PRACTICAL: ("nobody", "work", "help"),
    Reason.PUT_DOWN: ("unsent", "let-go", "help"),
}
"""What can be done now, by ids that pages know."""
