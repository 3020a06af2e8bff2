"""Precision and recall by label, counted as the labelled drafts' own scorer counts them.

A mark is right when it overlaps a labelled one of the same label by half of the shorter or more.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from training.drafts import CONCERNS, STRENGTHS, Draft, Mark, is_concern


@dataclass
class Tally:
    """Counts by label: marks that were right and wrong, labels that were found and missed."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    left_alone: int = 0

    def add(self, draft: Draft, marks: Sequence[Mark]) -> None:
        """Count what was marked in one draft."""
        for mark in marks:
            hit = any(overlaps(mark, one) for one in draft.marks)
            (self.right if hit else self.wrong)[mark.label] += 1
        for one in draft.marks:
            hit = any(overlaps(one, mark) for mark in marks)
            (self.found if hit else self.missed)[one.label] += 1
        if draft.is_clean:
            self.clean += 1
            self.left_alone += not any(map(is_concern, marks))

    def precision(self, label: str) -> float:
        """Return the share of marks that were right."""
        return self.right[label] / max(1, self.right[label] + self.wrong[label])

    def recall(self, label: str) -> float:
        """Return the share of labels that were found."""
        return self.found[label] / max(1, self.found[label] + self.missed[label])

    def f1(self, label: str) -> float:
        """Return the harmonic mean of precision and recall."""
        return self.f_beta(label, 1.0)

    def f_beta(self, label: str, beta: float) -> float:
        """Return their harmonic mean with recall weighing `beta` squared times as much."""
        precision, recall = self.precision(label), self.recall(label)
        both = beta**2 * precision + recall
        return (1 + beta**2) * precision * recall / both if both else 0.0

    def macro(self, labels: Iterable[str]) -> float:
        """Return the mean F1 of the labels that occur."""
        known = [one for one in labels if self.found[one] + self.missed[one]]
        return sum(map(self.f1, known)) / max(1, len(known))

    def __str__(self) -> str:
        """Return one line."""
        return (
            f"concerns {self.macro(CONCERNS):.3f}  strengths {self.macro(STRENGTHS):.3f}"
            f"  left alone {self.left_alone} of {self.clean}"
        )


def overlaps(one: Mark, other: Mark) -> bool:
    """Say whether two marks of a label cover the same words, by half of the shorter or more."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return one.label == other.label and shared > 0 and shared * 2 >= shorter
