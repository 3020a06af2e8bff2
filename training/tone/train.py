"""The whole course: what to read, students to set the chances by, and the student that ships."""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from amends.chats.tone.hearing import toned
from training.tone.corpus import Labelled, Marks, has_tone
from training.tone.export import write
from training.tone.learning import chances_of, cross_taught, taught
from training.tone.scoring import asked_for, best_asked, macro_f1
from training.tone.student import reading_of

RIGHT = 0.6
"""Of the messages in which a tone is heard so many have it in the corpus, at least: each can be
opened."""
SEED = 100


def train(data: Labelled, path: Path) -> None:
    """Learn from labelled texts, and write the model; the same each time with one thread."""
    torch.set_num_threads(1)
    reading = reading_of(data.texts)
    rows, marks = reading.rows(data.texts), data.marks.astype(np.float32)
    unseen = chances_of(cross_taught(reading, rows, marks))
    asked = best_asked(unseen, data.marks)
    print(f"by cross-validation: macro-F1 {macro_f1(unseen >= asked, data.marks):.4f}", flush=True)
    student = taught(reading, rows, marks, SEED)
    write(student, reading, asked, tones_asked(unseen, data.marks), path)


def tones_asked(chances: NDArray[np.float32], marks: Marks) -> dict[str, float]:
    """Return the chance to ask of each tone: where F1 is best, and RIGHT or more are right."""
    asked = {}
    for tone, chance in toned(chances).items():
        true = has_tone(marks, tone)
        best = float(best_asked(chance[:, None], true[:, None])[0])
        asked[tone] = max(best, asked_for(chance, true, RIGHT))
    return asked
