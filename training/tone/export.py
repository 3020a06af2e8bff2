"""The file that ships: the student's tables in eight bits."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.tone.student import Reading, Student

Weights = NDArray[np.float32]


def write(
    student: Student, reading: Reading, asked: Weights, asked_tones: Mapping[str, float], path: Path
) -> None:
    """Write what `amends.chats.tone.hearing` reads."""
    state = {name: one.numpy() for name, one in student.state_dict().items()}
    filters = state["filters.weight"].transpose(2, 1, 0)  # neighbours, meanings, filters
    tables = {
        "meanings": state["meanings.weight"],
        "filters": filters.reshape(-1, filters.shape[2]),
        "out": state["out.weight"].T,
        "pieces": state["pieces.weight"],
        "pairs": state["pairs.weight"][:-1],
    }
    kept: dict[str, NDArray[np.generic]] = {
        "vocabulary": np.frombuffer("\n".join(reading.pieces).encode(), np.uint8),
        "pair_steps": np.diff(reading.pair_keys, prepend=0).astype(np.uint32),
        "filter_bias": state["filters.bias"],
        "bias": state["out.bias"],
        "asked": asked,
        "asked_tones": np.array(list(asked_tones.values()), np.float32),
    }
    for name, table in tables.items():
        kept[name], kept[f"{name}_scale"] = in_eight_bits(table)
    np.savez_compressed(path, allow_pickle=False, **kept)


def in_eight_bits(table: Weights) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """Return a table as whole numbers up to 127, and the scale of each column."""
    most = np.maximum(np.abs(table).max(0), 1e-6)
    scale = np.nextafter((most / 127).astype(np.float16), np.float16(np.inf))
    return np.round(table / scale.astype(np.float32)).astype(np.int8), scale
