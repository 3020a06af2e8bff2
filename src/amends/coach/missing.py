"""What an apology still lacks."""

from collections.abc import Collection

from amends.coach.rules import Rules

_WEIGHED = (
    "responsibility",
    "repair-offer",
    "naming-the-act",
    "acknowledging-impact",
    "repentance",
    "regret",
)
"""Lewicki, Polin and Lount (2016, lewicki-2016) found responsibility weighs most and repair next;
regret and repentance follow. Naming the act and its impact are what the first two speak of."""


def missing(kind: str, strengths: Collection[str], rules: Rules) -> tuple[str, ...]:
    """Return the labels that an apology lacks, the weightiest first; none for another kind."""
    if kind != "apology":
        return ()
    known = {rule.file.label for rule in rules.rules}
    return tuple(label for label in _WEIGHED if label in known and label not in strengths)
