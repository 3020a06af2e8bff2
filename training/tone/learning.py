"""How the small model learns: from what people heard, and from how sure its elders were.

Three elders learn from two thirds of the texts each, and judge the third that they have not seen.
The student then learns from both, and from a text on which its elders were unsure it learns that.
(Hinton et al., 2015; that the elders may be no larger: Furlanello et al., 2018.)
"""

import numpy as np
from numpy.typing import NDArray

from training.tone.student import Logits, Reading, Rows, Student, judge, learn

Shares = NDArray[np.float32]
FOLDS = 3
FROM_ELDERS = 0.5
"""How much what elders say counts, beside what people said."""


def folds(number: int, seed: int) -> NDArray[np.int64]:
    """Return for each of so many texts the fold in which it is left out."""
    return np.random.default_rng(seed).permutation(number) % FOLDS


def taught(reading: Reading, rows: Rows, marks: Shares, seed: int) -> Student:
    """Return a student that learnt from people and from elders."""
    judged = np.empty(marks.shape, np.float32)
    fold = folds(len(rows), seed)
    for number in range(FOLDS):
        learnt, left = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
        elder = learn(reading, [rows[one] for one in learnt], marks[learnt], seed + number)
        judged[left] = judge(elder, [rows[one] for one in left])
    softened = (1 - FROM_ELDERS) * marks + FROM_ELDERS * chances_of(judged)
    return learn(reading, rows, softened.astype(np.float32), seed + FOLDS)


def cross_taught(reading: Reading, rows: Rows, marks: Shares) -> Logits:
    """Return what students say of texts that neither they nor their elders have seen."""
    judged = np.empty(marks.shape, np.float32)
    fold = folds(len(rows), seed=FOLDS)
    for number in range(FOLDS):
        print(f"fold {number + 1} of {FOLDS}", flush=True)
        learnt, left = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
        student = taught(reading, [rows[one] for one in learnt], marks[learnt], 10 * number)
        judged[left] = judge(student, [rows[one] for one in left])
    return judged


def chances_of(logits: Logits) -> Shares:
    """Return logits as chances."""
    chances: Shares = 1 / (1 + np.exp(-logits))
    return chances
