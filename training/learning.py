"""How the encoder learns."""

import random
import time
from collections.abc import Sequence

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from amends.listener.tokens import Vocabulary
from training.drafts import Draft
from training.encoder import Encoder, begin
from training.examples import HEARD, batches, example, varied

LAYERS = (0, 1, 2)
"""The pretrained layers that stay: three fit into ten megabytes and fifteen milliseconds."""
EPOCHS = 11
SIZE = 32
RATE, HEAD = 3e-4, 5
"""The highest step, and how much larger it is for the labels, which begin from nothing."""
DECAY = 0.01
MEMORY = 0.998
"""The shipped weights are a mean over the last steps; this much of it stays at each step."""
SEED = 7
"""Of the first weights: all learnings begin alike, so that their ends can be averaged."""


def learn(
    drafts: Sequence[Draft],
    vocabulary: Vocabulary,
    kept: Sequence[int],
    epochs: int = EPOCHS,
    order: int = 0,
) -> Encoder:
    """Return an encoder that learnt from drafts, in one of many orders.

    Half precision where it does no harm: eight times as fast on processors that know bfloat16.
    """
    torch.manual_seed(SEED)
    encoder = begin(kept, LAYERS, len(HEARD))
    torch.manual_seed(order)
    rng = random.Random(order)
    examples = [example(draft, vocabulary) for draft in drafts]
    optimizer = _optimizer(encoder)
    steps = epochs * -(-len(examples) // SIZE)
    rates = [RATE, RATE * HEAD]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, steps, pct_start=0.1)
    mean = AveragedModel(encoder, multi_avg_fn=get_ema_multi_avg_fn(MEMORY))
    encoder.train()
    for epoch in range(epochs):
        began, total = time.perf_counter(), 0.0
        seen = [varied(one, examples, vocabulary, rng) for one in examples]
        for pieces, present, labels in batches(seen, vocabulary, SIZE, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = encoder(pieces, present)
            loss = nn.functional.binary_cross_entropy_with_logits(
                logits.float(), labels, reduction="none"
            )
            loss = (loss.sum(-1) * present).sum() / present.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            mean.update_parameters(encoder)
            if schedule.last_epoch < steps:
                schedule.step()
            total += loss.item()
        taken = time.perf_counter() - began
        print(
            f"epoch {epoch + 1}: loss {total * SIZE / len(examples):.3f}, {taken:.0f} s", flush=True
        )
    averaged: Encoder = mean.module.eval()
    return averaged


def mean_of(encoders: Sequence[Encoder], kept: Sequence[int]) -> Encoder:
    """Return an encoder with the mean of the weights of some that began alike.

    It errs less than each of them and is no larger (Wortsman et al., 2022, "model soups").
    """
    states = [one.state_dict() for one in encoders]
    mean = begin(kept, LAYERS, len(HEARD))
    mean.load_state_dict({key: sum(one[key] for one in states) / len(states) for key in states[0]})
    return mean.eval()


def _optimizer(encoder: Encoder) -> torch.optim.Optimizer:
    head = list(encoder.labels.parameters())
    body = [one for name, one in encoder.named_parameters() if not name.startswith("labels.")]
    groups = [{"params": body, "lr": RATE}, {"params": head, "lr": RATE * HEAD}]
    return torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)
