"""From chances on words to marks on stretches of text."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from amends.listener.heard import Heard
from amends.text import Span

Chances = NDArray[np.float32]
"""One row a word, one column a label; each between 0 and 1."""
REACH = 0.4
"""A mark reaches as far as words keep this share of the chance that is asked of its surest word."""
GAP = 2
"""So many doubtful words do not split a mark."""


def decode(
    chances: Chances, words: Sequence[Span], labels: Sequence[str], asked: Sequence[float]
) -> list[Heard]:
    """Return the marks in the order of the labels, then of the text.

    Args:
        chances: of each label on each word.
        words: where each word stands in the text.
        labels: the name of each column.
        asked: the chance which the surest word of a mark must reach, for each label; above 1, the
            label is never heard.
    """
    found = []
    surest = chances.max(axis=0, initial=0.0)
    for column in np.flatnonzero(surest >= np.asarray(asked, dtype=np.float32)).tolist():
        row, needed = chances[:, column], asked[column]
        for first, last in _runs(row >= REACH * needed):
            chance = float(row[first : last + 1].max())
            if chance >= needed:
                span = Span(words[first].start, words[last].end)
                found.append(Heard(labels[column], span, chance))
    return found


def _runs(loud: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last index of each run, over gaps of GAP or fewer."""
    places = np.flatnonzero(loud)
    if not places.size:
        return
    breaks = np.flatnonzero(np.diff(places) > GAP + 1)
    firsts = [places[0], *places[breaks + 1]]
    lasts = [*places[breaks], places[-1]]
    for first, last in zip(firsts, lasts, strict=True):
        yield int(first), int(last)
