"""How well labels are told: macro-F1, and the chance to ask of each label."""

import numpy as np
from numpy.typing import NDArray

from training.tone.corpus import Marks


def f1(said: Marks, true: Marks) -> NDArray[np.float64]:
    """Return F1 of each label; 0 where it neither was nor was said."""
    right = (said & true).sum(0)
    scores: NDArray[np.float64] = 2 * right / np.maximum(said.sum(0) + true.sum(0), 1)
    return scores


def macro_f1(said: Marks, true: Marks) -> float:
    """Return the mean F1 of all labels, each counting alike."""
    return float(f1(said, true).mean())


def best_asked(chances: NDArray[np.float32], true: Marks) -> NDArray[np.float32]:
    """Return for each label the chance to ask at which F1 is best."""
    asked = np.empty(true.shape[1], np.float32)
    for column in range(true.shape[1]):
        order = np.argsort(-chances[:, column], kind="stable")
        right = np.cumsum(true[order, column])
        scores = 2 * right / (np.arange(1, len(order) + 1) + true[:, column].sum())
        best = int(scores.argmax())
        after = chances[order[min(best + 1, len(order) - 1)], column]
        asked[column] = (chances[order[best], column] + after) / 2
    return asked


def precision(said: Marks, true: Marks) -> float:
    """Return how many in what was said are true; 1 where nothing was said."""
    return float((said & true).sum() / said.sum()) if said.any() else 1.0


def asked_for(chances: NDArray[np.float32], true: NDArray[np.bool_], wanted: float) -> float:
    """Return the lowest chance to ask from which so many in what is said are true."""
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum(true[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(right >= wanted)
    return float(chances[order[enough[-1]]]) if len(enough) else 1.0
