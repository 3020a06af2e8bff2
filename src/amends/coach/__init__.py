"""How a draft reads, and how it lands."""

from amends.coach.checking import check_rules
from amends.coach.kinds import KINDS, SEVERITIES
from amends.coach.landing import Landing, odd_hour, seconds_aloud
from amends.coach.missing import Part, parts
from amends.coach.practical import is_personal
from amends.coach.reviewing import (
    Concern,
    Hear,
    Review,
    Strength,
    UnknownKindError,
    as_json,
    review,
)
from amends.coach.rules import Rules

__all__ = [
    "KINDS",
    "SEVERITIES",
    "Concern",
    "Hear",
    "Landing",
    "Part",
    "Review",
    "Rules",
    "Strength",
    "UnknownKindError",
    "as_json",
    "check_rules",
    "is_personal",
    "odd_hour",
    "parts",
    "review",
    "seconds_aloud",
]
