"""Train the second listener: `python -m training.train --layers 3 --epochs 12 OUT`."""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from amends.listener.decoding import Chances, decode
from amends.listener.tokens import BEGIN, END, HIDDEN, Vocabulary, windows
from amends.text import Span
from training.drafts import CONCERNS, DRAFTS, STRENGTHS, Draft, Mark, load_drafts
from training.encoder import Encoder, begin, cut_vocabulary
from training.scoring import Tally

HEARD = (*(one for one in CONCERNS if one not in {"question-barrage", "shouting"}), *STRENGTHS)
"""What the listener learns; the other labels are counted by measures."""
VOCABULARY = 10_000


@dataclass(frozen=True)
class Example:
    """One draft as numbers: its pieces, and its labels on each (pieces, labels)."""

    numbers: list[int]
    labels: Tensor
    breaks: list[int]


def example(draft: Draft, vocabulary: Vocabulary) -> Example:
    """Return a draft as the encoder learns it."""
    found = vocabulary.pieces(draft.text)
    labels = torch.zeros(len(found.numbers), len(HEARD))
    breaks = []
    for first, last, span in found.words:
        for mark in draft.marks:
            if mark.label in HEARD and span.start < mark.end and mark.start < span.end:
                labels[first:last, HEARD.index(mark.label)] = 1
        if span.of(draft.text) in {".", "?", "!"} and last < len(found.numbers):
            breaks.append(last)
    return Example(found.numbers, labels, breaks)


@dataclass(frozen=True)
class Variation:
    """How drafts are varied while learning; each a share."""

    joined: float = 0.15
    cropped: float = 0.15
    unpunctuated: float = 0.15
    hidden_words: float = 0.06


def varied(
    one: Example, others: Sequence[Example], ends: set[int], mask: int, rng: random.Random
) -> tuple[list[int], Tensor]:
    """Return a draft as it is learnt this time: joined, cropped, without points, with gaps."""
    how = Variation()
    numbers, labels = list(one.numbers), one.labels
    if rng.random() < how.joined:
        other = rng.choice(others)
        numbers += other.numbers
        labels = torch.cat([labels, other.labels])
    elif one.breaks and rng.random() < how.cropped:
        cut = rng.choice(one.breaks)
        part = slice(cut, None) if rng.random() < 0.5 else slice(None, cut)
        numbers, labels = numbers[part], labels[part]
    if rng.random() < how.unpunctuated:
        kept = [place for place, number in enumerate(numbers) if number not in ends]
        numbers, labels = [numbers[place] for place in kept], labels[kept]
    share = rng.random() * 2 * how.hidden_words
    return [mask if rng.random() < share else number for number in numbers], labels


