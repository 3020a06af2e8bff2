"""What a model reaches on labelled texts, in lines to read."""

import time
from collections.abc import Iterator

import numpy as np

from amends.chats.tone import LABELS
from amends.chats.tone.hearing import Model, toned
from training.tone.corpus import Labelled, has_tone
from training.tone.scoring import f1, macro_f1, precision


def told(model: Model, data: Labelled) -> Iterator[str]:
    """Yield macro-F1, each label, each tone, and the speed on one core."""
    chances = model.chances(data.texts)
    said = chances >= model.asked
    yield f"macro-F1 {macro_f1(said, data.marks):.4f} over {len(LABELS)} labels, {len(data)} texts"
    for name, score in zip(LABELS, f1(said, data.marks).tolist(), strict=True):
        yield f"  {name:<15} {score:.2f}"
    for tone, chance in toned(chances).items():
        true = has_tone(data.marks, tone)[:, None]
        heard = (chance >= model.asked_tones[tone])[:, None]
        right = f"F1 {macro_f1(heard, true):.2f}, precision {precision(heard, true):.2f}"
        yield f"  {tone:<15} {right}, heard in {heard.mean():.3f}, true in {true.mean():.3f}"
    yield f"{_speed(model, data):,.0f} messages a second"


def _speed(model: Model, data: Labelled) -> float:
    """Return messages a second of work, the best of five times."""
    taken = []
    for _ in range(5):
        began = time.process_time()
        model.chances(data.texts)
        taken.append(time.process_time() - began)
    return len(data) / float(np.min(taken))
