"""The small model as it learns; `amends.chats.tone.hearing` does the same sums without torch."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn

from amends.chats.tone.hearing import WIDE
from amends.chats.tone.words import BREAK, UNKNOWN, Vocabulary, words
from amends.listener.tokens import Vocabulary as WordPieces
from training.encoder import UNKNOWN as UNKNOWN_PIECE
from training.encoder import pretrained

Logits = NDArray[np.float32]
OFTEN = 5
"""A word that is seen so often is a piece of its own."""
PIECES, PAIRS = 9_000, 18_000
MEANINGS, FILTERS = 48, 192
EPOCHS, SIZE = 6, 64
RATE, DECAY = 3e-3, 1e-5
HIDDEN_PIECES, HIDDEN_FILTERS = 0.1, 0.3
"""Shares that are hidden at each step, so that nothing rests on one of them."""


@dataclass(frozen=True)
class Reading:
    """What the student reads: the pieces it knows, their first meanings, and the pairs."""

    vocabulary: Vocabulary
    pieces: Sequence[str]
    meanings: Tensor
    pair_keys: NDArray[np.int64]

    def rows(self, texts: Sequence[str]) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """Return for each text the numbers of its pieces, and the places of its known pairs."""
        read = self.vocabulary.pieces(texts)
        rows = []
        for start, length in zip(read.starts.tolist(), read.lengths.tolist(), strict=True):
            own = read.numbers[start : start + length]
            keys = pair_keys(own, len(self.pieces) + 1)
            places = np.minimum(np.searchsorted(self.pair_keys, keys), len(self.pair_keys) - 1)
            rows.append((own, places[self.pair_keys[places] == keys]))
        return rows


def pair_keys(numbers: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return one number for each pair of neighbours."""
    return numbers[:-1] * size + numbers[1:]


def reading_of(texts: Sequence[str]) -> Reading:
    """Return what is read in texts like these: their frequent words, pieces and pairs."""
    pretrained_pieces = WordPieces.load(pretrained() / "vocab.txt")
    pieces = _pieces(texts, pretrained_pieces)
    vocabulary = Vocabulary.of(pieces)
    read = vocabulary.pieces(texts)
    ended = vocabulary.known[BREAK]
    keys = pair_keys(read.numbers, ended + 1)
    inside = (read.numbers[:-1] != ended) & (read.numbers[1:] != ended)
    found, counts = np.unique(keys[inside], return_counts=True)
    often = np.sort(found[np.argsort(-counts, kind="stable")[:PAIRS]])
    seen = np.bincount(read.numbers, minlength=ended + 1)[:ended]
    return Reading(vocabulary, pieces, _meanings(pieces, seen, pretrained_pieces), often)


def _pieces(texts: Sequence[str], pretrained_pieces: WordPieces) -> list[str]:
    """Return the words seen OFTEN, then the pieces that the other words are made of."""
    counts = Counter(words(texts))
    del counts[BREAK]
    whole = [word for word, count in counts.most_common() if count >= OFTEN]
    names = {number: piece for piece, number in pretrained_pieces.numbers.items()}
    parts: Counter[str] = Counter()
    for word, count in counts.items():
        if count < OFTEN:
            for number in pretrained_pieces.pieces(word).numbers:
                parts[names[number]] += count
    letters = [mark + one for one in "abcdefghijklmnopqrstuvwxyz0123456789'" for mark in ("", "##")]
    special = {"[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]"}
    more = [part for part, _ in parts.most_common() if part not in special]
    return list(dict.fromkeys([UNKNOWN, *letters, *whole, *more]))[:PIECES]


def _meanings(
    pieces: Sequence[str], seen: NDArray[np.int64], pretrained_pieces: WordPieces
) -> Tensor:
    """Return first meanings: those of MiniLM in the few directions in which they differ most."""
    weights = load_file(pretrained() / "model.safetensors")
    table = weights["embeddings.word_embeddings.weight"]
    known = pretrained_pieces.numbers
    rows = [
        table[known[piece]] if piece in known
        else table[pretrained_pieces.pieces(piece).numbers or [known[UNKNOWN_PIECE]]].mean(0)
        for piece in pieces
    ]  # fmt: skip
    whole = torch.stack(rows)
    share = torch.from_numpy((seen + 1.0) / (seen + 1.0).sum()).float()[:, None]
    whole = whole - (whole * share).sum(0)
    _, _, directions = torch.linalg.svd(whole * share.sqrt(), full_matrices=False)
    meanings = whole @ directions[:MEANINGS].T
    return meanings / meanings.std() * 0.3


