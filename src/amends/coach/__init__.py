"""How a draft reads, and how it lands."""

from amends.coach.checking import check_rules
from amends.coach.checklist import Checked, Item, check_checklists, checked, items
from amends.coach.foreign import is_foreign
from amends.coach.kinds import KINDS, SEVERITIES
from amends.coach.landing import Landing, odd_hour, seconds_aloud
from amends.coach.practical import beside_the_matter, is_personal
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
    "Checked",
    "Concern",
    "Hear",
    "Item",
    "Landing",
    "Review",
    "Rules",
    "Strength",
    "UnknownKindError",
    "as_json",
    "beside_the_matter",
    "check_checklists",
    "check_rules",
    "checked",
    "is_foreign",
    "is_personal",
    "items",
    "odd_hour",
    "review",
    "seconds_aloud",
]
