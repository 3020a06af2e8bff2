"""Whether a message keeps to practical matters."""

from amends.coach.reviewing import Review
from amends.coach.rules import Rules
from amends.text import read_passage

_PRACTICAL = frozenset({"clear-request", "repair-offer", "gratitude", "listening", "giving-space"})
"""Strengths that a message about a school or a bill may have; every other one is personal."""


def is_personal(text: str, review: Review, rules: Rules) -> bool:
    """Say whether a draft holds more than practical matters.

    Any concern, any strength that is not practical, and any word of the list `personal` counts:
    better to hold a harmless message than to let a love letter pass as one about school.
    """
    if review.concerns or any(one.label not in _PRACTICAL for one in review.strengths):
        return True
    return bool(rules.personal.find(read_passage(text, rules.words)))