class Student(nn.Module):
    """Pieces and pairs in, one logit a label out."""

    def __init__(self, reading: Reading, labels: int, first: Tensor) -> None:
        super().__init__()
        size = len(reading.pieces)
        self.nothing, self.no_pair = size, len(reading.pair_keys)
        self.meanings = nn.Embedding(size + 1, MEANINGS, padding_idx=size)
        self.pieces = nn.Embedding(size + 1, labels, padding_idx=size)
        self.pairs = nn.Embedding(self.no_pair + 1, labels, padding_idx=self.no_pair)
        self.filters = nn.Conv1d(MEANINGS, FILTERS, WIDE, padding=WIDE // 2)
        self.out = nn.Linear(2 * FILTERS, labels)
        self.hidden = nn.Dropout(HIDDEN_FILTERS)
        nn.init.zeros_(self.pieces.weight)
        nn.init.zeros_(self.pairs.weight)
        nn.init.normal_(self.out.weight, std=0.02)
        with torch.no_grad():
            self.meanings.weight[:size] = reading.meanings
            self.meanings.weight[size] = 0
            self.out.bias.copy_(first)

    def forward(self, pieces: Tensor, pairs: Tensor) -> Tensor:
        """Return logits (texts, labels)."""
        if self.training:
            is_hidden = torch.rand(pieces.shape) < HIDDEN_PIECES
            pieces = pieces.masked_fill(is_hidden, self.nothing)
        present = (pieces != self.nothing).float()
        roots = present.sum(1, keepdim=True).clamp(min=1).sqrt()
        said = self.pieces(pieces).sum(1) + self.pairs(pairs).sum(1)
        heard = self.filters(self.meanings(pieces).transpose(1, 2)).relu() * present[:, None]
        loudest = torch.cat([heard.amax(2), heard.sum(2) / roots], 1)
        logits: Tensor = said / roots + self.out(self.hidden(loudest))
        return logits


Rows = Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]]


def learn(reading: Reading, rows: Rows, wanted: NDArray[np.float32], seed: int = 0) -> Student:
    """Return a student that learnt from rows; `wanted` are shares between 0 and 1 a label."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    means = torch.from_numpy(wanted.mean(0)).clamp(1e-4)
    student = Student(reading, wanted.shape[1], torch.logit(means)).train()
    optimizer = torch.optim.AdamW(student.parameters(), lr=RATE, weight_decay=DECAY, fused=True)
    steps = EPOCHS * -(-len(rows) // SIZE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps, pct_start=0.1)
    for _ in range(EPOCHS):
        lengths = np.array([len(row[0]) for row in rows]) + random.random(len(rows)) * 4
        order = np.argsort(lengths)
        for start in random.permutation(np.arange(0, len(rows), SIZE)):
            places = order[start : start + SIZE]
            logits = _logits(student, [rows[place] for place in places])
            loss = nn.functional.binary_cross_entropy_with_logits(
                logits, torch.from_numpy(wanted[places])
            )
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return student.eval()


def judge(student: Student, rows: Rows) -> Logits:
    """Return a logit for each label of each row."""
    out = np.empty((len(rows), student.out.out_features), np.float32)
    order = np.argsort([len(row[0]) for row in rows], kind="stable")
    with torch.inference_mode():
        for start in range(0, len(rows), 512):
            places = order[start : start + 512]
            out[places] = _logits(student, [rows[place] for place in places]).numpy()
    return out


def _logits(student: Student, rows: Rows) -> Tensor:
    pieces = _filled([row[0] for row in rows], student.nothing)
    pairs = _filled([row[1] for row in rows], student.no_pair)
    logits: Tensor = student(pieces, pairs)
    return logits


def _filled(rows: Sequence[NDArray[np.int64]], filler: int) -> Tensor:
    filled = np.full((len(rows), max(*map(len, rows), 1)), filler)
    for place, row in enumerate(rows):
        filled[place, : len(row)] = row
    return torch.from_numpy(filled)