def batches(
    items: list[tuple[list[int], Tensor]], special: tuple[int, int], size: int, rng: random.Random
) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Yield pieces, which of them are there, and labels; drafts of like length together."""
    cut = [(numbers[:254], labels[:254]) for numbers, labels in items if numbers]
    order = sorted(range(len(cut)), key=lambda i: len(cut[i][0]) + rng.random() * 12)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    for group in groups:
        longest = max(len(cut[i][0]) for i in group) + 2
        tokens = torch.zeros(len(group), longest, dtype=torch.long)
        present = torch.zeros_like(tokens)
        labels = torch.zeros(len(group), longest, len(HEARD))
        for row, i in enumerate(group):
            numbers = [special[0], *cut[i][0], special[1]]
            tokens[row, : len(numbers)] = torch.tensor(numbers)
            present[row, : len(numbers)] = 1
            labels[row, 1 : len(numbers) - 1] = cut[i][1]
        yield tokens, present, labels


def learn(
    encoder: Encoder, examples: list[Example], vocabulary: Vocabulary, given: argparse.Namespace
) -> Encoder:
    """Train, and return the mean of the weights along the way (decaying by 0.995 a step)."""
    rng = random.Random(given.seed)
    number = vocabulary.numbers
    ends = {number[one] for one in ".,?!;:'-"}
    special = (number[BEGIN], number[END])
    head = list(encoder.labels.parameters())
    body = [one for name, one in encoder.named_parameters() if not name.startswith("labels")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": given.rate}, {"params": head, "lr": given.rate * 5}],
        weight_decay=0.01,
    )
    steps = given.epochs * -(-len(examples) // given.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [given.rate, given.rate * 5], total_steps=steps + given.epochs, pct_start=0.1
    )
    weight = torch.full((len(HEARD),), given.weight)
    for epoch in range(given.epochs):
        began, total, count = time.perf_counter(), 0.0, 0
        encoder.train()
        items = [varied(one, examples, ends, number[HIDDEN], rng) for one in examples]
        for tokens, present, labels in batches(items, special, given.batch, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=given.fast):
                logits = encoder(tokens, present)
            loss = nn.functional.binary_cross_entropy_with_logits(
                logits.float(), labels, pos_weight=weight, reduction="none"
            )
            loss = (loss.sum(-1) * present).sum() / present.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        print(f"epoch {epoch + 1}: loss {total / count:.3f}, {time.perf_counter() - began:.0f} s", flush=True)
    return encoder


def chances(encoder: Encoder, vocabulary: Vocabulary, text: str) -> tuple[Chances, list[Span]]:
    """Return the chances on the words of a text, and where the words stand."""
    found = vocabulary.pieces(text)
    total = np.zeros((len(found.numbers), len(HEARD)), dtype=np.float32)
    times = np.zeros((len(found.numbers), 1), dtype=np.float32)
    first, last = vocabulary.numbers[BEGIN], vocabulary.numbers[END]
    with torch.no_grad():
        for start, end in windows(len(found.numbers)):
            tokens = torch.tensor([[first, *found.numbers[start:end], last]])
            logits = encoder(tokens, torch.ones_like(tokens))[0, 1:-1]
            total[start:end] += torch.sigmoid(logits).numpy()
            times[start:end] += 1
    each = total / np.maximum(times, 1)
    return found.by_word(each), [span for _, _, span in found.words]


Read = list[tuple[Draft, Chances, list[Span]]]


def read(encoder: Encoder, vocabulary: Vocabulary, drafts: Sequence[Draft]) -> Read:
    """Return the chances on all drafts."""
    encoder.eval()
    return [(draft, *chances(encoder, vocabulary, draft.text)) for draft in drafts]


def tally(drafts: Read, asked: Sequence[float]) -> Tally:
    """Count what would be marked when these chances are asked for."""
    counts = Tally()
    for draft, rows, words in drafts:
        marks = [Mark(one.label, one.span.start, one.span.end) for one in decode(rows, words, HEARD, asked)]
        counts.add(draft, marks)
    return counts


def calibrate(drafts: Read) -> list[float]:
    """Return for each label the chance to ask for: where F1 on these drafts is best."""
    grid = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]
    counts = [tally(drafts, [chance] * len(HEARD)) for chance in grid]
    return [max(zip(grid, counts, strict=True), key=lambda pair: pair[1].f1(label))[0] for label in HEARD]


def main() -> None:
    """Train on all drafts but those left out, and say how it does on these."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--layers", default="0,1,2")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--weight", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--out")
    parser.add_argument("--test")
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    drafts = load_drafts(sorted(DRAFTS.glob("*.txt")))
    random.Random(1).shuffle(drafts)
    size = len(drafts) // 6
    left_out, learnt = drafts[:size], drafts[size:]
    vocabulary, kept = cut_vocabulary([one.text for one in drafts], VOCABULARY)
    layers = [int(one) for one in given.layers.split(",")]
    encoder = begin(kept, layers, len(HEARD))
    learn(encoder, [example(one, vocabulary) for one in learnt], vocabulary, given)
    heard = read(encoder, vocabulary, left_out)
    asked = calibrate(heard)
    print("left out:", tally(heard, asked))
    if given.test:
        import json
        from training.drafts import parse
        tests = load_drafts([Path(given.test)])
        got = tally(read(encoder, vocabulary, tests), asked)
        print("test:", got)
        print(" ".join(f"{l}:{got.f1(l):.2f}" for l in HEARD))
    if given.out:
        torch.save({"state": encoder.state_dict(), "asked": asked, "vocabulary": list(vocabulary.numbers)}, given.out)


if __name__ == "__main__":
    main()
