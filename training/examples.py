"""Drafts as the encoder learns them, a little different each time."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from amends.listener.tokens import BEGIN, END, HIDDEN, WINDOW, Vocabulary
from training.drafts import CONCERNS, STRENGTHS, Draft

MEASURED = ("question-barrage", "shouting")
"""Labels that the coach counts; there is nothing to learn in them."""
HEARD = (*(one for one in CONCERNS if one not in MEASURED), *STRENGTHS)
"""What the listener learns, in the order of its columns."""
PAUSES = ".,?!;:'-"
JOINED, CROPPED, UNPUNCTUATED, HIDDEN_WORDS = 0.15, 0.15, 0.15, 0.06
"""Shares of drafts that are joined to another, cut at a sentence's end, or lose their pauses; and
of pieces that are hidden."""
EDGE = 8
"""Lengths are rounded up to this, so that the same few shapes return and are prepared once."""


@dataclass(frozen=True)
class Example:
    """One draft as numbers.

    `labels` is (pieces, columns) of 0 and 1; `ends` are the places after the end of a sentence.
    """

    numbers: list[int]
    labels: Tensor
    ends: list[int]


def example(draft: Draft, vocabulary: Vocabulary) -> Example:
    """Return a draft as numbers."""
    found = vocabulary.pieces(draft.text)
    labels = torch.zeros(len(found.numbers), len(HEARD))
    ends = []
    for first, last, span in found.words:
        for mark in draft.marks:
            if mark.label in HEARD and span.start < mark.end and mark.start < span.end:
                labels[first:last, HEARD.index(mark.label)] = 1
        if span.of(draft.text) in {".", "?", "!"} and last < len(found.numbers):
            ends.append(last)
    return Example(found.numbers, labels, ends)


def varied(
    one: Example, others: Sequence[Example], vocabulary: Vocabulary, rng: random.Random
) -> Example:
    """Return a draft as it is learnt this time."""
    numbers, labels = one.numbers, one.labels
    if rng.random() < JOINED:
        other = rng.choice(others)
        numbers, labels = numbers + other.numbers, torch.cat([labels, other.labels])
    elif one.ends and rng.random() < CROPPED:
        cut = rng.choice(one.ends)
        part = rng.choice([slice(cut, None), slice(None, cut)])
        numbers, labels = numbers[part], labels[part]
    if rng.random() < UNPUNCTUATED:
        pauses = {vocabulary.numbers[mark] for mark in PAUSES}
        kept = [place for place, number in enumerate(numbers) if number not in pauses]
        numbers, labels = [numbers[place] for place in kept], labels[kept]
    hidden = vocabulary.numbers[HIDDEN]
    share = rng.random() * 2 * HIDDEN_WORDS
    numbers = [hidden if rng.random() < share else number for number in numbers]
    return Example(numbers[:WINDOW], labels[:WINDOW], [])


def batches(
    examples: Sequence[Example], vocabulary: Vocabulary, size: int, rng: random.Random
) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Yield pieces, which of them are there, and labels; drafts of like length together."""
    some = [one for one in examples if one.numbers]
    some.sort(key=lambda one: len(one.numbers) + rng.random() * 12)
    groups = [some[start : start + size] for start in range(0, len(some), size)]
    rng.shuffle(groups)
    for group in groups:
        longest = max(len(one.numbers) for one in group) + 2
        yield _batch(group, -(-longest // EDGE) * EDGE, vocabulary)


def _batch(
    group: Sequence[Example], length: int, vocabulary: Vocabulary
) -> tuple[Tensor, Tensor, Tensor]:
    begin, end = vocabulary.numbers[BEGIN], vocabulary.numbers[END]
    pieces = torch.zeros(len(group), length, dtype=torch.long)
    present = torch.zeros_like(pieces)
    labels = torch.zeros(len(group), length, len(HEARD))
    for row, one in enumerate(group):
        numbers = [begin, *one.numbers, end]
        pieces[row, : len(numbers)] = torch.tensor(numbers)
        present[row, : len(numbers)] = 1
        labels[row, 1 : len(numbers) - 1] = one.labels
    return pieces, present, labels
