"""The model at work.

It adds what each piece and each pair of neighbouring pieces says for a label, and what filters over
three neighbours heard anywhere in the text (Kim, 2014). Offline, and the same each time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from amends.chats.tone import LABELS, TONES
from amends.chats.tone.words import Numbers, Pieces, Vocabulary

FILE = Path(__file__).with_name("model.npz")
AT_ONCE = 128
"""Texts: what filters hear in more of them does not fit into a processor's cache."""
ROWS, FILTERS = 28, 64
"""Of a product at once: OpenBLAS wakes other cores for more than 262,144 steps, here 28 * 144 * 64.
Waking them takes longer than such products, and on a busy machine four times as long."""
WIDE = 3
"""Neighbours that a filter looks at."""

Chances = NDArray[np.float32]
"""One row a text, one column a label or tone, each between 0 and 1."""
Weights = NDArray[np.float32]


@dataclass(frozen=True)
class Model:
    """The weights, as they are in `model.npz` but in floating point.

    `pieces`, `pairs` and `out` have a column a label; `pair_keys` says in rising order which pairs
    are known; `meanings` has a row a piece, `filters` a column a filter. `asked` is the chance that
    each label has to reach, `asked_tones` that of each tone.
    """

    vocabulary: Vocabulary
    meanings: Weights
    filters: Weights
    filter_bias: Weights
    out: Weights
    bias: Weights
    pieces: Weights
    pair_keys: Numbers
    pairs: Weights
    asked: Weights
    asked_tones: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path = FILE) -> "Model":
        """Read the model; its tables are kept in eight bits, with a scale for each column."""
        with np.load(path, allow_pickle=False) as file:
            kept = {name: file[name] for name in file.files}
        pieces = kept["vocabulary"].tobytes().decode().split("\n")
        tables = {
            name: (kept[name] * kept[f"{name}_scale"].astype(np.float32)).astype(np.float32)
            for name in ("meanings", "filters", "out", "pieces", "pairs")
        }
        return cls(
            vocabulary=Vocabulary.of(pieces),
            filter_bias=kept["filter_bias"].astype(np.float32),
            bias=kept["bias"].astype(np.float32),
            pair_keys=np.cumsum(kept["pair_steps"], dtype=np.int64),
            asked=kept["asked"].astype(np.float32),
            asked_tones=dict(zip(TONES, kept["asked_tones"].tolist(), strict=True)),
            **tables,
        )

    def chances(self, texts: Sequence[str]) -> Chances:
        """Return the chance of each label in each text."""
        parts = [self._chances(part) for part in _parts(texts)]
        return np.concatenate(parts) if parts else np.empty((0, len(LABELS)), np.float32)

    def _chances(self, texts: Sequence[str]) -> Chances:
        read = self.vocabulary.pieces(texts)
        roots = np.sqrt(np.maximum(read.lengths, 1)).astype(np.float32)[:, None]
        said = np.add.reduceat(self.pieces[read.numbers], read.starts) + self._by_pairs(read)
        logits = self.bias + said / roots + self._by_filters(read, roots)
        return np.asarray(1 / (1 + np.exp(-logits)), np.float32)

    def _by_pairs(self, read: Pieces) -> Weights:
        numbers, keys = read.numbers, self.pair_keys
        wanted = numbers[:-1] * len(self.pieces) + numbers[1:]
        places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        known = np.flatnonzero(keys[places] == wanted)
        said = np.zeros((len(numbers), self.pairs.shape[1]), np.float32)
        said[known] = self.pairs[places[known]]
        added: Weights = np.add.reduceat(said, read.starts)
        return added

    def _by_filters(self, read: Pieces, roots: Weights) -> Weights:
        """Return what filters say for each text, by what they heard at their loudest and in all."""
        count, all_filters = len(read.numbers), self.filters.shape[1]
        near = self._neighbours(read)
        said = np.zeros((len(read.starts), self.out.shape[1]), np.float32)
        for first in range(0, all_filters, FILTERS):
            some = slice(first, min(first + FILTERS, all_filters))
            heard = (near @ self.filters[:, some]).reshape(len(near) * ROWS, -1)[:count]
            heard += self.filter_bias[some]
            np.maximum(heard, 0, out=heard)
            heard[read.ends] = 0
            said += np.maximum.reduceat(heard, read.starts) @ self.out[some]
            in_all = np.add.reduceat(heard, read.starts) / roots
            said += in_all @ self.out[all_filters:][some]
        return said

    def _neighbours(self, read: Pieces) -> Weights:
        """Return for each piece the meanings around it, in tables of ROWS, the last filled up."""
        count, width = len(read.numbers), self.meanings.shape[1]
        tables = -(-count // ROWS)
        means = np.zeros((tables * ROWS + WIDE - 1, width), np.float32)
        means[WIDE // 2 : WIDE // 2 + count] = self.meanings[read.numbers]
        views = [means[step : step + tables * ROWS] for step in range(WIDE)]
        return np.concatenate(views, axis=1).reshape(tables, ROWS, WIDE * width)


@cache
def model() -> Model:
    """Return the model that ships, read once."""
    return Model.load()


def chances(texts: Sequence[str]) -> Chances:
    """Return the chance of each of the 28 LABELS in each text, a column a label."""
    return model().chances(texts)


def labels(texts: Sequence[str]) -> list[frozenset[str]]:
    """Return the labels that are heard in each text; often there is none."""
    heard = chances(texts) >= model().asked
    return [frozenset(LABELS[column] for column in np.flatnonzero(row)) for row in heard]


def tones(texts: Sequence[str]) -> dict[str, NDArray[np.bool_]]:
    """Say of each text whether it has each of the coarse TONES.

    What sounds sorry is not counted as hurt: strangers heard sadness in every second apology.
    """
    asked, each = model().asked_tones, toned(chances(texts))
    heard = {tone: each[tone] >= asked[tone] for tone in TONES}
    return {**heard, "hurt": heard["hurt"] & ~heard["sorry"]}


def toned(each: Chances) -> dict[str, Chances]:
    """Return the chance that one label or more of each tone is heard."""
    columns = {tone: [LABELS.index(one) for one in named] for tone, named in TONES.items()}
    return {tone: 1 - np.prod(1 - each[:, places], axis=1) for tone, places in columns.items()}


def _parts(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(texts), AT_ONCE):
        yield texts[start : start + AT_ONCE]
