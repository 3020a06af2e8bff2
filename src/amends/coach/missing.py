"""What an apology still lacks."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from amends.coach.rules import Rules


@dataclass(frozen=True)
class Part:
    """One part of an apology: its label, and the words of the draft that show it, if any."""

    label: str
    quotes: tuple[str, ...]


def parts(labels: Iterable[str], found: Sequence[tuple[str, str]]) -> tuple[Part, ...]:
    """Return each part in the order given, with its quotes; `found` are (label, quote).

    >>> parts(["regret", "explanation"], [("regret", "I'm sorry")])
    (Part(label='regret', quotes=("I'm sorry",)), Part(label='explanation', quotes=()))
    """
    return tuple(
        Part(label, tuple(quote for name, quote in found if name == label)) for label in labels
    )


def missing(kind: str, strengths: Collection[str], rules: Rules) -> tuple[str, ...]:
    """Return the labels that an apology lacks, the weightiest first; none for another kind."""
    if kind != "apology":
        return ()
    files = [rule.file for rule in rules.rules if rule.file.weight]
    lacking = [file for file in files if file.label not in strengths]
    return tuple(file.label for file in sorted(lacking, key=lambda file: -file.weight))
