"""GoEmotions (Demszky et al., 2020) as it is published: text, numbers of labels, id."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from amends.chats.tone import LABELS, TONES

Marks = NDArray[np.bool_]
"""One row a text, one column a label."""


@dataclass(frozen=True)
class Labelled:
    """Texts, and what people heard in each."""

    texts: Sequence[str]
    marks: Marks

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.texts)


def load(path: Path) -> Labelled:
    """Read a file of the corpus: a line is a text, a tab, the labels' numbers parted by commas."""
    rows = [line.split("\t") for line in path.read_text("utf-8").split("\n") if line]
    marks = np.zeros((len(rows), len(LABELS)), np.bool_)
    for number, row in enumerate(rows):
        marks[number, [int(one) for one in row[1].split(",")]] = True
    return Labelled([row[0] for row in rows], marks)


def has_tone(marks: Marks, tone: str) -> Marks:
    """Say of each text whether it has a label of a tone."""
    return np.asarray(marks[:, [LABELS.index(one) for one in TONES[tone]]].any(1))
